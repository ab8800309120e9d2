#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "lang/unicode.h"
#include "lang/vietnamese_syllable.h"

namespace haidang::lang {

namespace {

struct Letters {
  std::size_t han = 0;
  std::size_t latin = 0;
  std::size_t vietnamese = 0;  // letters hardly any other language has
  std::size_t marked = 0;      // any other non-ASCII Latin letter
  std::size_t others = 0;
};

// ă đ ĩ ũ ơ ư and the toned block; â ê ô and single tones are French as well. ă is
// Romanian too, so the words are looked at as well (mostly_syllables).
bool is_vietnamese_letter(char32_t c) {
  constexpr std::u32string_view kLetters = U"ăĂđĐĩĨũŨơƠưƯ";
  if (c < 0x100) return false;
  return (c >= 0x1EA0 && c <= 0x1EF9) || kLetters.find(c) != std::u32string_view::npos;
}

bool is_ascii_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void count(Letters& letters, char32_t c) {
  if (c < 0x80) {
    letters.latin += is_ascii_letter(c) ? 1 : 0;
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_HAN:
      ++letters.han;
      break;
    case USCRIPT_LATIN:
      ++letters.latin;
      if (is_vietnamese_letter(c))
        ++letters.vietnamese;
      else
        ++letters.marked;
      break;
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
      break;
    default:
      ++letters.others;
  }
}

Letters count(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) count(letters, next_code_point(text, at));
  return letters;
}

struct Words {
  std::size_t ascii = 0;
  std::size_t english = 0;    // words that only English has
  std::size_t syllables = 0;  // ASCII words that could be Vietnamese without its marks
};

Words count_words(std::string_view text) {
  constexpr std::array<std::string_view, 16> kEnglish{"the",  "and",   "with", "from", "that", "this",
                                                      "are",  "were",  "has",  "have", "its",  "which",
                                                      "will", "their", "been", "by"};
  Words words;
  std::string word;
  bool ascii = true;
  const auto close = [&] {
    if (!word.empty() && ascii) {
      ++words.ascii;
      if (std::ranges::find(kEnglish, word) != kEnglish.end()) ++words.english;
      if (is_unmarked_vietnamese_syllable(word)) ++words.syllables;
    }
    word.clear();
    ascii = true;
  };
  for (const char c : to_ascii_lower(text)) {
    if (c >= 'a' && c <= 'z')
      word += c;
    else if (static_cast<unsigned char>(c) >= 0x80)
      ascii = false;
    else
      close();
  }
  close();
  return words;
}

// Vietnamese typed without marks: every word a syllable, none of them English.
bool is_unmarked_vietnamese(const Words& words) {
  return words.ascii >= 5 && words.english == 0 && words.syllables * 20 >= words.ascii * 17;
}

// Of the words with Vietnamese letters at least half are Vietnamese syllables.
bool mostly_syllables(std::string_view text) {
  std::size_t marked = 0;
  std::size_t syllables = 0;
  std::string word;
  bool is_marked = false;
  const auto close = [&] {
    if (is_marked) ++marked;
    if (is_marked && is_vietnamese_syllable(word)) ++syllables;
    word.clear();
    is_marked = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x80 ? !is_ascii_letter(c) : !u_isalpha(static_cast<UChar32>(c))) {
      close();
      continue;
    }
    append_utf8(word, c);
    is_marked |= is_vietnamese_letter(c);
  }
  close();
  return syllables * 2 >= marked;
}

}  // namespace

std::string detect_language(std::string_view text) {
  const std::string normal = to_nfc(text);
  const Letters letters = count(normal);
  if (letters.others > letters.han + letters.latin / 2) return {};
  // One Han character says about as much as three letters.
  if (letters.han >= 2 && letters.han * 3 >= letters.latin && letters.others <= letters.han / 4) return "zh";
  // In Vietnamese prose a fifth of the letters are its own; a name in an English sentence stays below 5 %.
  const bool often = letters.vietnamese >= 1 && letters.vietnamese * 20 >= letters.latin;
  if (often && mostly_syllables(normal)) return "vi";
  if (letters.latin < 12) return {};
  const Words words = count_words(normal);
  if (letters.vietnamese == 0 && letters.marked == 0 && is_unmarked_vietnamese(words)) return "vi";
  const bool is_english = words.english * 12 >= words.ascii && words.english > 0;
  return is_english || letters.marked * 50 <= letters.latin ? "en" : "";
}

}  // namespace haidang::lang
