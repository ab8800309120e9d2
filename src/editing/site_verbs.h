#pragma once
// Verbs on sites.
#include "base/clock.h"
#include "content/site.h"
#include "people/actor.h"
#include "store/database.h"

namespace haidang::editing {

// Stores a site as content::sites_from_json gives it; returned with its ids.
content::Site create_site(store::Session& session, const people::Actor& actor, Instant now,
                          content::Site site);

}  // namespace haidang::editing
