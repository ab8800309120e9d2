#include "portal/machine_files.h"

#include "content/public_store.h"
#include "lang/locale.h"
#include "portal/page_head.h"
#include "web/addresses.h"

namespace haidang::portal {

namespace {

constexpr std::int64_t kItemsAtOnce = 2000;

// One entry for each language of a page, each naming all of them.
void add_page(std::vector<render::SitemapAddress>& addresses, const std::string& origin,
              const std::vector<web::LocalePath>& paths, const std::vector<std::string>& changed) {
  if (paths.empty()) return;
  std::vector<render::SitemapAlternate> alternates;
  for (const web::LocalePath& path : paths) {
    if (const auto* info = lang::find_locale(path.locale)) {
      alternates.push_back({std::string(info->hreflang), origin + path.path});
    }
  }
  alternates.push_back({"x-default", origin + default_alternate(paths).path});
  for (std::size_t i = 0; i < paths.size(); ++i) {
    addresses.push_back({origin + paths[i].path, i < changed.size() ? changed[i] : "", alternates});
  }
}

void add_standing(std::vector<render::SitemapAddress>& addresses, const content::Site& site,
                  const std::string& origin) {
  std::vector<web::LocalePath> home;
  std::vector<web::LocalePath> map;
  for (const std::string& locale : site.locales) {
    home.push_back({locale, web::home_path(locale)});
    map.push_back({locale, web::home_path(locale) + "sitemap"});
  }
  add_page(addresses, origin, home, {});
  add_page(addresses, origin, map, {});
  for (const content::Section& section : site.sections) {
    std::vector<web::LocalePath> paths;
    for (const std::string& locale : site.locales) {
      if (section.text(locale) != nullptr)
        paths.push_back({locale, web::section_path(site, locale, section.id)});
    }
    add_page(addresses, origin, paths, {});
  }
}

}  // namespace

std::vector<render::SitemapAddress> sitemap_addresses(store::Session& session, const content::Site& site,
                                                      const std::string& origin) {
  std::vector<render::SitemapAddress> addresses;
  add_standing(addresses, site, origin);
  content::ItemId after;
  std::vector<web::LocalePath> paths;
  std::vector<std::string> changed;
  const auto finish_item = [&] {
    add_page(addresses, origin, paths, changed);
    paths.clear();
    changed.clear();
  };
  for (;;) {
    const auto entries = content::list_for_sitemap(session, site.id, after, kItemsAtOnce);
    if (entries.empty()) break;
    for (const content::SitemapEntry& entry : entries) {
      if (entry.item != after) finish_item();
      after = entry.item;
      if (!site.has_locale(entry.locale)) continue;
      paths.push_back({entry.locale, web::item_path(site, entry.locale, entry.section, entry.slug)});
      changed.push_back(format_rfc3339(entry.changed_at));
    }
    finish_item();
  }
  return addresses;
}

std::optional<http::Response> sitemap_response(const std::vector<render::SitemapAddress>& addresses,
                                               const std::string& origin, std::size_t part) {
  const auto files = render::split_sitemap(addresses);
  constexpr const char* kType = "application/xml; charset=utf-8";
  if (part > 0) {
    if (files.size() < 2 || part > files.size()) return std::nullopt;
    return http::Response::with_type(200, kType, render::write_sitemap(files[part - 1]));
  }
  if (files.size() == 1) return http::Response::with_type(200, kType, render::write_sitemap(files.front()));
  std::vector<render::SitemapAddress> parts;
  for (std::size_t number = 1; number <= files.size(); ++number) {
    parts.push_back({origin + "/sitemap/" + std::to_string(number) + ".xml", "", {}});
  }
  return http::Response::with_type(200, kType, render::write_sitemap_index(parts));
}

http::Response robots_response(const std::string& origin) {
  // RFC 9309. Staff pages and the API are no reading matter.
  return http::Response::text(
      200, "User-agent: *\nDisallow: /desk/\nDisallow: /api/\n\nSitemap: " + origin + "/sitemap.xml\n");
}

}  // namespace haidang::portal
