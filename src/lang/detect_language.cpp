#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "lang/unicode.h"

namespace haidang::lang {

namespace {

struct Letters {
  std::size_t han = 0;
  std::size_t latin = 0;
  std::size_t vietnamese = 0;  // letters hardly any other language has
  std::size_t marked = 0;      // any other non-ASCII Latin letter
  std::size_t others = 0;
};

// đ, ơ, ư, ĩ, ũ, ă and the toned block; â ê ô and single tones are French as well.
bool is_vietnamese_letter(char32_t c) {
  constexpr std::u32string_view kLetters = U"ăĂđĐĩĨũŨơƠưƯ";
  return (c >= 0x1EA0 && c <= 0x1EF9) || kLetters.find(c) != std::u32string_view::npos;
}

Letters count(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
    if (script == USCRIPT_HAN)
      ++letters.han;
    else if (script == USCRIPT_LATIN) {
      ++letters.latin;
      if (is_vietnamese_letter(c))
        ++letters.vietnamese;
      else if (c >= 0x80)
        ++letters.marked;
    } else if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED)
      ++letters.others;
  }
  return letters;
}

}  // namespace

std::string detect_language(std::string_view text) {
  const Letters letters = count(to_nfc(text));
  if (letters.han >= 2 && letters.han * 3 >= letters.latin && letters.others <= letters.han) return "zh";
  // In Vietnamese prose a fifth of the letters are such; a name in an English sentence stays far below 5 %.
  if (letters.vietnamese >= 1 && letters.vietnamese * 20 >= letters.latin) return "vi";
  if (letters.latin >= 12 && letters.marked * 50 <= letters.latin) return "en";
  return {};
}

}  // namespace haidang::lang
