#include <unicode/coll.h>

#include <memory>

#include "lang/icu_text.h"
#include "lang/tone_place.h"
#include "lang/unicode.h"

namespace haidang::lang {

namespace {

using CollatorPointer = std::unique_ptr<const icu::Collator>;

CollatorPointer make(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  CollatorPointer made(icu::Collator::createInstance(icu::Locale(locale), status));
  require(status, locale);
  return made;
}

bool is_language(std::string_view locale, std::string_view language) {
  return locale == language || (locale.starts_with(language) && locale[language.size()] == '-');
}

// Immutable once made; getSortKey is const and touches no shared state.
const icu::Collator& collator_for(std::string_view locale) {
  static const CollatorPointer vietnamese = make("vi");
  static const CollatorPointer chinese = make("zh-u-co-pinyin");
  static const CollatorPointer root = make("root");
  if (is_language(locale, "vi")) return *vietnamese;
  return is_language(locale, "zh") ? *chinese : *root;
}

}  // namespace

std::string collation_key(std::string_view text, std::string_view locale) {
  std::string normal = to_nfc(text);
  if (is_language(locale, "vi")) normal = unify_tone_place(normal);
  const icu::UnicodeString utf16 = to_utf16(normal);
  const icu::Collator& collator = collator_for(locale);
  std::string key(256, '\0');
  const auto fill = [&] {
    auto* bytes = reinterpret_cast<std::uint8_t*>(key.data());
    return static_cast<std::size_t>(collator.getSortKey(utf16, bytes, static_cast<int32_t>(key.size())));
  };
  std::size_t length = fill();
  if (length > key.size()) {
    key.resize(length);
    length = fill();
  }
  key.resize(length == 0 ? 0 : length - 1);  // without ICU's closing zero byte
  return key;
}

}  // namespace haidang::lang
