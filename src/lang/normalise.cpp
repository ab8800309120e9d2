// Normal form, case and mark folding.
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "lang/icu_text.h"
#include "lang/unicode.h"

namespace haidang::lang {

namespace {

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<int32_t>(text.size())};
}

// ICU's own immutable singletons.
const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  require(status, "NFC data");
  return *instance;
}

const icu::Normalizer2& nfd() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFDInstance(status);
  require(status, "NFD data");
  return *instance;
}

// Marks written above, below or through a letter: the combining diacritical
// blocks. The vowel signs of Thai, Hebrew or Devanagari are letters to a reader.
bool is_diacritic(UChar32 c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
         (c >= 0xFE20 && c <= 0xFE2F);
}

// đ has no decomposition (domain.md 4.2); Ð (eth) and Ɖ (African d) look the
// same as Đ and are typed for it. Lower-casing may come before or after folding.
UChar32 without_stroke(UChar32 c) {
  switch (c) {
    case 0x0111:
    case 0x00F0:
    case 0x0256:
      return 'd';
    case 0x0110:
    case 0x00D0:
    case 0x0189:
      return 'D';
    default:
      return c;
  }
}

// Any text: decompose, drop, compose again what is not ours to take apart (Hangul, kana).
std::string fold_any(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString decomposed = nfd().normalize(to_utf16(text), status);
  require(status, "NFD");
  icu::UnicodeString folded;
  for (int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
    const UChar32 c = decomposed.char32At(at);
    if (!is_diacritic(c)) folded.append(without_stroke(c));
  }
  const icu::UnicodeString composed = nfc().normalize(folded, status);
  require(status, "NFC");
  return to_utf8(composed);
}

constexpr char32_t kUncommon = 0xFFFFFFFF;

// The characters nearly all our text consists of, one by one (ten times faster):
// Latin letters by table, punctuation and Han as they are, marks dropped (0).
char32_t fold_common(char32_t c) {
  constexpr char32_t kLatinEnd = 0x250;
  constexpr char32_t kAdditional = 0x1E00;
  static const std::array<char32_t, kLatinEnd + 0x100> table = [] {
    std::array<char32_t, kLatinEnd + 0x100> made{};
    for (std::size_t i = 0; i < made.size(); ++i) {
      std::string letter;
      append_utf8(letter, i < kLatinEnd ? static_cast<char32_t>(i)
                                        : static_cast<char32_t>(i - kLatinEnd) + kAdditional);
      const std::string folded = i < 0x80 ? letter : fold_any(letter);
      std::size_t at = 0;
      made[i] = next_code_point(folded, at);
    }
    return made;
  }();
  if (c < kLatinEnd) return table[c];
  if (c >= kAdditional && c < kAdditional + 0x100) return table[c - kAdditional + kLatinEnd];
  if (c >= 0x300 && c <= 0x36F) return 0;
  const bool inert =
      (c >= 0x2010 && c <= 0x2044) || (c >= 0x3000 && c <= 0x3029) || (c >= 0x4E00 && c <= 0x9FFF);
  return inert ? c : kUncommon;
}

// Well-formed and made of letters and marks that no composition touches
// (NFC_Quick_Check=Yes, UAX #15 section 9): Latin up to U+017F and the Vietnamese
// block, common punctuation, Han. False only means: ask ICU.
bool is_plainly_nfc(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool latin = c < 0x180 || (c >= 0x1A0 && c <= 0x1B0) || (c >= 0x1EA0 && c <= 0x1EF9);
    const bool inert =
        (c >= 0x2010 && c <= 0x2044) || (c >= 0x3000 && c <= 0x3029) || (c >= 0x4E00 && c <= 0x9FFF);
    if (!latin && !inert) return false;
  }
  return true;
}

std::string lower_any(std::string_view text) {
  if (!is_valid_utf8(text)) return lower_any(to_utf8(to_utf16(text)));
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  icu::CaseMap::utf8ToLower("", 0, piece(text), sink, nullptr, status);
  require(status, "lower case");
  return out;
}

// The small letter of a common character, 0 if ICU must say.
char32_t lower_common(char32_t c) {
  constexpr char32_t kLatinEnd = 0x250;
  constexpr char32_t kAdditional = 0x1E00;
  static const std::array<char32_t, kLatinEnd + 0x100> table = [] {
    std::array<char32_t, kLatinEnd + 0x100> made{};
    for (char32_t i = 0; i < made.size(); ++i) {
      const char32_t letter = i < kLatinEnd ? i : i - kLatinEnd + kAdditional;
      made[i] = static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter)));
    }
    made[0x130] = 0;  // İ becomes two characters
    return made;
  }();
  if (c < kLatinEnd) return table[c];
  if (c >= kAdditional && c < kAdditional + 0x100) return table[c - kAdditional + kLatinEnd];
  const bool inert =
      (c >= 0x2010 && c <= 0x2044) || (c >= 0x3000 && c <= 0x3029) || (c >= 0x4E00 && c <= 0x9FFF);
  return inert ? c : 0;
}

}  // namespace

std::string to_nfc(std::string_view text) {
  if (is_plainly_nfc(text)) return std::string(text);
  if (!is_valid_utf8(text)) return to_nfc(to_utf8(to_utf16(text)));
  UErrorCode status = U_ZERO_ERROR;
  if (nfc().isNormalizedUTF8(piece(text), status) && U_SUCCESS(status)) return std::string(text);
  status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  nfc().normalizeUTF8(0, piece(text), sink, nullptr, status);
  require(status, "NFC");
  return out;
}

std::string to_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t lower = lower_common(next_code_point(text, at));
    if (lower == 0) return lower_any(text);
    append_utf8(out, lower);
  }
  return out;
}

std::string to_upper(std::string_view text) {
  if (!is_valid_utf8(text)) return to_upper(to_utf8(to_utf16(text)));
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  icu::CaseMap::utf8ToUpper("", 0, piece(text), sink, nullptr, status);
  require(status, "upper case");
  return out;
}

std::string fold_marks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const char32_t base = fold_common(c);
    if (base == kUncommon) return fold_any(text);
    if (base != 0) append_utf8(out, base);
  }
  return out;
}

}  // namespace haidang::lang
