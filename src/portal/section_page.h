#pragma once
// A section's list in a language, page by page.
#include <string_view>

#include "render/templates.h"
#include "store/database.h"
#include "web/page.h"
#include "web/visit.h"

namespace haidang::portal {

// Not found: no such section in this language, or a page beyond the end.
web::Outcome section_page(const web::Visit& visit, store::Session& session,
                          const render::Templates& templates, std::string_view slug);

}  // namespace haidang::portal
