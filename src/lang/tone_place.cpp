#include "lang/tone_place.h"

#include "base/text.h"
#include "lang/vietnamese_letters.h"

namespace haidang::lang {

namespace {

char32_t ascii_lower(char32_t c) {
  return c >= U'A' && c <= U'Z' ? c + 32 : c;
}

bool is_contested(char32_t first, char32_t second) {
  first = ascii_lower(first);
  second = ascii_lower(second);
  return (first == U'o' && (second == U'a' || second == U'e')) || (first == U'u' && second == U'y');
}

// A letter behind the rhyme closes it ("hoàn", "hoài", "huỳnh").
bool is_letter(char32_t c) {
  const bool ascii = (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
  const bool latin = (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
  return ascii || latin || (c >= 0x300 && c <= 0x36F);
}

bool is_open_at(std::string_view text, std::size_t at) {
  return at >= text.size() || !is_letter(next_code_point(text, at));
}

}  // namespace

std::string unify_tone_place(std::string_view nfc) {
  std::string out;
  out.reserve(nfc.size());
  char32_t before = 0;
  for (std::size_t at = 0; at < nfc.size();) {
    const char32_t first = next_code_point(nfc, at);
    const Letter letter = split_tone(first);
    if (letter.tone != Tone::ngang && at < nfc.size()) {
      std::size_t behind = at;
      const char32_t second = next_code_point(nfc, behind);
      if (is_contested(letter.plain, second) && ascii_lower(before) != U'q' && is_open_at(nfc, behind)) {
        append_utf8(out, letter.plain);
        append_utf8(out, with_tone(second, letter.tone));
        before = second;
        at = behind;
        continue;
      }
    }
    append_utf8(out, first);
    before = first;
  }
  return out;
}

}  // namespace haidang::lang
