#pragma once
// What every verb gets: who acts, when, on which site, in which transaction.
#include "base/clock.h"
#include "content/document_ids.h"
#include "content/site.h"
#include "people/actor.h"
#include "store/database.h"

namespace haidang::editing {

struct EditContext {
  store::Session& session;  // a write transaction: change, audit and outbox are one
  const people::Actor& actor;
  const content::Site& site;
  Instant now{};
  content::IdSource block_ids;
};

}  // namespace haidang::editing
