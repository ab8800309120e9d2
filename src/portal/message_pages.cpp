#include "portal/message_pages.h"

#include <algorithm>

#include "lang/locale.h"
#include "web/addresses.h"

namespace haidang::portal {

namespace {

std::vector<std::string> known_codes() {
  std::vector<std::string> codes;
  for (const lang::LocaleInfo& info : lang::known_locales()) codes.emplace_back(info.code);
  return codes;
}

// The number of a status that has words of its own; others are worded as 400 or 500.
std::string worded_status(const lang::Catalogue& words, int status) {
  const std::string number = std::to_string(status);
  if (words.has("error." + number + ".title")) return number;
  return status < 500 ? "400" : "500";
}

}  // namespace

web::Page not_found_page(const web::Visit& visit, const render::Templates& templates) {
  web::Page page;
  page.status = 404;
  page.title = visit.say("error.404.title");
  page.description = visit.say("error.404.explanation");
  render::Fields fields;
  fields.set("STATUS", "404");
  fields.set("TITLE", page.title);
  fields.set("EXPLANATION", page.description);
  render::Fields& ways = fields.section("WAYS");
  ways.set("LABEL", visit.say("portal.ways_on"));
  const auto add = [&](const std::string& path, const std::string& name) {
    render::Fields& way = ways.section("WAY");
    way.set("PATH", path);
    way.set("NAME", name);
  };
  add(web::home_path(visit.locale), visit.say("portal.home"));
  add(web::home_path(visit.locale) + "sitemap", visit.say("portal.site_map"));
  page.body = render::SafeHtml::trusted(templates.render("portal_message", fields));
  return page;
}

std::string language_choice(const content::Site& site, const std::string& chosen,
                            const render::Templates& templates, const Assets& assets) {
  const lang::LocaleInfo* info = lang::find_locale(chosen);
  render::Fields fields;
  fields.set("HTML_LANG", info == nullptr ? chosen : std::string(info->html_lang));
  fields.set("TITLE", site.text(chosen).name);
  fields.set("STYLE", assets.path_of("portal.css"));
  fields.set("ICON", assets.path_of("icon.svg"));
  for (const std::string& locale : site.locales) {
    const lang::LocaleInfo* known = lang::find_locale(locale);
    if (known == nullptr) continue;
    render::Fields& language = fields.section("LANGUAGE");
    language.set("PATH", web::home_path(locale));
    language.set("LANG", known->html_lang);
    language.set("NAME", known->name);
  }
  return templates.render("language_choice", fields);
}

std::string language_of(const http::Request& request) {
  const std::string_view rest =
      std::string_view(request.path).substr(std::min<std::size_t>(1, request.path.size()));
  const std::string_view segment = rest.substr(0, rest.find('/'));
  if (lang::find_locale(segment) != nullptr) return std::string(segment);
  return lang::negotiate(request.headers.find("Accept-Language").value_or(""), known_codes());
}

http::Response plain_message(const http::Request& request, int status, const lang::Catalogues& catalogues,
                             const render::Templates& templates, const Assets& assets) {
  const std::string locale = language_of(request);
  const lang::Catalogue& words = catalogues.of(locale);
  const std::string number = worded_status(words, status);
  const lang::LocaleInfo* info = lang::find_locale(locale);
  render::Fields fields;
  fields.set("HTML_LANG", info == nullptr ? locale : std::string(info->html_lang));
  fields.set("STYLE", assets.path_of("portal.css"));
  fields.set("ICON", assets.path_of("icon.svg"));
  fields.set("STATUS", std::to_string(status));
  fields.set("TITLE", words.text("error." + number + ".title"));
  fields.set("EXPLANATION", words.text("error." + number + ".explanation"));
  // 404 and 410 speak of searching, which needs the frame of a site.
  if (status != 404 && status != 410 && words.has("error." + number + ".action")) {
    fields.section("ACTION").set("TEXT", words.text("error." + number + ".action"));
  }
  if (status != 421 && status != 400) {
    render::Fields& home = fields.section("HOME");
    home.set("PATH", "/");
    home.set("NAME", words.text("portal.home"));
  }
  if (status >= 500 && !request.id.empty()) {
    const std::pair<std::string, std::string> values[] = {{"id", request.id}};
    fields.section("REQUEST").set("TEXT", words.text("error.request_id", values));
  }
  auto response = http::Response::html(status, templates.render("plain_message", fields));
  response.headers.set("Vary", "Accept-Language");
  response.headers.set("Content-Language", info == nullptr ? locale : std::string(info->html_lang));
  return response;
}

}  // namespace haidang::portal
