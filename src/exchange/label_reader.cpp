#include "exchange/label_reader.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/label_words.h"
#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

constexpr std::size_t kLongestLine = 600;  // small print is small

struct Match {
  std::size_t begin = 0;
  std::size_t value = 0;  // where its value begins
  const LabelWords* words = nullptr;
  bool colon = false;
};

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_wide(std::string_view words) {
  return has_han(words);
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == part_mark)) ++at;
  return at;
}

// Behind a colon of either width; npos if there is none.
std::size_t behind_colon(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  if (text.substr(at).starts_with(":")) return at + 1;
  if (text.substr(at).starts_with("：")) return at + std::string_view("：").size();
  return std::string_view::npos;
}

// A label may begin the line or a part, or follow a mark that ends a value.
bool starts_part(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  if (at == 0) return true;
  const std::string_view before = text.substr(0, at);
  for (const std::string_view mark :
       {"\x1f", "|", "(", "[", "-", "–", "—", "•", "·", ";", "/", "（", "【", "　", ">", "*"}) {
    if (before.ends_with(mark)) return true;
  }
  return false;
}

bool fits_alone(const LabelWords& words, std::string_view value) {
  switch (words.label) {
    case Label::published:
    case Label::updated: {
      const auto dates = find_dates(value.substr(0, 60));
      return !dates.empty() && dates[0].begin <= 16;
    }
    case Label::views: {
      const auto digit = value.find_first_of("0123456789");
      return digit != std::string_view::npos && !has_letter(value.substr(0, digit));
    }
    default: {
      const auto end = value.find_first_of("|\x1f", skip_blanks(value, 0));
      std::string name = clean(value.substr(0, end));
      // "vanphong vào lúc 08:15", "thuykieu on T4, 05/20/2020"
      if (words.label == Label::posted_by) {
        for (const std::string_view joint : {" vào ", " lúc ", " on "})
          name.resize(std::min(name.find(joint), name.size()));
      }
      const std::size_t longest = words.label == Label::section ? 6 : 1;
      return !name.empty() && name.size() <= 60 &&
             (looks_like_name(name) || is_account_name(name) || words_of(name).size() <= longest);
    }
  }
}

std::optional<Match> match_at(std::string_view lowered, std::string_view line, std::size_t at) {
  for (const LabelWords& words : label_words()) {
    if (words.words.front() != lowered[at] || !lowered.substr(at).starts_with(words.words)) continue;
    const std::size_t end = at + words.words.size();
    const bool wide = is_wide(words.words);
    if (!wide && end < lowered.size() && is_word_byte(lowered[end]) && !lowered.substr(end).starts_with("："))
      continue;
    if (const std::size_t value = behind_colon(lowered, end); value != std::string_view::npos) {
      return Match{at, value, &words, true};
    }
    if (words.needs_colon || !starts_part(lowered, at)) continue;
    if (fits_alone(words, line.substr(end))) return Match{at, end, &words, false};
  }
  return std::nullopt;
}

bool is_boundary(std::string_view text, std::size_t at, bool wide) {
  if (at == 0) return true;
  if (wide) return true;
  const char before = text[at - 1];
  return !is_word_byte(before) || text.substr(0, at).ends_with("　") || text.substr(0, at).ends_with("）") ||
         text.substr(0, at).ends_with("（") || text.substr(0, at).ends_with("–") ||
         text.substr(0, at).ends_with("•") || text.substr(0, at).ends_with("·") ||
         text.substr(0, at).ends_with("】") || text.substr(0, at).ends_with("》");
}

std::vector<Match> find_labels(std::string_view lowered, std::string_view line) {
  std::vector<Match> matches;
  for (std::size_t at = 0; at < lowered.size();) {
    std::size_t next = at;
    const char32_t c = next_code_point(lowered, next);
    const bool wide = is_han(c);
    if (c > ' ' && is_boundary(lowered, at, wide)) {
      if (const auto match = match_at(lowered, line, at)) {
        matches.push_back(*match);
        at = std::max(match->value, next);
        continue;
      }
    }
    at = next;
  }
  return matches;
}

// The value without what surrounds it: marks, brackets left open, the next date.
std::string tidy(std::string_view value) {
  std::string text = clean(value);
  constexpr std::string_view kMarks = " |-:;,/*>";
  for (bool changed = true; changed;) {
    changed = false;
    const std::size_t size = text.size();
    text.erase(0, std::min(text.find_first_not_of(kMarks), text.size()));
    text.erase(text.find_last_not_of(kMarks) + 1);
    for (const std::string_view mark : {"–", "—", "•", "·", "：", "　"}) {
      if (text.starts_with(mark)) text.erase(0, mark.size());
      if (text.ends_with(mark)) text.erase(text.size() - mark.size());
    }
    if (text.ends_with(")") && text.find('(') == std::string::npos) text.pop_back();
    if (text.ends_with("(") || text.ends_with("[")) text.pop_back();
    if (text.ends_with("]") && text.find('[') == std::string::npos) text.pop_back();
    if (text.ends_with("）") && text.find("（") == std::string::npos) text.erase(text.size() - 3);
    changed = text.size() != size;
  }
  return std::string(without_brackets(text));
}

// Up to the bar that ends a value; a bar right at its start is skipped.
std::string_view up_to_bar(std::string_view value) {
  const std::size_t first = value.find_first_not_of(" \x1f|");
  if (first == std::string_view::npos) return {};
  const std::size_t bar =
      std::min({value.find('|', first), value.find("【", first), value.find("　　", first)});
  return value.substr(first, bar == std::string_view::npos ? bar : bar - first);
}

std::string name_in(std::string_view value) {
  std::string_view part = up_to_bar(value);
  const auto dates = find_dates(part);
  if (!dates.empty() && dates[0].begin > 0) {
    part = part.substr(0, dates[0].begin);
    // "m.tran on Tue, 05/11/2021": what leads over to the date is no name.
    for (auto end = part.find_last_of(" \x1f"); end != std::string_view::npos && end > 0;
         end = part.find_last_of(" \x1f")) {
      const std::string_view word = part.substr(end + 1);
      if (!word.empty() && !only_date("01/01/2000 " + std::string(word))) break;
      part = part.substr(0, end);
    }
  }
  // Parts of their own that follow the name say something else.
  const std::size_t text = skip_blanks(part, 0);
  const std::size_t mark = part.find(part_mark, text);
  if (mark != std::string_view::npos && looks_like_name(clean(part.substr(text, mark - text))))
    part = part.substr(0, mark);
  return tidy(part);
}

LabelledValue value_of(const Match& match, std::string_view line, std::size_t end) {
  LabelledValue result;
  result.label = match.words->label;
  result.rule = "label " + std::string(line.substr(match.begin, match.words->words.size()));
  const std::string_view value = line.substr(match.value, end - match.value);
  switch (result.label) {
    case Label::published:
    case Label::updated: {
      const auto dates = find_dates(value);
      if (!dates.empty()) result.date = dates[0];
      result.value = tidy(value);
      break;
    }
    case Label::views:
      result.value = tidy(up_to_bar(value));
      break;
    default:
      result.value = name_in(value);
  }
  return result;
}

bool is_usable(const LabelledValue& value) {
  switch (value.label) {
    case Label::published:
    case Label::updated:
      return value.date.has_value();
    case Label::views:
      return read_count(value.value).has_value();
    case Label::ignored:
      return true;
    default:
      return !value.value.empty() && value.value.size() <= 200;
  }
}

// "来源：金沙日报 记者 罗小河", "Nguồn: Theo Báo Hà Sơn"
std::optional<LabelledValue> reporter_in(LabelledValue& source) {
  if (source.label != Label::source) return std::nullopt;
  const std::string lowered = lower_in_place(source.value);
  if (lowered.starts_with("theo ") && lowered.size() > 5) source.value = clean(source.value.substr(5));
  const auto at = source.value.find("记者");
  if (at == std::string::npos || at == 0) return std::nullopt;
  const std::string name = tidy(source.value.substr(at + std::string_view("记者").size()));
  const std::string office = tidy(source.value.substr(0, at));
  if (name.empty() || office.empty() || weight_of(name) > 20) return std::nullopt;
  source.value = office;
  return LabelledValue{Label::byline, name, std::nullopt, "label 记者"};
}

// A date behind a name is said of something else: "Submitted by A on 5/11/2021".
std::size_t end_of_value(const LabelledValue& value, std::string_view line, std::size_t begin,
                         std::size_t end) {
  const bool name =
      value.label == Label::byline || value.label == Label::posted_by || value.label == Label::source;
  const auto dates = name ? find_dates(line.substr(begin, end - begin)) : std::vector<DateWords>{};
  return dates.empty() || dates[0].begin == 0 ? end : begin + dates[0].begin;
}

// "1.204 lượt xem", "(356 views)"
void read_counted_suffix(std::string_view lowered, SmallPrint& print, std::string& rest) {
  const bool known = std::any_of(print.values.begin(), print.values.end(),
                                 [](const auto& v) { return v.label == Label::views; });
  if (known) return;
  for (const std::string_view suffix : count_suffixes()) {
    const auto at = lowered.find(suffix);
    if (at == std::string_view::npos || at == 0) continue;
    std::size_t end = at;
    while (end > 0 && (lowered[end - 1] == ' ' || lowered[end - 1] == part_mark)) --end;
    std::size_t begin = end;
    while (begin > 0 && (has_digit(lowered.substr(begin - 1, 1)) || lowered[begin - 1] == '.' ||
                         lowered[begin - 1] == ','))
      --begin;
    if (begin == end || !starts_part(lowered, begin)) continue;
    LabelledValue value;
    value.label = Label::views;
    value.value = std::string(lowered.substr(begin, end - begin));
    value.rule = "label " + std::string(suffix);
    if (!read_count(value.value)) continue;
    print.values.push_back(std::move(value));
    if (at + suffix.size() <= rest.size())
      rest.replace(begin, at + suffix.size() - begin, at + suffix.size() - begin, ' ');
    return;
  }
}

}  // namespace

std::optional<std::int64_t> read_count(std::string_view text) {
  const auto first = text.find_first_of("0123456789");
  if (first == std::string_view::npos || has_letter(text.substr(0, first))) return std::nullopt;
  std::int64_t count = 0;
  std::size_t digits = 0;
  for (std::size_t at = first; at < text.size(); ++at) {
    const char c = text[at];
    if (c >= '0' && c <= '9') {
      if (++digits > 15) return std::nullopt;
      count = count * 10 + (c - '0');
      continue;
    }
    // Thousands in groups of three, whatever stands between them.
    const bool group = (c == '.' || c == ',' || c == ' ') && at + 3 < text.size() &&
                       has_digit(text.substr(at + 1, 1)) && has_digit(text.substr(at + 2, 1)) &&
                       has_digit(text.substr(at + 3, 1)) &&
                       (at + 4 >= text.size() || !has_digit(text.substr(at + 4, 1)));
    if (!group) break;
  }
  return count;
}

SmallPrint read_small_print(std::string_view line) {
  SmallPrint print;
  if (line.size() > kLongestLine) return print;
  const std::string lowered = lower_in_place(line);
  const auto matches = find_labels(lowered, line);
  std::string rest(line);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const std::size_t end = i + 1 < matches.size() ? matches[i + 1].begin : line.size();
    LabelledValue value = value_of(matches[i], line, end);
    if (!is_usable(value)) continue;
    const std::size_t read = end_of_value(value, line, matches[i].value, end) - matches[i].begin;
    rest.replace(matches[i].begin, read, read, ' ');
    auto reporter = reporter_in(value);
    print.values.push_back(std::move(value));
    if (reporter) print.values.push_back(std::move(*reporter));
  }
  read_counted_suffix(lowered, print, rest);
  // What no label claims: a date of its own, and words.
  if (const auto dates = find_dates(rest); dates.size() == 1 && dates[0].year) {
    print.bare_date = dates[0];
    rest.replace(dates[0].begin, dates[0].end - dates[0].begin, dates[0].end - dates[0].begin, ' ');
  }
  std::string words;
  for (const std::string_view part : split(rest, part_mark)) {
    const std::string text = tidy(part);
    if (!has_letter(text) || (print.bare_date && only_date("01/01/2000 " + text))) continue;
    if (!words.empty()) words.push_back(part_mark);
    words += text;
  }
  print.rest = words;
  return print;
}

}  // namespace haidang::exchange
