#include "portal/portal_frame.h"

#include <algorithm>

#include "lang/locale.h"
#include "portal/page_head.h"
#include "portal/site_style.h"
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

void fill_sections(render::Fields& fields, const web::Visit& visit, const web::Page& page) {
  const auto path = visit.site.path_to(page.section);
  for (const content::Section* section : visit.site.children({})) {
    const content::SectionText* text = section->text(visit.locale);
    if (text == nullptr) continue;
    render::Fields& entry = fields.section("SECTION");
    entry.set("NAME", text->title);
    entry.set("PATH", web::section_path(visit.site, visit.locale, section->id));
    if (!path.empty() && path.front() == section) entry.show("CURRENT");
  }
}

// A telephone number stays on one line: no-break spaces and hyphens.
std::string unbroken(std::string_view number) {
  std::string out;
  for (const char character : number) {
    if (character == ' ')
      out += "\u00A0";
    else if (character == '-')
      out += "\u2011";
    else
      out += character;
  }
  return out;
}

// A site that has given no way to reach it shows no empty heading.
void fill_contact(render::Fields& fields, const web::Visit& visit) {
  const std::string& address = visit.site_text().address;
  const std::string& email = visit.site.email;
  std::string number = visit.site.phone;
  if (address.empty() && email.empty() && number.empty()) return;
  render::Fields& contact = fields.section("CONTACT");
  contact.set("CONTACT_LABEL", visit.say("portal.contact"));
  if (!address.empty()) contact.section("ADDRESS").set("TEXT", address);
  if (!email.empty()) contact.section("EMAIL").set("TEXT", email);
  if (!number.empty()) {
    render::Fields& phone = contact.section("PHONE");
    phone.set("TEXT", unbroken(number));
    std::erase_if(number, [](char digit) { return digit != '+' && (digit < '0' || digit > '9'); });
    phone.set("NUMBER", number);
  }
}

void fill_footer(render::Fields& fields, const web::Visit& visit) {
  const content::SiteText& text = visit.site_text();
  if (!text.tagline.empty()) fields.section("WITH_TAGLINE").set("TAGLINE", text.tagline);
  if (!text.publisher.empty())
    fields.section("PUBLISHER").set("TEXT", visit.say("portal.publisher", {{"agency", text.publisher}}));
  fill_contact(fields, visit);
  const std::string home = web::home_path(visit.locale);
  const auto link = [&](const std::string& path, const std::string& name) {
    render::Fields& entry = fields.section("LINK");
    entry.set("PATH", path);
    entry.set("NAME", name);
  };
  link(home + "sitemap", visit.say("portal.site_map"));
  link(home + "feed.xml", visit.say("portal.feed_atom"));
  link(home + "feed.json", visit.say("portal.feed_json"));
}

}  // namespace

std::string frame_page(const web::Visit& visit, const web::Page& page, const render::Templates& templates,
                       const Assets& assets) {
  render::Fields fields;
  fill_head(fields, visit, page);
  const lang::LocaleInfo* info = lang::find_locale(visit.locale);
  fields.set("HTML_LANG", info == nullptr ? visit.locale : std::string(info->html_lang));
  fields.set("STYLE", assets.path_of("portal.css"));
  fields.set("SITE_STYLE", site_style_path(visit.site));
  fields.set("ICON", assets.path_of("icon.svg"));
  fields.set("TOUCH_ICON", assets.path_of("icon-180.png"));
  fields.set("THEME_COLOUR", masthead_colour(visit.site.accent));
  if (visit.locale != "zh") {
    // Chinese pages are set in the reader's own fonts.
    for (const char* font : {"be-vietnam-pro-latin-400.woff2", "be-vietnam-pro-latin-600.woff2"}) {
      fields.section("FONT").set("PATH", assets.path_of(font));
    }
  }
  fields.set("SKIP", visit.say("portal.skip"));
  fields.set("HOME", web::home_path(visit.locale));
  fields.set("SITE_NAME", visit.site_text().name);
  fields.set("SHORT_NAME", visit.site_text().short_name);
  fields.set("LANGUAGES_LABEL", visit.say("portal.languages"));
  fields.set("SECTIONS_LABEL", visit.say("portal.sections"));
  fields.set("MORE_LABEL", visit.say("portal.more"));
  fill_languages(fields, visit, page);
  fill_sections(fields, visit, page);
  fill_footer(fields, visit);
  fields.set("BODY", page.body);
  return templates.render("portal_frame", fields);
}

}  // namespace haidang::portal
