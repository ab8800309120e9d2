#pragma once
// The words of furniture.h in three languages, as key_of() gives them (lower
// case, no marks, no punctuation at the ends).
#include <span>
#include <string_view>

namespace haidang::exchange {

using WordList = std::span<const std::string_view>;

WordList furniture_beginnings();  // headings of boxes: "Tin liên quan"
WordList furniture_or_heading();  // these may as well head a part of the article
WordList furniture_lines();       // whole lines: "In trang"
WordList furniture_starts();      // how such lines begin, lower case without marks
WordList counter_beginnings();    // "Trong ngày: 24"; a number must follow
WordList home_words();            // "Trang chủ"
WordList crumb_fillers();         // "Bạn đang ở"

}  // namespace haidang::exchange
