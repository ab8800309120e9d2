#include "portal/site_map_page.h"

#include "web/addresses.h"
#include "web/page_crumbs.h"

namespace haidang::portal {

namespace {

// False if the section is not in the reader's language.
bool fill_section(render::Fields& parent, std::string_view name, const web::Visit& visit,
                  const content::Section& section) {
  const content::SectionText* text = section.text(visit.locale);
  if (text == nullptr) return false;
  render::Fields& entry = parent.section(name);
  entry.set("NAME", text->title);
  entry.set("PATH", web::section_path(visit.site, visit.locale, section.id));
  if (!text->description.empty()) entry.section("WITH_DESCRIPTION").set("DESCRIPTION", text->description);
  render::Fields* children = nullptr;
  for (const content::Section* child : visit.site.children(section.id)) {
    if (child->text(visit.locale) == nullptr) continue;
    if (children == nullptr) children = &entry.section("CHILDREN");
    fill_section(*children, "CHILD", visit, *child);
  }
  return true;
}

}  // namespace

web::Page site_map_page(const web::Visit& visit, const render::Templates& templates) {
  web::Page page;
  page.title = visit.say("portal.site_map");
  page.description = visit.say("portal.site_map_description", {{"site", visit.site_text().name}});
  page.path = web::home_path(visit.locale) + "sitemap";
  for (const std::string& locale : visit.site.locales) {
    page.alternates.push_back({locale, web::home_path(locale) + "sitemap"});
  }
  page.crumbs = web::crumbs_to(visit, {});
  page.structured = {web::breadcrumb_list(visit, page.crumbs, {page.title, page.path})};
  render::Fields fields;
  web::fill_breadcrumb(fields.include("BREADCRUMB", "breadcrumb"), visit, page.crumbs);
  fields.set("TITLE", page.title);
  fields.set("DESCRIPTION", page.description);
  for (const content::Section* section : visit.site.children({}))
    fill_section(fields, "SECTION", visit, *section);
  page.body = render::SafeHtml::trusted(templates.render("portal_site_map", fields));
  return page;
}

}  // namespace haidang::portal
