#include "portal/portal_frame.h"

#include <algorithm>

#include "lang/locale.h"
#include "portal/page_head.h"
#include "web/addresses.h"

namespace haidang::portal {

namespace {

void fill_languages(render::Fields& fields, const web::Visit& visit, const web::Page& page) {
  for (const std::string& locale : visit.site.locales) {
    const lang::LocaleInfo* info = lang::find_locale(locale);
    if (info == nullptr) continue;
    const auto same = std::ranges::find(page.alternates, locale, &web::LocalePath::locale);
    const auto near = std::ranges::find(page.nearest, locale, &web::LocalePath::locale);
    render::Fields& language = fields.section("LANGUAGE");
    language.set("NAME", std::string(info->name));
    language.set("LANG", std::string(info->html_lang));
    if (same != page.alternates.end())
      language.set("PATH", same->path);
    else if (near != page.nearest.end())
      language.set("PATH", near->path);
    else
      language.set("PATH", web::home_path(locale));
    if (locale == visit.locale) {
      language.show("CURRENT");
    } else if (same == page.alternates.end() && near != page.nearest.end()) {
      language.section("MISSING").set("NOTE", visit.all_words.of(locale).text("portal.not_in_this_language"));
    }
  }
}

}  // namespace

std::string frame_page(const web::Visit& visit, const web::Page& page, const FrameParts& parts,
                       const render::Templates& templates) {
  render::Fields fields;
  fill_head(fields, visit, page);
  const lang::LocaleInfo* info = lang::find_locale(visit.locale);
  fields.set("HTML_LANG", info == nullptr ? visit.locale : std::string(info->html_lang));
  fields.set("SKIP", visit.say("portal.skip"));
  fields.set("HOME", web::home_path(visit.locale));
  fields.set("SITE_NAME", visit.site_text().name);
  fields.set("SHORT_NAME", visit.site_text().short_name);
  fields.set("LANGUAGES_LABEL", visit.say("portal.languages"));
  fill_languages(fields, visit, page);
  fields.set("LOOKS", parts.looks);
  fields.set("LINKS", parts.links);
  fields.set("NAVIGATION", parts.navigation);
  fields.set("FOOTER", parts.footer);
  fields.set("BODY", page.body);
  return templates.render("portal_frame", fields);
}

}  // namespace haidang::portal
