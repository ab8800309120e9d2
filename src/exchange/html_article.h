#pragma once
// Where on a page the article is: what is furniture, which element holds the
// prose. Counting letters of prose outside links decides; names only advise.
#include <string>
#include <vector>

#include "exchange/html_tree.h"
#include "exchange/page_metadata.h"

namespace haidang::exchange {

struct ArticlePlace {
  std::vector<bool> skipped;    // furniture, by node
  NodeIndex content = no_node;  // the element with the prose; no_node: none
  std::size_t prose = 0;        // its letters of prose
  bool password = false;        // the page asks for one
};

ArticlePlace find_article(const HtmlTree& tree, const PageMetadata& metadata);

// The text of a heading that the page's metadata also give as title.
bool matches_title(std::string_view text, const PageMetadata& metadata);

}  // namespace haidang::exchange
