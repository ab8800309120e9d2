#pragma once
// The labels of small print, as data: three languages, lower case.
#include <span>
#include <string_view>

#include "exchange/label_reader.h"

namespace haidang::exchange {

struct LabelWords {
  std::string_view words;
  Label label;
  bool needs_colon;  // too common a word to stand without one
};

// Longer wordings stand before the shorter ones they begin with.
std::span<const LabelWords> label_words();

// "lượt xem" in "1.204 lượt xem".
std::span<const std::string_view> count_suffixes();

}  // namespace haidang::exchange
