#pragma once
// Feeds of a site's or a section's newest articles, with their full text.
#include <string>

#include "content/identifiers.h"
#include "render/feeds.h"
#include "store/database.h"
#include "web/visit.h"

namespace haidang::articles {

// SectionId{}: the whole site. `self` is the feed's own path.
render::Feed make_feed(const web::Visit& visit, store::Session& session, content::SectionId section,
                       const std::string& self);

}  // namespace haidang::articles
