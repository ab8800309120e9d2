#include "portal/frame_parts.h"

#include "portal/site_style.h"
#include "web/addresses.h"

namespace haidang::portal {

namespace {

void fill_looks(render::Fields& fields, const web::Visit& visit, const Assets& assets) {
  fields.set("STYLE", assets.path_of("portal.css"));
  fields.set("SITE_STYLE", site_style_path(visit.site));
  if (visit.locale == "zh") return;  // Chinese pages are set in the reader's own fonts
  for (const char* font : {"be-vietnam-pro-latin-400.woff2", "be-vietnam-pro-latin-600.woff2"})
    fields.section("FONT").set("PATH", assets.path_of(font));
}

void fill_links(render::Fields& fields, const web::Visit& visit, const Assets& assets) {
  const std::string home = web::home_path(visit.locale);
  const auto feed = [&](std::string_view type, const std::string& path) {
    render::Fields& link = fields.section("FEED");
    link.set("TYPE", type);
    link.set("PATH", path);
    link.set("TITLE", visit.site_text().name);
  };
  feed("application/atom+xml", home + "feed.xml");
  feed("application/feed+json", home + "feed.json");
  fields.set("ICON", assets.path_of("icon.svg"));
  fields.set("TOUCH_ICON", assets.path_of("icon-180.png"));
  fields.set("THEME_COLOUR", masthead_colour(visit.site.accent));
}

void fill_navigation(render::Fields& fields, const web::Visit& visit, content::SectionId marked) {
  fields.set("SECTIONS_LABEL", visit.say("portal.sections"));
  for (const content::Section* section : visit.site.children({})) {
    const content::SectionText* text = section->text(visit.locale);
    if (text == nullptr) continue;
    render::Fields& entry = fields.section("SECTION");
    entry.set("NAME", text->title);
    entry.set("PATH", web::section_path(visit.site, visit.locale, section->id));
    if (section->id == marked) entry.show("CURRENT");
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
  fields.set("SITE_NAME", text.name);
  fields.set("MORE_LABEL", visit.say("portal.more"));
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

// Without the end of the last line: it stands in a line of the frame.
template <class Fill>
render::SafeHtml part(const render::Templates& templates, std::string_view name, const Fill& fill) {
  render::Fields fields;
  fill(fields);
  std::string html = templates.render(name, fields);
  if (html.ends_with('\n')) html.pop_back();
  return render::SafeHtml::trusted(std::move(html));
}

}  // namespace

FrameParts make_frame_parts(const web::Visit& visit, content::SectionId marked,
                            const render::Templates& templates, const Assets& assets) {
  using render::Fields;
  return {
      part(templates, "frame_looks", [&](Fields& fields) { fill_looks(fields, visit, assets); }),
      part(templates, "frame_links", [&](Fields& fields) { fill_links(fields, visit, assets); }),
      part(templates, "frame_navigation", [&](Fields& fields) { fill_navigation(fields, visit, marked); }),
      part(templates, "frame_footer", [&](Fields& fields) { fill_footer(fields, visit); })};
}

std::shared_ptr<const FrameParts> frame_parts_of(KeptFrameParts& kept, const web::Visit& visit,
                                                 content::SectionId section,
                                                 const render::Templates& templates, const Assets& assets) {
  const auto path = visit.site.path_to(section);
  const content::SectionId marked = path.empty() ? content::SectionId{} : path.front()->id;
  return kept.get(visit, {visit.site.id, visit.locale, marked},
                  [&] { return make_frame_parts(visit, marked, templates, assets); });
}

}  // namespace haidang::portal
