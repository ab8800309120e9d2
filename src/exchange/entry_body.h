#pragma once
// The HTML inside a feed's or export's entry.
#include <string>
#include <string_view>
#include <vector>

#include "exchange/item_draft.h"
#include "exchange/piece.h"

namespace haidang::exchange {

std::vector<Piece> entry_pieces(std::string_view markup);

// Fills lead and body from the whole content and the summary beside it, either
// of which may be missing.
void read_entry(std::string_view content, std::string_view summary, ItemDraft& draft);

// Addresses of pictures and files become absolute against `base`.
void resolve_blocks(std::vector<content::Block>& blocks, std::string_view base);

}  // namespace haidang::exchange
