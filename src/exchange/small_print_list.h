#pragma once
// <ul class="list-inline"><li>20/05/2020 08:15</li><li>In ra</li></ul> under a title.
#include "exchange/item_draft.h"
#include "exchange/piece.h"

namespace haidang::exchange {

// Takes what the list says if every item is a date, a label or a tool.
bool read_small_print_list(const Piece& list, BareDates bare, ItemDraft& draft);

}  // namespace haidang::exchange
