#include "web/addresses.h"

namespace haidang::web {

std::string home_path(std::string_view locale) {
  return "/" + std::string(locale) + "/";
}

content::SectionId nearest_section(const content::Site& site, std::string_view locale,
                                   content::SectionId section) {
  const auto path = site.path_to(section);
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    if ((*step)->text(locale) != nullptr) return (*step)->id;
  }
  return {};
}

std::string section_path(const content::Site& site, std::string_view locale, content::SectionId section) {
  const content::Section* nearest = site.section(nearest_section(site, locale, section));
  if (nearest == nullptr) return home_path(locale);
  return home_path(locale) + nearest->text(locale)->slug + "/";
}

std::string item_path(const content::Site& site, std::string_view locale, content::SectionId section,
                      std::string_view slug) {
  const content::Section* nearest = site.section(nearest_section(site, locale, section));
  // An item needs a section in its address; its key serves where no name is.
  const content::Section* own = site.section(section);
  const std::string segment = nearest != nullptr ? nearest->text(locale)->slug
                              : own != nullptr   ? own->key
                                                 : "-";
  return home_path(locale) + segment + "/" + std::string(slug);
}

std::string origin_of(const http::Request& request, const content::Site& site) {
  const std::string scheme = request.secure ? "https://" : "http://";
  const std::string& host = request.host;
  const bool is_loopback =
      host == "localhost" || host.ends_with(".localhost") || host == "127.0.0.1" || host == "[::1]";
  if (is_loopback || site.hosts.empty()) return scheme + request.authority;
  const std::size_t colon = request.authority.rfind(':');
  const bool has_port = colon != std::string::npos && request.authority.find(']', colon) == std::string::npos;
  return scheme + site.hosts.front() + (has_port ? request.authority.substr(colon) : "");
}

std::string tag_uri(const content::Site& site, std::string_view specific) {
  // The year only says when the name was minted: it must never change.
  const std::string authority = site.hosts.empty() ? site.key : site.hosts.front();
  return "tag:" + authority + ",2026:" + std::string(specific);
}

}  // namespace haidang::web
