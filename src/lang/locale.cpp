#include "lang/locale.h"

#include <algorithm>
#include <array>

namespace haidang::lang {

namespace {

constexpr std::array kLocales{
    LocaleInfo{"vi", "vi", "vi", "vi_VN", "Tiếng Việt"},
    LocaleInfo{"en", "en", "en", "en_US", "English"},
    LocaleInfo{"zh", "zh-Hans", "zh-Hans", "zh_CN", "中文"},
};

}  // namespace

std::span<const LocaleInfo> known_locales() {
  return kLocales;
}

const LocaleInfo* find_locale(std::string_view code) {
  const auto* found = std::ranges::find(kLocales, code, &LocaleInfo::code);
  return found == kLocales.end() ? nullptr : found;
}

}  // namespace haidang::lang
