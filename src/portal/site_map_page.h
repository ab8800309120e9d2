#pragma once
// The site map for people: every section of the site, with its description.
#include "render/templates.h"
#include "web/page.h"
#include "web/visit.h"

namespace haidang::portal {

web::Page site_map_page(const web::Visit& visit, const render::Templates& templates);

}  // namespace haidang::portal
