#include "web/page_crumbs.h"

#include "web/addresses.h"

namespace haidang::web {

std::vector<Crumb> crumbs_to(const Visit& visit, content::SectionId section) {
  std::vector<Crumb> crumbs{{visit.say("portal.home"), home_path(visit.locale)}};
  for (const content::Section* step : visit.site.path_to(section)) {
    const content::SectionText* text = step->text(visit.locale);
    if (text != nullptr) crumbs.push_back({text->title, section_path(visit.site, visit.locale, step->id)});
  }
  return crumbs;
}

void fill_breadcrumb(render::Fields& fields, const Visit& visit, const std::vector<Crumb>& crumbs) {
  fields.set("LABEL", visit.say("portal.breadcrumb"));
  for (const Crumb& crumb : crumbs) {
    render::Fields& step = fields.section("CRUMB");
    step.set("PATH", crumb.path);
    step.set("NAME", crumb.name);
  }
}

json::value breadcrumb_list(const Visit& visit, const std::vector<Crumb>& crumbs, const Crumb& page) {
  json::array steps;
  const auto add = [&](const Crumb& crumb) {
    steps.push_back({{"@type", "ListItem"},
                     {"position", steps.size() + 1},
                     {"name", crumb.name},
                     {"item", visit.origin + crumb.path}});
  };
  for (const Crumb& crumb : crumbs) add(crumb);
  add(page);
  return {
      {"@context", "https://schema.org"}, {"@type", "BreadcrumbList"}, {"itemListElement", std::move(steps)}};
}

}  // namespace haidang::web
