#pragma once
// Makes any markup safe to hand to the HTML parser, whose work grows with the
// square of the nesting depth and whose release of the tree is recursive:
// start tags beyond the limits below are left out (their text stays), as are
// comments, overlong attributes and vector drawings. Lines keep their numbers.
#include <string>
#include <string_view>

namespace haidang::exchange {

inline constexpr std::size_t kDeepestMarkup = 300;      // open elements
inline constexpr std::size_t kOpenFormatting = 24;      // <b><font>… that wait to be reopened
inline constexpr std::size_t kDearestMarkup = 800'000;  // nodes the parser may come to make

// `markup` is UTF-8. Linear in its size.
std::string limit_markup(std::string_view markup);

}  // namespace haidang::exchange
