#pragma once
// What machines ask a site for: sitemap.xml with its parts, robots.txt.
#include <string>
#include <vector>

#include "http/message.h"
#include "render/sitemap.h"
#include "store/database.h"
#include "web/visit.h"

namespace haidang::portal {

// Every public address of the site: front pages, sections, site maps, items.
std::vector<render::SitemapAddress> sitemap_addresses(store::Session& session, const content::Site& site,
                                                      const std::string& origin);

// Part 0 is /sitemap.xml: all addresses, or the index of /sitemap/1.xml … if they
// do not fit into one file. Nothing if there is no such part.
std::optional<http::Response> sitemap_response(const std::vector<render::SitemapAddress>& addresses,
                                               const std::string& origin, std::size_t part);

http::Response robots_response(const std::string& origin);

}  // namespace haidang::portal
