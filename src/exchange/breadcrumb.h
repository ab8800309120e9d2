#pragma once
// The path to a page in its site: its last level that is neither the first
// page nor the article itself is the section.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/html_tree.h"

namespace haidang::exchange {

// `levels` as written; `title` is left out, also where it is cut short.
std::optional<std::string> section_of(std::vector<std::string> levels, std::string_view title);

// A line that is a path: "Trang chủ > Tin tức > Đối ngoại", "Home » Culture".
std::vector<std::string> levels_of_line(std::string_view line);

struct Breadcrumb {
  std::vector<std::string> levels;
  std::size_t line = 0;
};
// Elements whose names say breadcrumb, in document order.
std::vector<Breadcrumb> breadcrumbs_of(const HtmlTree& tree);

}  // namespace haidang::exchange
