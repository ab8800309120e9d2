#include "exchange/page_metadata.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "exchange/html_fonts.h"
#include "exchange/structured_data.h"
#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

void keep(MetaFact& fact, std::string_view value, std::size_t line, std::string_view rule) {
  if (fact.empty()) fact = {clean(value), line, std::string(rule)};
}

struct MetaName {
  std::string_view name;
  MetaFact PageMetadata::*fact;
};

constexpr auto kMetaNames = std::to_array<MetaName>({
    {"og:title", &PageMetadata::title},
    {"twitter:title", &PageMetadata::title},
    {"headline", &PageMetadata::title},
    {"dc.title", &PageMetadata::title},
    {"og:site_name", &PageMetadata::site_name},
    {"application-name", &PageMetadata::site_name},
    {"article:author", &PageMetadata::byline},
    {"dc.creator", &PageMetadata::byline},
    {"article:section", &PageMetadata::section},
    {"article:published_time", &PageMetadata::published},
    {"og:published_time", &PageMetadata::published},
    {"og:article:published_time", &PageMetadata::published},
    {"datepublished", &PageMetadata::published},
    {"pubdate", &PageMetadata::published},
    {"publishdate", &PageMetadata::published},
    {"publish_date", &PageMetadata::published},
    {"publish-date", &PageMetadata::published},
    {"dc.date.issued", &PageMetadata::published},
    {"dcterms.created", &PageMetadata::published},
    {"dc.date", &PageMetadata::published},
    {"article:modified_time", &PageMetadata::updated},
    {"og:updated_time", &PageMetadata::updated},
    {"datemodified", &PageMetadata::updated},
    {"dcterms.modified", &PageMetadata::updated},
    {"content-language", &PageMetadata::locale},
    {"og:locale", &PageMetadata::locale},
    {"inlanguage", &PageMetadata::locale},
});

void read_meta(const HtmlTree& tree, NodeIndex node, PageMetadata& metadata, MetaFact& og_address) {
  const std::string_view value = tree.attribute(node, "content");
  if (trim(value).empty()) return;
  for (const std::string_view attribute : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string name = to_ascii_lower(trim(tree.attribute(node, attribute)));
    if (name.empty()) continue;
    if (name == "og:url" && is_absolute_address(trim(value)))
      keep(og_address, trim(value), tree[node].line, "meta og:url");
    for (const MetaName& known : kMetaNames) {
      if (name == known.name) keep(metadata.*known.fact, value, tree[node].line, "meta " + name);
    }
  }
}

// <time datetime itemprop=datePublished> and kin outside <meta>.
void read_microdata(const HtmlTree& tree, NodeIndex node, PageMetadata& metadata) {
  const std::string_view property = tree.attribute(node, "itemprop");
  if (property.empty()) return;
  std::string value(trim(tree.attribute(node, "datetime")));
  if (value.empty()) value = std::string(trim(tree.attribute(node, "content")));
  if (value.empty() && tree[node].tag == "abbr") value = std::string(trim(tree.attribute(node, "title")));
  if (value.empty()) value = clean(tree.text_of(node, 200));
  if (property == "datePublished" || property == "dateCreated")
    keep(metadata.published, value, tree[node].line, "itemprop datePublished");
  if (property == "dateModified") keep(metadata.updated, value, tree[node].line, "itemprop dateModified");
}

// Browsers write: <!-- saved from url=(0108)http://… -->
std::string saved_from(std::string_view markup) {
  const std::string_view head = markup.substr(0, 4096);
  const auto at = head.find("saved from url=");
  if (at == std::string_view::npos) return {};
  const auto start = head.find("http", at);
  const auto end = head.find("-->", at);
  if (start == std::string_view::npos || end == std::string_view::npos || start > at + 40 || end < start)
    return {};
  return std::string(trim(head.substr(start, end - start)));
}

bool names_a_page(std::string_view address) {
  const auto host = address.find("://");
  const auto path = host == std::string_view::npos ? host : address.find('/', host + 3);
  return path != std::string_view::npos && address.size() > path + 1;
}

void take_structured(const StructuredData& data, PageMetadata& metadata) {
  const auto set = [](MetaFact& fact, const std::string& value, std::string_view rule) {
    if (!value.empty()) fact = {value, 0, std::string(rule)};
  };
  set(metadata.title, data.headline, "JSON-LD headline");
  set(metadata.byline, data.author, "JSON-LD author");
  if (metadata.section.empty()) set(metadata.section, data.section, "JSON-LD articleSection");
  if (metadata.locale.empty()) set(metadata.locale, data.locale, "JSON-LD inLanguage");
  if (!data.published.empty()) metadata.published_structured = true;
  set(metadata.published, data.published, "JSON-LD datePublished");
  set(metadata.updated, data.updated, "JSON-LD dateModified");
  metadata.crumbs = data.crumbs;
}

}  // namespace

bool is_absolute_address(std::string_view address) {
  return address.starts_with("http://") || address.starts_with("https://");
}

std::string resolve_address(std::string_view base, std::string_view reference) {
  reference = trim(reference);
  if (reference.empty() || is_absolute_address(reference)) return std::string(reference);
  const auto host = base.find("://");
  if (host == std::string_view::npos) return std::string(reference);
  if (reference.starts_with("//")) return std::string(base.substr(0, host + 1)) + std::string(reference);
  if (reference.find(':') < reference.find('/')) return std::string(reference);  // mailto:, ftp://
  const auto path = std::min(base.find('/', host + 3), base.size());
  const std::string root(base.substr(0, path));
  if (reference.front() == '/') return root + std::string(reference);
  std::string folder(base.substr(path, base.find_first_of("?#", path) - path));
  if (reference.front() == '?') return root + folder + std::string(reference);
  if (reference.front() == '#') return std::string(base.substr(0, base.find('#')));
  folder.resize(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/') + 1);
  if (folder.empty()) folder = "/";
  while (reference.starts_with("./") || reference.starts_with("../")) {
    const bool up = reference.starts_with("../");
    reference.remove_prefix(up ? 3 : 2);
    if (up && folder.size() > 1) folder.resize(folder.rfind('/', folder.size() - 2) + 1);
  }
  return root + folder + std::string(reference);
}

PageMetadata read_metadata(const HtmlTree& tree, std::string_view markup) {
  PageMetadata metadata;
  MetaFact canonical;
  MetaFact og_address;
  MetaFact base;
  StructuredData data;
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    const HtmlNode& node = tree[i];
    if (node.tag == "html") {
      for (const std::string_view name : {"lang", "xml:lang"})
        keep(metadata.locale, tree.attribute(i, name), node.line, "html lang");
    } else if (node.tag == "title" && metadata.page_title.empty()) {
      keep(metadata.page_title, decode_if_legacy(tree.text_of(i, 2000)), node.line, "title element");
    } else if (node.tag == "meta") {
      read_meta(tree, i, metadata, og_address);
    } else if (node.tag == "link" &&
               to_ascii_lower(tree.attribute(i, "rel")).find("canonical") != std::string::npos) {
      keep(canonical, tree.attribute(i, "href"), node.line, "link canonical");
    } else if (node.tag == "base") {
      keep(base, tree.attribute(i, "href"), node.line, "base");
    } else if (node.tag == "script" && tree.attribute(i, "type").find("ld+json") != std::string_view::npos &&
               node.end > i + 1) {
      read_structured_data(tree[i + 1].text, data);
    }
    read_microdata(tree, i, metadata);
  }
  take_structured(data, metadata);
  const std::string saved = saved_from(markup);
  if (!canonical.empty() && !is_absolute_address(canonical.value)) {
    const std::string& known = !og_address.empty() ? og_address.value : (!base.empty() ? base.value : saved);
    canonical.value = resolve_address(known, canonical.value);
  }
  if (is_absolute_address(canonical.value)) metadata.address = canonical;
  if (metadata.address.empty()) metadata.address = og_address;
  if (metadata.address.empty() && is_absolute_address(data.address))
    metadata.address = {data.address, 0, "JSON-LD address"};
  if (metadata.address.empty() && is_absolute_address(saved))
    metadata.address = {saved, 1, "saved from comment"};
  if (metadata.address.empty() && is_absolute_address(base.value) && names_a_page(base.value) &&
      !base.value.ends_with('/')) {
    metadata.address = base;
  }
  metadata.article_key = key_of(article_part(metadata));
  return metadata;
}

std::vector<std::string> title_parts(std::string_view page_title) {
  constexpr auto kSeparators =
      std::to_array<std::string_view>({" - ", " | ", " – ", " — ", " :: ", " » ", " « ", " › ", " > ", " • ",
                                       " · ", "_", "|", " / ", " -- ", "::"});
  std::vector<std::string> parts;
  std::string rest(page_title);
  for (;;) {
    std::size_t first = std::string::npos;
    std::size_t width = 0;
    for (const std::string_view separator : kSeparators) {
      const auto at = rest.find(separator);
      if (at < first) {
        first = at;
        width = separator.size();
      }
    }
    std::string part = clean(std::string_view(rest).substr(0, first));
    if (!part.empty()) parts.push_back(std::move(part));
    if (first == std::string::npos) return parts;
    rest.erase(0, first + width);
  }
}

bool names_a_site(std::string_view part, const PageMetadata& metadata) {
  if (!metadata.site_name.empty() && same_words(part, metadata.site_name.value)) return true;
  constexpr auto kBeginnings = std::to_array<std::string_view>(
      {"cong thong tin", "trang thong tin", "trang tin", "bao ", "website", "cong ttdt", "ubnd",
       "uy ban nhan dan", "so ", "trang chu", "chi tiet", "tin tuc", "home", "official website", "portal",
       "trang web", "cong dien tu", "tap chi", "dai "});
  const std::string key = key_of(part);
  return is_home(part) || is_crumb_filler(part) || key.ends_with(" online") || key.ends_with(" portal") ||
         key.ends_with(" dien tu") || key.ends_with(".vn") ||
         std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view b) { return key.starts_with(b); });
}

std::string article_part(const PageMetadata& metadata) {
  if (!metadata.title.empty()) return metadata.title.value;
  const std::string& whole = metadata.page_title.value;
  auto parts = title_parts(whole);
  std::size_t first = 0;
  std::size_t last = parts.size();
  while (last - first > 1 && names_a_site(parts[last - 1], metadata)) --last;
  while (last - first > 1 && names_a_site(parts[first], metadata)) ++first;
  if (first >= last) return whole;
  // What is left between the site's names, with its own dashes.
  const auto begin = whole.find(parts[first]);
  const auto end = whole.rfind(parts[last - 1]);
  if (begin == std::string::npos || end == std::string::npos || end < begin) return parts[first];
  return whole.substr(begin, end - begin + parts[last - 1].size());
}

}  // namespace haidang::exchange
