#pragma once
// Pictures of a text dump: only their names and captions are left. And the
// lead, which a dump shows by nothing but the picture behind it.
#include <vector>

#include "exchange/item_draft.h"
#include "exchange/piece.h"

namespace haidang::exchange {

// Turns caption lines into image blocks without address, drops picture names,
// takes the first paragraph as lead if it is one sentence that a picture sets
// apart from the body.
void read_lead_and_captions(std::vector<Piece>& body, ItemDraft& draft);

}  // namespace haidang::exchange
