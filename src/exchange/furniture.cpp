#include "exchange/furniture.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/furniture_words.h"
#include "exchange/wording.h"
#include "lang/unicode.h"

namespace haidang::exchange {

namespace {

bool has(WordList list, std::string_view key) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

bool starts_with_any(WordList list, std::string_view key) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view begin) { return key.starts_with(begin); });
}

}  // namespace

namespace {

// "Bình luận (0)", "3 bình luận", "Tin liên quan:" as the lists have it.
std::string heading_key(std::string_view line) {
  std::string key = key_of(line);
  const auto bracket = key.find('(');
  if (bracket != std::string::npos && bracket > 0 && !has_letter(std::string_view(key).substr(bracket)))
    key.resize(bracket);
  const auto first = key.find_first_not_of("0123456789 ");
  return std::string(
      trim(first == std::string::npos ? std::string_view{} : std::string_view(key).substr(first)));
}

// All the parts of a bar of links: "Home | News", "【打印】 【关闭】".
bool is_bar_of_links(std::string_view text) {
  std::string bar(text);
  for (const std::string_view sign : {"【", "】", "•", "·", "[", "]", " - ", "|", "  "}) {
    for (auto at = bar.find(sign); at != std::string::npos; at = bar.find(sign, at + 1))
      bar.replace(at, sign.size(), 1, '\n');
  }
  std::size_t parts = 0;
  for (const std::string_view part : split(bar, '\n')) {
    const std::string key = key_of(part);
    if (key.empty()) continue;
    if (!has(furniture_lines(), key) && !is_home(key)) return false;
    ++parts;
  }
  return parts >= 2;
}

}  // namespace

Certainty begins_furniture(std::string_view line) {
  if (line.size() > 120) return Certainty::no;
  const std::string key = heading_key(line);
  if (has(furniture_beginnings(), key)) return Certainty::yes;
  return has(furniture_or_heading(), key) ? Certainty::maybe : Certainty::no;
}

Certainty begins_furniture(std::string_view line, double link_share) {
  const auto colon = std::min(line.find(':'), line.find("："));
  if (link_share > 0.4 && colon != std::string_view::npos &&
      begins_furniture(line.substr(0, colon)) == Certainty::yes) {
    return Certainty::yes;
  }
  return begins_furniture(line);
}

bool is_home(std::string_view text) {
  return has(home_words(), key_of(text));
}

bool is_crumb_filler(std::string_view text) {
  return has(crumb_fillers(), key_of(text));
}

bool is_furniture(std::string_view line) {
  if (line.size() > 300) return false;
  const std::string text = without_icon_names(line);
  const std::string key = key_of(text);
  if (key.empty()) return true;
  if (has(furniture_lines(), key) || is_home(text) || (text.size() < 160 && is_bar_of_links(text)))
    return true;
  const std::string lowered = lang::fold_marks(lang::to_lower(text));
  if (starts_with_any(furniture_starts(), lowered)) return true;
  if (text.size() > 80 || !has_digit(text)) return false;
  const WordList counters = counter_beginnings();
  return std::any_of(counters.begin(), counters.end(), [&](std::string_view counter) {
    if (!key.starts_with(counter)) return false;
    const std::string_view value = std::string_view(key).substr(counter.size());
    return !has_letter(value);
  });
}

}  // namespace haidang::exchange
