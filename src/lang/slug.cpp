#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <memory>

#include "base/text.h"
#include "lang/han_readings.h"
#include "lang/icu_text.h"
#include "lang/unicode.h"

namespace haidang::lang {

namespace {

bool is_ascii(const std::string& text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

bool is_han(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return c >= 0x2E80 && uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HAN;
}

// Building the rules takes milliseconds, so there is one prototype, immutable,
// and every call works on its own clone (a Transliterator may not be shared).
std::unique_ptr<icu::Transliterator> romaniser() {
  static const std::unique_ptr<const icu::Transliterator> prototype = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<const icu::Transliterator> made(
        icu::Transliterator::createInstance("Han-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    require(status, "Han-Latin rules");
    return made;
  }();
  return std::unique_ptr<icu::Transliterator>(prototype->clone());
}

// Full-width letters, ligatures and superscripts become plain ones (NFKC).
std::string to_plain_forms(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  require(status, "NFKC data");
  const icu::UnicodeString plain = nfkc->normalize(to_utf16(text), status);
  require(status, "NFKC");
  return to_utf8(plain);
}

// What the rules shall see: letters only (Latin-ASCII would spell out signs), every
// Han run a word of its own ("APEC峰会" -> "APEC 峰会"), listed words by their reading.
std::string prepare(std::string_view text) {
  std::string out;
  bool was_han = false;
  for (std::size_t at = 0; at < text.size();) {
    const HanReading reading = find_han_reading(text.substr(at));
    if (!reading.word.empty()) {
      out.append(" ").append(reading.pinyin).append(" ");
      at += reading.word.size();
      was_han = false;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    const bool han = is_han(c);
    if (han != was_han) out += ' ';
    append_utf8(out, c < 0x80 || u_isalpha(static_cast<UChar32>(c)) ? c : U' ');
    was_han = han;
  }
  return out;
}

std::string romanise(const std::string& text) {
  const std::string prepared = prepare(text);
  if (is_ascii(prepared)) return prepared;
  icu::UnicodeString utf16 = to_utf16(prepared);
  romaniser()->transliterate(utf16);
  return to_utf8(utf16);
}

// At most `limit` bytes, cut behind a whole word if one fits.
void cut(std::string& slug, std::size_t limit) {
  if (slug.size() <= limit) return;
  const std::size_t dash = slug.rfind('-', limit);
  slug.resize(dash == std::string::npos || dash == 0 ? limit : dash);
}

}  // namespace

std::string to_slug(std::string_view text, std::size_t limit) {
  std::string plain = fold_marks(to_plain_forms(text));
  if (!is_ascii(plain)) plain = romanise(plain);
  std::string slug;
  for (const char c : to_ascii_lower(plain)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  if (slug.ends_with('-')) slug.pop_back();
  cut(slug, limit);
  return slug;
}

}  // namespace haidang::lang
