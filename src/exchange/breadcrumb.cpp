#include "exchange/breadcrumb.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "exchange/furniture.h"
#include "exchange/html_style.h"
#include "exchange/label_reader.h"
#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

constexpr std::size_t kLongestLevel = 160;

// Divides at the signs that part levels; "/" and "-" only between blanks.
void divide(std::string_view part, std::vector<std::string>& levels) {
  constexpr auto kSigns = std::to_array<std::string_view>(
      {">", "»", "›", "→", "｜", "≫", "&raquo;", "\\", "|", " / ", "＞", "▸", "•", "::"});
  while (!part.empty()) {
    std::size_t first = std::string_view::npos;
    std::size_t width = 0;
    for (const std::string_view sign : kSigns) {
      const auto at = part.find(sign);
      if (at < first) {
        first = at;
        width = sign.size();
      }
    }
    levels.push_back(clean(part.substr(0, first)));
    if (first == std::string_view::npos) return;
    part.remove_prefix(first + width);
  }
}

bool is_cut_from(std::string_view level, std::string_view title) {
  const std::string key = key_of(level);
  const std::string whole = key_of(title);
  return key.size() >= 12 && (whole.starts_with(key) ||
                              (key.size() > whole.size() && key.starts_with(whole) && whole.size() > 12));
}

}  // namespace

std::optional<std::string> section_of(std::vector<std::string> levels, std::string_view title) {
  std::vector<std::string> kept;
  for (std::string& level : levels) {
    // "Vị trí: Trang chủ"
    for (const std::string_view colon : {":", "："}) {
      if (const auto at = level.find(colon);
          at != std::string::npos && is_crumb_filler(level.substr(0, at))) {
        level = clean(level.substr(at + colon.size()));
      }
    }
    if (!has_letter(level) || level.size() > kLongestLevel || is_home(level) || is_crumb_filler(level))
      continue;
    if (same_words(level, title) || is_cut_from(level, title)) continue;
    const SmallPrint print = read_small_print(level);
    if (print.bare_date || !print.values.empty()) continue;
    kept.push_back(undouble(level));
  }
  if (kept.empty()) return std::nullopt;
  return kept.back();
}

std::vector<std::string> levels_of_line(std::string_view line) {
  std::vector<std::string> levels;
  if (line.size() > 400) return levels;
  const bool has_sign =
      line.find('>') != std::string_view::npos || line.find("»") != std::string_view::npos ||
      line.find("›") != std::string_view::npos || line.find("→") != std::string_view::npos ||
      line.find(" / ") != std::string_view::npos || line.find("＞") != std::string_view::npos;
  if (!has_sign) return levels;
  std::string joined(line);
  std::replace(joined.begin(), joined.end(), part_mark, ' ');
  divide(joined, levels);
  std::erase(levels, "");
  const bool short_levels =
      std::all_of(levels.begin(), levels.end(), [](const std::string& l) { return weight_of(l) <= 90; });
  if (levels.size() < 2 || !short_levels) return {};
  const auto home = std::find_if(levels.begin(), levels.end(), [](const std::string& level) {
    const auto colon = level.rfind(':');
    const auto wide = level.rfind("：");
    return is_home(level) || (colon != std::string::npos && is_home(level.substr(colon + 1))) ||
           (wide != std::string::npos && is_home(level.substr(wide + std::string_view("：").size())));
  });
  const bool arrow = line.find(" / ") == std::string_view::npos;
  if (home == levels.end() && !(arrow && !ends_sentence(line))) return {};
  return levels;
}

std::vector<Breadcrumb> breadcrumbs_of(const HtmlTree& tree) {
  std::vector<Breadcrumb> found;
  for (NodeIndex i = 0; i < tree.size() && found.size() < 8; ++i) {
    const HtmlNode& node = tree[i];
    if (node.tag.empty() || node.tag == "html" || node.tag == "body" || is_silent_element(node.tag)) continue;
    const bool labelled =
        to_ascii_lower(tree.attribute(i, "aria-label")).find("breadcrumb") != std::string::npos;
    if (!labelled && node.role != Role::breadcrumb) continue;
    if (is_hidden(tree, i) || tree.text_of(i, 2000).size() >= 2000) continue;
    Breadcrumb crumb;
    crumb.line = node.line;
    std::string text;
    for (NodeIndex k = i + 1; k < node.end; ++k) {
      if (is_silent_element(tree[k].tag)) {
        k = tree[k].end - 1;
        continue;
      }
      if (tree[k].tag == "a" || tree[k].tag == "li" || tree[k].tag == "span" || tree[k].tag == "div" ||
          tree[k].tag == "br" || tree[k].tag == "td" || tree[k].tag == "img") {
        text += part_mark;
      }
      text += tree[k].text;
      // The end of a link parts levels as well.
      if (tree[k].tag.empty() && tree[tree[k].parent].tag == "a" && tree[tree[k].parent].end == k + 1)
        text += part_mark;
    }
    for (const std::string_view part : split(text, part_mark)) divide(part, crumb.levels);
    std::erase(crumb.levels, "");
    if (!crumb.levels.empty()) found.push_back(std::move(crumb));
    i = node.end - 1;
  }
  return found;
}

}  // namespace haidang::exchange
