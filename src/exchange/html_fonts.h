#pragma once
// Which font of the years before Unicode a text is written for, by <font face>,
// style and simple rules of the page's style sheets.
#include <map>
#include <string>
#include <string_view>

namespace haidang::exchange {

enum class LegacyFont { none, tcvn3, tcvn3_capitals, vni, inherit };

// "'.VnTimeH', serif" -> tcvn3_capitals. A name of today's fonts -> none; no
// name at all -> inherit.
LegacyFont legacy_font_of(std::string_view family);

// font-family (or the end of font:) of a style attribute or rule body.
std::string font_family_in(std::string_view style);

// Rules like p{}, .h{}, td.x{}, #id{} of a style sheet that name a legacy font.
class FontRules {
 public:
  void read(std::string_view style_sheet);
  LegacyFont of(std::string_view tag, std::string_view classes, std::string_view id) const;
  bool empty() const { return fonts_.empty(); }

 private:
  std::map<std::string, LegacyFont, std::less<>> fonts_;  // by selector
};

std::string decode_legacy(std::string_view text, LegacyFont font);
// A text without font information: decoded if it only then makes sense.
std::string decode_if_legacy(std::string_view text);

}  // namespace haidang::exchange
