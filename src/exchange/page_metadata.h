#pragma once
// What a page says about itself to machines: meta elements, JSON-LD (schema.org),
// microdata, canonical link, "saved from" comment, base.
#include <string>
#include <string_view>
#include <vector>

#include "exchange/html_tree.h"
#include "exchange/item_draft.h"

namespace haidang::exchange {

struct MetaFact {
  std::string value;  // clean text
  std::size_t line = 0;
  std::string rule;  // "meta og:title"
  bool empty() const { return value.empty(); }
};

struct PageMetadata {
  MetaFact title;       // of the article: og:title, headline
  MetaFact page_title;  // <title>
  MetaFact site_name;
  MetaFact byline;
  MetaFact section;
  MetaFact address;  // absolute
  MetaFact locale;   // language tag
  MetaFact published;
  MetaFact updated;
  bool published_structured = false;  // JSON-LD rather than meta
  std::vector<std::string> crumbs;    // JSON-LD BreadcrumbList, in order
  std::string article_key;            // key_of(article_part(*this)), which much is compared with
};

// `markup`: the page's text, for comments before <html>.
PageMetadata read_metadata(const HtmlTree& tree, std::string_view markup);

// The parts of <title> between " - ", " | ", " :: ", "_" …
std::vector<std::string> title_parts(std::string_view page_title);
bool names_a_site(std::string_view part, const PageMetadata& metadata);
// The part of <title> that names the article rather than the site.
std::string article_part(const PageMetadata& metadata);

bool is_absolute_address(std::string_view address);
// Reference resolution (RFC 3986 section 5.2) as far as pages need it.
std::string resolve_address(std::string_view base, std::string_view reference);

}  // namespace haidang::exchange
