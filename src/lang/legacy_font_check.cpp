// Telling text typed for TCVN3 and VNI fonts from Vietnamese, French, German …:
// decoded as the right one, nearly every marked word is a Vietnamese syllable.
#include <algorithm>
#include <functional>
#include <set>
#include <vector>

#include "base/text.h"
#include "lang/legacy_fonts.h"
#include "lang/unicode.h"
#include "lang/vietnamese_syllable.h"

namespace haidang::lang {

namespace {

struct Tally {
  std::size_t words = 0;      // of two letters or more
  std::size_t marked = 0;     // words with codes U+00A1..00FF that decoding changes
  std::size_t decoded = 0;    // of these: syllables when decoded
  std::size_t distinct = 0;   // of these: different ones
  std::size_t as_stands = 0;  // of the marked: syllables as they stand
  std::size_t unicode = 0;    // words with Vietnamese letters no Latin-1 font has
};

bool is_ascii_letter(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}
bool is_font_code(char32_t c) {
  return (c >= 0xA1 && c <= 0xFF) || c == 0x3BC;
}
bool is_beyond(char32_t c) {
  return (c >= 0x100 && c <= 0x24F) || (c >= 0x300 && c <= 0x36F) || (c >= 0x1E00 && c <= 0x1EFF);
}

struct Word {
  std::string_view text;
  bool has_ascii = false;
  bool has_code = false;
  bool has_beyond = false;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  std::size_t begin = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    const bool letter = is_ascii_letter(c) || is_font_code(c) || is_beyond(c);
    if (letter && !inside) {
      words.emplace_back();
      begin = start;
    }
    inside = letter;
    if (!letter) continue;
    words.back().text = text.substr(begin, at - begin);
    words.back().has_ascii |= is_ascii_letter(c);
    words.back().has_code |= is_font_code(c);
    words.back().has_beyond |= is_beyond(c);
  }
  return words;
}

using Decoder = std::function<std::string(std::string_view)>;

Tally tally(std::string_view text, const Decoder& decoder) {
  Tally result;
  std::set<std::string> distinct;
  const std::vector<Word> words = words_of(text);
  result.unicode = static_cast<std::size_t>(std::ranges::count_if(words, &Word::has_beyond));
  // Vietnamese in Unicode: is_convincing() cannot come true any more.
  if (result.unicode * 4 > words.size()) return result;
  for (const Word& word : words) {
    if (word.text.size() > 1) ++result.words;
    if (word.has_beyond || !word.has_code || !word.has_ascii) continue;
    const std::string changed = decoder(word.text);
    if (changed == word.text) continue;
    ++result.marked;
    if (is_vietnamese_syllable(word.text)) ++result.as_stands;
    if (!is_vietnamese_syllable(changed)) continue;
    ++result.decoded;
    distinct.insert(to_lower(changed));
  }
  result.distinct = distinct.size();
  return result;
}

// In Vietnamese prose 86 % of the words are marked (domain.md 4.6), in German or
// Danish few; a repeated »s« is one word. Measured on 408 clauses and on the
// message catalogues of 17 languages, see legacy_fonts_test.cpp.
bool is_convincing(const Tally& tally) {
  return tally.distinct >= 2 && tally.decoded * 4 >= tally.marked * 3 && tally.decoded * 4 >= tally.words &&
         tally.as_stands * 2 <= tally.decoded && tally.unicode * 4 <= tally.decoded;
}

// Short text may make some sense in both: the better one wins.
bool is_better(std::string_view text, const Decoder& decoder, const Decoder& other) {
  const Tally own = tally(text, decoder);
  return is_convincing(own) && own.decoded > tally(text, other).decoded;
}

std::string as_tcvn3(std::string_view text) {
  return decode_tcvn3(text);
}

}  // namespace

bool looks_like_tcvn3(std::string_view text) {
  return is_better(text, as_tcvn3, decode_vni);
}

bool looks_like_vni(std::string_view text) {
  return is_better(text, decode_vni, as_tcvn3);
}

}  // namespace haidang::lang
