#include "web/page.h"

namespace haidang::web {

std::string item_tag(content::ItemId item) {
  return "item:" + std::to_string(item.value);
}
std::string section_tag(content::SectionId section) {
  return "section:" + std::to_string(section.value);
}
std::string site_tag(content::SiteId site) {
  return "site:" + std::to_string(site.value);
}

}  // namespace haidang::web
