#pragma once
// HTML to content blocks: for whole pages, feeds, exports, and any fragment an
// editor pastes or the demo site brings along.
#include <string_view>
#include <vector>

#include "content/document.h"
#include "exchange/html_tree.h"
#include "exchange/piece.h"

namespace haidang::exchange {

// The blocks of a fragment; furniture is not looked for, scripts and hidden
// elements are left out. Never throws on any bytes of UTF-8.
std::vector<content::Block> blocks_from_html(std::string_view fragment);

// The pieces below `root` in reading order. Nodes with skipped[node] are left
// out with all below them; an empty vector skips nothing.
std::vector<Piece> pieces_of(const HtmlTree& tree, NodeIndex root, const std::vector<bool>& skipped);

}  // namespace haidang::exchange
