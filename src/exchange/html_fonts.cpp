#include "exchange/html_fonts.h"

#include "base/text.h"
#include "lang/legacy_fonts.h"

namespace haidang::exchange {

LegacyFont legacy_font_of(std::string_view family) {
  std::string name = to_ascii_lower(trim(family.substr(0, family.find(','))));
  std::erase_if(name, [](char c) { return c == '"' || c == '\'' || c == ' '; });
  if (name.empty() || name == "inherit") return LegacyFont::inherit;
  if (name.starts_with(".vn")) return name.ends_with("h") ? LegacyFont::tcvn3_capitals : LegacyFont::tcvn3;
  if (name.starts_with("vni-") || name.starts_with("vni ") || name == "vni") return LegacyFont::vni;
  return LegacyFont::none;
}

std::string font_family_in(std::string_view style) {
  const std::string lowered = to_ascii_lower(style);
  if (const auto at = lowered.find("font-family"); at != std::string::npos) {
    const auto colon = lowered.find(':', at);
    if (colon == std::string::npos) return {};
    const auto end = lowered.find(';', colon);
    return std::string(trim(style.substr(colon + 1, end == std::string::npos ? end : end - colon - 1)));
  }
  // font: 14pt ".VnTime" - only the legacy names matter here.
  for (const std::string_view name : {".vn", "vni-"}) {
    const auto at = lowered.find("font:");
    const auto found = at == std::string::npos ? at : lowered.find(name, at);
    if (found == std::string::npos) continue;
    const auto end = lowered.find_first_of(";,'\"", found);
    return std::string(style.substr(found, end == std::string::npos ? end : end - found));
  }
  return {};
}

void FontRules::read(std::string_view sheet) {
  for (std::size_t at = 0; at < sheet.size() && fonts_.size() < 1000;) {
    const auto open = sheet.find('{', at);
    if (open == std::string_view::npos) return;
    const auto close = sheet.find('}', open);
    if (close == std::string_view::npos) return;
    const LegacyFont font = legacy_font_of(font_family_in(sheet.substr(open + 1, close - open - 1)));
    if (font == LegacyFont::tcvn3 || font == LegacyFont::tcvn3_capitals || font == LegacyFont::vni) {
      for (const std::string_view selector : split(sheet.substr(at, open - at), ',')) {
        const std::string name = to_ascii_lower(trim(selector));
        if (!name.empty() && name.find_first_of(" >+~[:*") == std::string::npos) fonts_[name] = font;
      }
    }
    at = close + 1;
  }
}

LegacyFont FontRules::of(std::string_view tag, std::string_view classes, std::string_view id) const {
  if (fonts_.empty()) return LegacyFont::inherit;
  const auto look = [&](const std::string& selector) {
    const auto found = fonts_.find(to_ascii_lower(selector));
    return found == fonts_.end() ? LegacyFont::inherit : found->second;
  };
  if (!id.empty()) {
    if (const LegacyFont font = look("#" + std::string(id)); font != LegacyFont::inherit) return font;
  }
  for (const std::string_view name : split(classes, ' ')) {
    if (name.empty()) continue;
    for (const std::string& selector :
         {std::string(tag) + "." + std::string(name), "." + std::string(name)}) {
      if (const LegacyFont font = look(selector); font != LegacyFont::inherit) return font;
    }
  }
  return look(std::string(tag));
}

std::string decode_legacy(std::string_view text, LegacyFont font) {
  switch (font) {
    case LegacyFont::tcvn3:
      return lang::decode_tcvn3(text);
    case LegacyFont::tcvn3_capitals:
      return lang::decode_tcvn3(text, lang::FontCase::capitals);
    case LegacyFont::vni:
      return lang::decode_vni(text);
    case LegacyFont::none:
    case LegacyFont::inherit:
      break;
  }
  return std::string(text);
}

std::string decode_if_legacy(std::string_view text) {
  if (lang::looks_like_tcvn3(text)) return lang::decode_tcvn3(text);
  if (lang::looks_like_vni(text)) return lang::decode_vni(text);
  return std::string(text);
}

}  // namespace haidang::exchange
