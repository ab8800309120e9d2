#pragma once
// What stands in a page's <head> for machines: title, canonical address, language
// alternates, sharing, feeds, structured data.
#include "render/templates.h"
#include "web/page.h"
#include "web/visit.h"

namespace haidang::portal {

void fill_head(render::Fields& fields, const web::Visit& visit, const web::Page& page);

// The language that hreflang="x-default" names among those a page exists in:
// English, which most foreign readers can read, else the page's first.
const web::LocalePath& default_alternate(const std::vector<web::LocalePath>& alternates);

}  // namespace haidang::portal
