#pragma once
// Sitemaps (sitemaps.org protocol 0.9) with the language alternates that search
// engines read from them (xhtml:link). All addresses are absolute.
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace haidang::render {

// The protocol's limits for one file.
struct SitemapLimits {
  std::size_t addresses = 50'000;
  std::size_t bytes = 50 * 1024 * 1024;
};

struct SitemapAlternate {
  std::string hreflang;  // "vi", "zh-Hans", "x-default"
  std::string address;
};

struct SitemapAddress {
  std::string address;
  std::string changed;  // RFC 3339, "" if not known
  std::vector<SitemapAlternate> alternates;
};

std::string write_sitemap(std::span<const SitemapAddress> addresses);
std::string write_sitemap_index(std::span<const SitemapAddress> files);

// Cuts a list into files within both limits; always at least one, the same cut
// for the same list.
std::vector<std::span<const SitemapAddress>> split_sitemap(std::span<const SitemapAddress> addresses,
                                                           const SitemapLimits& limits = {});

}  // namespace haidang::render
