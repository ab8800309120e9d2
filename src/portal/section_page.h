#pragma once
// A section's list in a language, page by page.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "render/templates.h"
#include "store/database.h"
#include "web/kept.h"
#include "web/page.h"
#include "web/visit.h"

namespace haidang::portal {

// How long the lists are, by section and language: to count a long one takes
// longer than to show a page of it.
using KeptListSizes = web::Kept<std::pair<content::SectionId, std::string>, std::int64_t>;

// Not found: no such section in this language, or a page beyond the end.
web::Outcome section_page(const web::Visit& visit, store::Session& session,
                          const render::Templates& templates, KeptListSizes& sizes, std::string_view slug);

}  // namespace haidang::portal
