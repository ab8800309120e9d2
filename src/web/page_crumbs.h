#pragma once
// The way from the home page to where the reader is.
#include <vector>

#include "base/json.h"
#include "render/templates.h"
#include "web/page.h"
#include "web/visit.h"

namespace haidang::web {

// Home, then the sections down to `section`, itself included.
std::vector<Crumb> crumbs_to(const Visit& visit, content::SectionId section);

// Fields of the template "breadcrumb".
void fill_breadcrumb(render::Fields& fields, const Visit& visit, const std::vector<Crumb>& crumbs);

// schema.org BreadcrumbList; the page itself closes it.
json::value breadcrumb_list(const Visit& visit, const std::vector<Crumb>& crumbs, const Crumb& page);

}  // namespace haidang::web
