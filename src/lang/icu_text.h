#pragma once
// The bridge between our UTF-8 and ICU's UTF-16, for lang itself: ICU's types do
// not leave the module, so no other module includes this.
#include <unicode/unistr.h>
#include <unicode/utypes.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace haidang::lang {

// Malformed UTF-8 becomes U+FFFD.
inline icu::UnicodeString to_utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

inline std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

// A failing ICU call means missing data or memory: surroundings, so it throws.
inline void require(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + what + ": " + u_errorName(status));
}

}  // namespace haidang::lang
