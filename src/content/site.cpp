#include "content/site.h"

#include <algorithm>

namespace haidang::content {

namespace {
template <class Predicate>
const Section* first(const std::vector<Section>& sections, Predicate predicate) {
  const auto found = std::find_if(sections.begin(), sections.end(), predicate);
  return found == sections.end() ? nullptr : &*found;
}
}  // namespace

const SectionText* Section::text(std::string_view locale) const {
  const auto found = texts.find(locale);
  return found == texts.end() ? nullptr : &found->second;
}

bool Site::has_locale(std::string_view locale) const {
  return std::find(locales.begin(), locales.end(), locale) != locales.end();
}

const SiteText& Site::text(std::string_view locale) const {
  static const SiteText kNothing;
  if (const auto found = texts.find(locale); found != texts.end()) return found->second;
  if (!locales.empty())
    if (const auto found = texts.find(locales.front()); found != texts.end()) return found->second;
  return kNothing;
}

const Section* Site::section(SectionId wanted) const {
  return first(sections, [&](const Section& section) { return section.id == wanted; });
}

const Section* Site::section_by_key(std::string_view wanted) const {
  return first(sections, [&](const Section& section) { return section.key == wanted; });
}

const Section* Site::section_by_slug(std::string_view locale, std::string_view slug) const {
  return first(sections, [&](const Section& section) {
    const SectionText* text = section.text(locale);
    return text != nullptr && text->slug == slug;
  });
}

std::vector<const Section*> Site::children(SectionId parent) const {
  std::vector<const Section*> found;
  for (const Section& section : sections)
    if (section.parent == parent) found.push_back(&section);
  return found;
}

std::vector<const Section*> Site::path_to(SectionId wanted) const {
  std::vector<const Section*> path;
  // Bounded by the number of sections even if the tree were damaged.
  for (const Section* at = section(wanted); at != nullptr && path.size() < sections.size();
       at = section(at->parent))
    path.insert(path.begin(), at);
  return path;
}

const Site* Sites::by_host(std::string_view host) const {
  for (const Site& site : sites_)
    if (std::find(site.hosts.begin(), site.hosts.end(), host) != site.hosts.end()) return &site;
  return nullptr;
}

const Site* Sites::by_key(std::string_view key) const {
  const auto found =
      std::find_if(sites_.begin(), sites_.end(), [&](const Site& site) { return site.key == key; });
  return found == sites_.end() ? nullptr : &*found;
}

const Site* Sites::by_id(SiteId id) const {
  const auto found =
      std::find_if(sites_.begin(), sites_.end(), [&](const Site& site) { return site.id == id; });
  return found == sites_.end() ? nullptr : &*found;
}

}  // namespace haidang::content
