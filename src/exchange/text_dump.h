#pragma once
#include <optional>
#include <string_view>

#include "exchange/recognise.h"
#include "exchange/recognised.h"

namespace haidang::exchange {

// The article of a page that was saved as plain text (UTF-8): one line a block,
// menus, counters and comment boxes among them. nullopt if there is none.
std::optional<RecognisedItem> recognise_text(std::string_view text, const RecogniseOptions& options);

}  // namespace haidang::exchange
