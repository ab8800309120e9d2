#include "exchange/furniture.h"

#include <algorithm>
#include <array>

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

// "Đọc bài viết In trang Gửi email": a toolbar whose buttons a dump runs together.
bool is_run_of_tools(std::string_view key) {
  std::size_t parts = 0;
  while (!key.empty()) {
    std::size_t longest = 0;
    for (const std::string_view line : furniture_lines()) {
      const bool whole = key.size() == line.size() || (key.size() > line.size() && key[line.size()] == ' ');
      if (line.size() > longest && whole && key.starts_with(line)) longest = line.size();
    }
    if (longest == 0) return false;
    key = trim(key.substr(longest));
    ++parts;
  }
  return parts >= 2;
}

// "#HàSơn #dulịch"
bool is_hash_tags(std::string_view text) {
  if (!text.starts_with('#') || ends_sentence(text)) return false;
  const auto words = words_of(text);
  const auto tags =
      std::count_if(words.begin(), words.end(), [](auto word) { return word.starts_with('#'); });
  return tags >= 2 || words.size() <= 3;
}

// "Theo dõi Báo Hà Sơn trên Google News", "Follow KimSaPlus", "(0 bình chọn)"
bool is_invitation(std::string_view key) {
  const auto words = words_of(key).size();
  if (words > 14) return false;
  if (key.starts_with("theo doi ") && key.find("google news") != std::string_view::npos) return true;
  if (key.starts_with("follow ") && (words <= 4 || key.find("google news") != std::string_view::npos))
    return true;
  const auto vote = key.find("binh chon");
  return vote != std::string_view::npos && words <= 4 && !has_letter(key.substr(0, vote)) && has_digit(key);
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

bool ends_article(std::string_view line) {
  constexpr auto kPointers = std::to_array<std::string_view>(
      {"xem them", "doc them", "read more", "see also", "ban in", "advertisement", "thu vien anh",
       "thu vien video", "thu vien hinh anh", "photo gallery", "图片新闻"});
  return begins_furniture(line) == Certainty::yes && !has(kPointers, heading_key(line));
}

bool is_site_footer(std::string_view line) {
  constexpr auto kStarts = std::to_array<std::string_view>(
      {"co quan chu quan", "chiu trach nhiem noi dung", "chiu trach nhiem chinh", "giay phep so",
       "tong bien tap", "toa soan:", "add:", "license number", "版权所有", "主办单位", "主办："});
  if (weight_of(line) > 200) return false;
  const std::string lowered = lang::fold_marks(lang::to_lower(line));
  if (starts_with_any(kStarts, lowered)) return true;
  return lowered.starts_with("cong thong tin dien tu") && weight_of(line) <= 80 && !ends_sentence(line);
}

bool is_address_line(std::string_view line) {
  constexpr auto kStarts = std::to_array<std::string_view>(
      {"dia chi:", "dien thoai:", "email:", "e-mail:", "fax:", "hotline:", "tel:", "address:"});
  return weight_of(line) <= 200 && starts_with_any(kStarts, lang::fold_marks(lang::to_lower(line)));
}

bool is_pointer_elsewhere(std::string_view line) {
  constexpr auto kStarts = std::to_array<std::string_view>(
      {"xem them:", "doc them:", "xem tiep:", "read more:", "see also:", ">> "});
  return weight_of(line) <= 160 && starts_with_any(kStarts, lang::fold_marks(lang::to_lower(line)));
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
  if (has(furniture_lines(), key) || is_home(text) ||
      (text.size() < 160 && (is_bar_of_links(text) || is_run_of_tools(key))) || is_hash_tags(text) ||
      (!ends_sentence(text) && is_invitation(key)))
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
