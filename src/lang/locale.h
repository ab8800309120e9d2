#pragma once
// A locale is a language edition of a site: "vi", "en", "zh" (written in
// Simplified Chinese); later "zh-Hant". BCP 47.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace haidang::lang {

struct LocaleInfo {
  std::string_view code;        // in addresses: "zh"
  std::string_view html_lang;   // in lang attributes: "zh-Hans"
  std::string_view hreflang;    // "zh-Hans"
  std::string_view open_graph;  // "zh_CN"
  std::string_view name;        // in its own language: "中文"
};

// The locales the program knows, in the order vi, en, zh; nullptr if unknown.
std::span<const LocaleInfo> known_locales();
const LocaleInfo* find_locale(std::string_view code);

// Best of `available` by Accept-Language (RFC 9110 section 12.5.4; zh-CN, zh-Hans-SG,
// zh-TW all mean "zh"); the first available if nothing fits or the header is absent.
std::string negotiate(std::string_view accept_language, std::span<const std::string> available);

}  // namespace haidang::lang
