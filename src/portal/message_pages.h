#pragma once
// Pages that say why there is no page: within the frame where the site is known,
// plain where it is not (another host, a request that was none, a failure).
#include <string>

#include "content/site.h"
#include "http/message.h"
#include "lang/catalogue.h"
#include "portal/assets.h"
#include "render/templates.h"
#include "web/page.h"
#include "web/visit.h"

namespace haidang::portal {

// 404, with ways on: home, and the sections.
web::Page not_found_page(const web::Visit& visit, const render::Templates& templates);

// What stands in the redirect from "/" for whoever does not follow it: the languages.
std::string language_choice(const content::Site& site, const std::string& chosen,
                            const render::Templates& templates, const Assets& assets);

// The language to speak to someone whose site is not known: the address's first
// segment, else Accept-Language.
std::string language_of(const http::Request& request);

// Reads nothing but its arguments: it must work when the database does not.
http::Response plain_message(const http::Request& request, int status, const lang::Catalogues& catalogues,
                             const render::Templates& templates, const Assets& assets);

}  // namespace haidang::portal
