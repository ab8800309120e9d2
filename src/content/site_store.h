#pragma once
// Writing sites; reading them is in public_store.h.
#include "content/site.h"
#include "store/database.h"

namespace haidang::content {

// Stores a site as sites_from_json gives it and returns it with its ids.
// A host, key or slug that is taken is a DatabaseError (unique_violation).
Site insert_site(store::Session& session, Site site);

}  // namespace haidang::content
