#pragma once
// Old addresses still answer: those of the portals that were moved in, and those
// an item had under an earlier slug.
#include <optional>

#include "content/site.h"
#include "http/message.h"
#include "store/database.h"

namespace haidang::portal {

// A 301 to where the page is now. `site` is the one whose host was asked for;
// nullptr if the host is no site's (an old portal's name that points here).
std::optional<http::Response> old_address_response(store::Session& session, const content::Sites& sites,
                                                   const content::Site* site, const http::Request& request);

}  // namespace haidang::portal
