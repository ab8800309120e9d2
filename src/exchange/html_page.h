#pragma once
#include <optional>
#include <string_view>

#include "exchange/recognise.h"
#include "exchange/recognised.h"

namespace haidang::exchange {

// The article of an HTML page (UTF-8); nullopt if there is none.
std::optional<RecognisedItem> recognise_html(std::string_view markup, const RecogniseOptions& options);

}  // namespace haidang::exchange
