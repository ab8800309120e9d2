#pragma once
// The frame around every public page: head, masthead, navigation, language
// switch, footer.
#include <string>

#include "portal/frame_parts.h"
#include "render/templates.h"
#include "web/page.h"
#include "web/visit.h"

namespace haidang::portal {

std::string frame_page(const web::Visit& visit, const web::Page& page, const FrameParts& parts,
                       const render::Templates& templates);

}  // namespace haidang::portal
