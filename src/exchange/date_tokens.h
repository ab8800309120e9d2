#pragma once
// The words, numbers and marks a date is made of.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haidang::exchange {

struct DateToken {
  enum class Kind { number, word, mark };
  Kind kind = Kind::mark;
  std::string text;  // lower case; a Han character is a mark of its own
  int value = 0;     // of a number of at most 9 digits
  std::size_t begin = 0;
  std::size_t end = 0;

  bool is(std::string_view words) const { return text == words; }
  bool is_number(std::size_t least, std::size_t most) const {
    return kind == Kind::number && text.size() >= least && text.size() <= most;
  }
};

std::vector<DateToken> date_tokens(std::string_view text);

// 1..12 for "tháng" words ("giêng", "mười hai"), English and short names.
std::optional<unsigned> english_month(const DateToken& token);
// A Vietnamese month word at `at`; moves behind it ("mười", "hai" are two tokens).
std::optional<unsigned> vietnamese_month(const std::vector<DateToken>& tokens, std::size_t& at);

// Words that may stand between or around a date and its time.
bool joins_date_and_time(const DateToken& token);
// Weekday names in three languages and what belongs to them.
bool belongs_to_weekday(const DateToken& token);

}  // namespace haidang::exchange
