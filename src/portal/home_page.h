#pragma once
// The front page of a site in a language: the lead story, the latest, then what
// each section has newest.
#include "render/templates.h"
#include "store/database.h"
#include "web/page.h"
#include "web/visit.h"

namespace haidang::portal {

web::Page home_page(const web::Visit& visit, store::Session& session, const render::Templates& templates);

}  // namespace haidang::portal
