#include "exchange/date_tokens.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_word_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}
bool is_blank(char32_t c) {
  return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000 || c == 0xFEFF;
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
  std::vector<DateToken> tokens;
  const std::string lowered = lower_in_place(text);
  const std::string_view view = lowered;
  for (std::size_t at = 0; at < view.size();) {
    DateToken token;
    token.begin = at;
    const char32_t first = next_code_point(view, at);
    if (is_blank(first)) continue;
    if (is_digit(first)) {
      while (at < view.size() && is_digit(static_cast<unsigned char>(view[at]))) ++at;
      token.kind = DateToken::Kind::number;
    } else if (is_word_letter(first)) {
      token.kind = DateToken::Kind::word;
      for (std::size_t next = at; next < view.size();) {
        if (!is_word_letter(next_code_point(view, next))) break;
        at = next;
      }
    }
    token.end = at;
    token.text = std::string(view.substr(token.begin, at - token.begin));
    if (token.text == "–" || token.text == "—" || token.text == "−" || token.text == "‑") token.text = "-";
    if (token.text == "：") token.text = ":";
    if (token.kind == DateToken::Kind::number && token.text.size() <= 9) token.value = std::stoi(token.text);
    tokens.push_back(std::move(token));
  }
  return tokens;
}

std::optional<unsigned> english_month(const DateToken& token) {
  constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                        "may",       "june",     "july",     "august",
                                                        "september", "october",  "november", "december"};
  if (token.kind != DateToken::Kind::word || token.text.size() < 3) return std::nullopt;
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (token.is(kMonths[i]) || token.is(kMonths[i].substr(0, 3))) return i + 1;
  }
  if (token.is("sept")) return 9U;
  return std::nullopt;
}

std::optional<unsigned> vietnamese_month(const std::vector<DateToken>& tokens, std::size_t& at) {
  constexpr std::array<std::pair<std::string_view, unsigned>, 14> kWords = {{{"một", 1},
                                                                             {"giêng", 1},
                                                                             {"hai", 2},
                                                                             {"ba", 3},
                                                                             {"tư", 4},
                                                                             {"bốn", 4},
                                                                             {"năm", 5},
                                                                             {"sáu", 6},
                                                                             {"bảy", 7},
                                                                             {"bẩy", 7},
                                                                             {"tám", 8},
                                                                             {"chín", 9},
                                                                             {"mười", 10},
                                                                             {"chạp", 12}}};
  if (at >= tokens.size()) return std::nullopt;
  if (tokens[at].is_number(1, 2)) {
    const int value = tokens[at].value;
    if (value < 1 || value > 12) return std::nullopt;
    ++at;
    return static_cast<unsigned>(value);
  }
  for (const auto& [word, month] : kWords) {
    if (!tokens[at].is(word)) continue;
    ++at;
    if (month == 10 && at < tokens.size() && (tokens[at].is("một") || tokens[at].is("hai"))) {
      return tokens[at++].is("một") ? 11U : 12U;
    }
    return month;
  }
  return std::nullopt;
}

bool joins_date_and_time(const DateToken& token) {
  constexpr std::array<std::string_view, 25> kJoints = {
      "-", ",", "|", "•",  "·",  "lúc", "vào",  "hồi", "ngày", "at", "on",  "@",  "t",
      "(", ")", "/", "，", "　", ";",   "\x1f", ".",   "[",    "]",  "the", "luc"};
  return among(kJoints, token.text);
}

bool belongs_to_weekday(const DateToken& token) {
  constexpr std::array<std::string_view, 48> kWords = {
      "thứ",  "hai", "ba",     "tư",      "năm",       "sáu",      "bảy",    "chủ",      "nhật",   "cn",
      "chúa", "t",   "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon",
      "tue",  "wed", "thu",    "fri",     "sat",       "sun",      "tues",   "thur",     "thurs",  "星",
      "期",   "周",  "一",     "二",      "三",        "四",       "五",     "六",       "日",     "天",
      "gmt",  "ict", "utc",    "ngày",    "thư",       "thu",      "am",     "pm"};
  return among(kWords, token.text) || (token.is_number(1, 1) && token.value >= 2 && token.value <= 8);
}

}  // namespace haidang::exchange
