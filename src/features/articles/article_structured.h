#pragma once
// Articles for search engines: schema.org NewsArticle, or WebPage for standing pages.
#include <string>

#include "base/json.h"
#include "content/edition.h"
#include "web/visit.h"

namespace haidang::articles {

// `path` and `picture` are root-relative; `picture` may be "".
json::value structured_article(const web::Visit& visit, const content::PublicEdition& edition,
                               const std::string& path, const std::string& picture);

}  // namespace haidang::articles
