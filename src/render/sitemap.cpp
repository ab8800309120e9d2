#include "render/sitemap.h"

#include "render/safe_html.h"

namespace haidang::render {
namespace {

constexpr std::string_view kNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

std::string write_address(const SitemapAddress& entry, std::string_view tag) {
  std::string out = "<" + std::string(tag) + "><loc>" + escape_xml(entry.address) + "</loc>";
  if (!entry.changed.empty()) out += "<lastmod>" + escape_xml(entry.changed) + "</lastmod>";
  for (const SitemapAlternate& alternate : entry.alternates) {
    out += "<xhtml:link rel=\"alternate\" hreflang=\"" + escape_xml(alternate.hreflang) + "\" href=\"" +
           escape_xml(alternate.address) + "\"/>";
  }
  return out + "</" + std::string(tag) + ">\n";
}

std::string head(std::string_view root, std::string_view more) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<" + std::string(root) + " xmlns=\"" +
         std::string(kNamespace) + "\"" + std::string(more) + ">\n";
}

}  // namespace

std::string write_sitemap(std::span<const SitemapAddress> addresses) {
  std::string out = head("urlset", " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"");
  for (const SitemapAddress& entry : addresses) out += write_address(entry, "url");
  return out + "</urlset>\n";
}

std::string write_sitemap_index(std::span<const SitemapAddress> files) {
  std::string out = head("sitemapindex", "");
  for (const SitemapAddress& file : files) out += write_address(file, "sitemap");
  return out + "</sitemapindex>\n";
}

std::vector<std::span<const SitemapAddress>> split_sitemap(std::span<const SitemapAddress> addresses,
                                                           const SitemapLimits& limits) {
  constexpr std::size_t kFrame = 1024;  // more than head and end take
  std::vector<std::span<const SitemapAddress>> files;
  std::size_t first = 0;
  std::size_t bytes = kFrame;
  for (std::size_t at = 0; at < addresses.size(); ++at) {
    const std::size_t size = write_address(addresses[at], "url").size();
    if (at - first == limits.addresses || bytes + size > limits.bytes) {
      files.push_back(addresses.subspan(first, at - first));
      first = at;
      bytes = kFrame;
    }
    bytes += size;
  }
  files.push_back(addresses.subspan(first));
  return files;
}

}  // namespace haidang::render
