#pragma once
// The frame around every public page: head, masthead, navigation, language
// switch, footer.
#include <string>

#include "portal/assets.h"
#include "render/templates.h"
#include "web/page.h"
#include "web/visit.h"

namespace haidang::portal {

std::string frame_page(const web::Visit& visit, const web::Page& page, const render::Templates& templates,
                       const Assets& assets);

}  // namespace haidang::portal
