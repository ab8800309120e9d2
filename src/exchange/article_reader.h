#pragma once
// From pieces in reading order to an item: title, small print, lead, body,
// signature. Used for pages and, without a title, for what feeds hold.
#include <string>
#include <vector>

#include "exchange/item_draft.h"
#include "exchange/piece.h"

namespace haidang::exchange {

struct ArticlePieces {
  std::vector<Piece> pieces;
  std::size_t title = npos;       // index of the title among them
  std::size_t content_begin = 0;  // the first and the one behind the last
  std::size_t content_end = 0;    // piece inside the content element
  std::size_t end = 0;            // behind the last piece of the article's root
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

// Fills the draft's fields and body.
void read_article(ArticlePieces article, ItemDraft& draft);

// The index of the piece that is the title, or npos. `matches`: for each piece
// what title_match() says of it.
std::size_t find_title(const ArticlePieces& article, const std::vector<int>& matches);

}  // namespace haidang::exchange
