#pragma once
// Chinese characters with several readings: the words of public affairs in which
// ICU's reading by single character is the wrong one (银行 is yin hang, not yin xing).
#include <string_view>

namespace haidang::lang {

struct HanReading {
  std::string_view word;
  std::string_view pinyin;  // without tones, a space between syllables; empty: none found
};

// The longest listed word that `text` begins with.
HanReading find_han_reading(std::string_view text);

}  // namespace haidang::lang
