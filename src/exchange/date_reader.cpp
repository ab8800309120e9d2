#include "exchange/date_reader.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/date_tokens.h"

namespace haidang::exchange {

namespace {

using namespace std::chrono;
using Tokens = std::vector<DateToken>;

struct Time {
  std::optional<seconds> time_of_day;
  std::optional<minutes> offset;
  std::size_t next = 0;  // token behind it
};

const DateToken* at(const Tokens& tokens, std::size_t i) {
  return i < tokens.size() ? &tokens[i] : nullptr;
}
bool is(const Tokens& tokens, std::size_t i, std::string_view text) {
  return i < tokens.size() && tokens[i].is(text);
}
bool touches(const Tokens& tokens, std::size_t i) {
  return i > 0 && i < tokens.size() && tokens[i].begin == tokens[i - 1].end;
}
bool is_separator(const DateToken* token) {
  return token != nullptr && (token->is("/") || token->is("-") || token->is(".") || token->is("／"));
}

bool set(DateWords& date, std::optional<int> year, unsigned month, unsigned day) {
  if (year && (*year < 1900 || *year > 2100)) return false;
  const year_month_day ymd{std::chrono::year{year.value_or(2000)}, std::chrono::month{month},
                           std::chrono::day{day}};
  if (!ymd.ok()) return false;
  date.year = year;
  date.month = month;
  date.day = day;
  return true;
}

// 20/01/2020, 20-01-2020, 20.1.2020, 20/01/20; 12/27/2019 only where the second
// number can be no month. Returns the token behind, 0 for none.
std::size_t day_first(const Tokens& t, std::size_t i, DateWords& date) {
  if (i + 4 >= t.size() || !t[i].is_number(1, 2) || !is_separator(&t[i + 1]) || !t[i + 2].is_number(1, 2))
    return 0;
  if (!is_separator(&t[i + 3]) || t[i + 3].text != t[i + 1].text) return 0;
  if (!t[i + 4].is_number(4, 4) && !(t[i + 4].is_number(2, 2) && touches(t, i + 4))) return 0;
  const int year = t[i + 4].text.size() == 4 ? t[i + 4].value : 2000 + t[i + 4].value;
  const auto first = static_cast<unsigned>(t[i].value);
  const auto second = static_cast<unsigned>(t[i + 2].value);
  return set(date, year, second, first) || (second > 12 && set(date, year, first, second)) ? i + 5 : 0;
}

// 2019-12-27, 2019/12/27, 2019.12.27
std::size_t year_first(const Tokens& t, std::size_t i, DateWords& date) {
  if (i + 4 >= t.size() || !t[i].is_number(4, 4) || !is_separator(&t[i + 1]) || !t[i + 2].is_number(1, 2))
    return 0;
  if (t[i + 3].text != t[i + 1].text || !t[i + 4].is_number(1, 2)) return 0;
  return set(date, t[i].value, static_cast<unsigned>(t[i + 2].value), static_cast<unsigned>(t[i + 4].value))
             ? i + 5
             : 0;
}

// 4-3, 30.6, 12/3: only when nothing touches it that makes it another number.
std::size_t without_year(const Tokens& t, std::size_t i, DateWords& date) {
  if (i + 2 >= t.size() || !t[i].is_number(1, 2) || !is_separator(&t[i + 1]) || !t[i + 2].is_number(1, 2))
    return 0;
  if (!touches(t, i + 1) || !touches(t, i + 2)) return 0;
  if (i > 0 && touches(t, i) && !t[i - 1].is("(") && !t[i - 1].is(":")) return 0;
  if (touches(t, i + 3) &&
      (is_separator(at(t, i + 3)) || t[i + 3].kind != DateToken::Kind::mark || t[i + 3].is("%"))) {
    const bool full_stop = t[i + 3].is(".") && !touches(t, i + 4);
    if (!full_stop) return 0;
  }
  return set(date, std::nullopt, static_cast<unsigned>(t[i + 2].value), static_cast<unsigned>(t[i].value))
             ? i + 3
             : 0;
}

// "12 tháng 3 năm 2023", "20 Tháng 11 2019", "Tháng Mười Hai 27, 2019"
std::size_t vietnamese(const Tokens& t, std::size_t i, DateWords& date) {
  unsigned day = 0;
  std::size_t next = i;
  if (t[i].is_number(1, 2)) {
    day = static_cast<unsigned>(t[i].value);
    ++next;
  }
  if (is(t, next, "-")) ++next;
  if (!is(t, next, "tháng")) return 0;
  ++next;
  const auto month = vietnamese_month(t, next);
  if (!month) return 0;
  if (day == 0) {
    if (next >= t.size() || !t[next].is_number(1, 2)) return 0;
    day = static_cast<unsigned>(t[next++].value);
  }
  std::size_t behind = next;
  while (behind < t.size() && behind < next + 2 &&
         (is(t, behind, "năm") || is(t, behind, ",") || is_separator(&t[behind]))) {
    ++behind;
  }
  if (behind < t.size() && t[behind].is_number(4, 4) && set(date, t[behind].value, *month, day))
    return behind + 1;
  return set(date, std::nullopt, *month, day) ? next : 0;
}

std::size_t skip_ordinal(const Tokens& t, std::size_t i) {
  const bool ordinal = is(t, i, "st") || is(t, i, "nd") || is(t, i, "rd") || is(t, i, "th");
  return ordinal && touches(t, i) ? i + 1 : i;
}

std::size_t skip_marks(const Tokens& t, std::size_t i) {
  while (is(t, i, ".") || is(t, i, ",") || is(t, i, "of") || is(t, i, "-") || is(t, i, "/")) ++i;
  return i;
}

// "27 December 2019", "27th of Dec. 2019", "December 27, 2019", "12 Feb 19"
std::size_t english(const Tokens& t, std::size_t i, DateWords& date) {
  std::size_t next = i;
  unsigned day = 0;
  if (t[i].is_number(1, 2)) {
    day = static_cast<unsigned>(t[i].value);
    next = skip_marks(t, skip_ordinal(t, i + 1));
  }
  if (next >= t.size()) return 0;
  const auto month = english_month(t[next]);
  if (!month) return 0;
  next = skip_marks(t, next + 1);
  if (day == 0) {
    if (next >= t.size() || !t[next].is_number(1, 2)) return 0;
    day = static_cast<unsigned>(t[next].value);
    next = skip_marks(t, skip_ordinal(t, next + 1));
  }
  if (next < t.size() && t[next].is_number(4, 4)) return set(date, t[next].value, *month, day) ? next + 1 : 0;
  const bool short_year = next < t.size() && t[next].is_number(2, 2) && !is(t, next + 1, ":");
  if (short_year) return set(date, 2000 + t[next].value, *month, day) ? next + 1 : 0;
  return set(date, std::nullopt, *month, day) ? next : 0;
}

// 2019年12月27日, 12月27日
std::size_t chinese(const Tokens& t, std::size_t i, DateWords& date) {
  std::optional<int> year;
  std::size_t next = i;
  if (t[i].is_number(4, 4) && is(t, i + 1, "年")) {
    year = t[i].value;
    next = i + 2;
  }
  if (next + 3 >= t.size() || !t[next].is_number(1, 2) || !t[next + 1].is("月") ||
      !t[next + 2].is_number(1, 2))
    return 0;
  if (!t[next + 3].is("日") && !t[next + 3].is("号")) return 0;
  const auto month = static_cast<unsigned>(t[next].value);
  return set(date, year, month, static_cast<unsigned>(t[next + 2].value)) ? next + 4 : 0;
}

std::size_t date_at(const Tokens& t, std::size_t i, DateWords& date) {
  if (t[i].kind == DateToken::Kind::mark) return 0;
  for (const auto reader : {day_first, year_first, vietnamese, english, chinese, without_year}) {
    if (const std::size_t next = reader(t, i, date)) return next;
  }
  return 0;
}

enum class Half { none, morning, afternoon };

Half half_day(const Tokens& t, std::size_t& i) {
  const auto found = [&](Half half, std::size_t width) {
    i += width;
    return half;
  };
  if (is(t, i, "am") || is(t, i, "sa") || is(t, i, "上午")) return found(Half::morning, 1);
  if (is(t, i, "pm") || is(t, i, "ch")) return found(Half::afternoon, 1);
  if ((is(t, i, "a") || is(t, i, "p")) && is(t, i + 1, ".") && is(t, i + 2, "m")) {
    const Half half = is(t, i, "a") ? Half::morning : Half::afternoon;
    return found(half, is(t, i + 3, ".") ? 4 : 3);
  }
  if (is(t, i, "上") && is(t, i + 1, "午")) return found(Half::morning, 2);
  if (is(t, i, "下") && is(t, i + 1, "午")) return found(Half::afternoon, 2);
  return Half::none;
}

// "+07:00", "+0700", "GMT+7", "(GMT+7)", "Z"
std::size_t offset_at(const Tokens& t, std::size_t i, std::optional<minutes>& offset) {
  std::size_t next = i;
  if (is(t, next, "z") || is(t, next, "ut")) {
    offset = minutes{0};
    return next + 1;
  }
  if (is(t, next, "ict")) {
    offset = hours{7};
    return next + 1;
  }
  const bool bracket = is(t, next, "(");
  if (bracket) ++next;
  const bool named = is(t, next, "gmt") || is(t, next, "utc");
  if (named) ++next;
  if (!is(t, next, "+") && !is(t, next, "-")) {
    if (!named) return i;
    offset = minutes{0};
    return bracket && is(t, next, ")") ? next + 1 : next;
  }
  const int sign = is(t, next, "+") ? 1 : -1;
  if (next + 1 >= t.size() || !touches(t, next + 1) || (!named && (bracket || !t[next + 1].is_number(2, 4))))
    return i;
  const DateToken& number = t[next + 1];
  const bool with_minutes =
      is(t, next + 2, ":") && touches(t, next + 2) && next + 3 < t.size() && t[next + 3].is_number(2, 2);
  // A bare "-20" behind a time is the next date's day: an unnamed offset has four digits.
  if (!named && number.text.size() != 4 && !with_minutes) return i;
  if (number.text.size() == 4) {
    offset = sign * (hours{number.value / 100} + minutes{number.value % 100});
    next += 2;
  } else if (number.is_number(1, 2)) {
    offset = sign * (hours{number.value} + minutes{with_minutes ? t[next + 3].value : 0});
    next += with_minutes ? 4 : 2;
  } else {
    return i;
  }
  return bracket && is(t, next, ")") ? next + 1 : next;
}

bool is_hour_word(const Tokens& t, std::size_t i) {
  return is(t, i, "h") || is(t, i, "g") || is(t, i, "giờ") || is(t, i, "时") || is(t, i, "點") ||
         is(t, i, "点");
}

// 14:05:11, 17:14, 17h14, 8 giờ 15 phút, 10:15 AM, 下午3时05分; then the offset.
Time time_at(const Tokens& t, std::size_t i) {
  std::size_t next = i;
  const Half before = half_day(t, next);
  if (next >= t.size() || !t[next].is_number(1, 2)) return {};
  int hour = t[next].value;
  int minute = 0;
  int second = 0;
  ++next;
  if (is(t, next, ":") && next + 1 < t.size() && t[next + 1].is_number(2, 2)) {
    minute = t[next + 1].value;
    next += 2;
    if (is(t, next, ":") && next + 1 < t.size() && t[next + 1].is_number(2, 2)) {
      second = t[next + 1].value;
      next += 2;
      if (is(t, next, ".") && touches(t, next) && touches(t, next + 1) && t[next + 1].is_number(1, 9))
        next += 2;
    }
  } else if (is_hour_word(t, next)) {
    ++next;
    if (next < t.size() && t[next].is_number(1, 2) && !is_separator(at(t, next + 1)) &&
        !is(t, next + 1, "tháng")) {
      minute = t[next++].value;
      if (is(t, next, "phút") || is(t, next, "p") || is(t, next, "'") || is(t, next, "’") ||
          is(t, next, "分"))
        ++next;
      if (next + 1 < t.size() && t[next].is_number(1, 2) && is(t, next + 1, "秒")) {
        second = t[next].value;
        next += 2;
      }
    }
  } else {
    return {};
  }
  Half half = half_day(t, next);
  if (half == Half::none) half = before;
  if (half == Half::afternoon && hour < 12) hour += 12;
  if (half == Half::morning && hour == 12) hour = 0;
  if (hour > 23 || minute > 59 || second > 60) return {};
  Time time{hours{hour} + minutes{minute} + seconds{std::min(second, 59)}, std::nullopt, next};
  time.next = offset_at(t, next, time.offset);
  return time;
}

// The token behind up to five words like "-", "lúc", "Thứ ba,".
template <class Reader>
auto behind_joints(const Tokens& t, std::size_t i, Reader read) {
  auto result = read(i);
  for (std::size_t step = 0; !result && step < 6 && i < t.size(); ++step, ++i) {
    if (!joins_date_and_time(t[i]) && !belongs_to_weekday(t[i])) break;
    result = read(i + 1);
  }
  return result;
}

void add_time(DateWords& date, const Time& time) {
  date.time_of_day = time.time_of_day;
  date.offset = time.offset;
}

std::optional<Time> following_time(const Tokens& t, std::size_t i) {
  return behind_joints(t, i, [&](std::size_t from) -> std::optional<Time> {
    const Time time = time_at(t, from);
    if (!time.time_of_day) return std::nullopt;
    // "27/12/2019, 10:15 28/12/2019": the time belongs to the date behind it
    // only if that one has no other time; the first reading is the usual one.
    return time;
  });
}

}  // namespace

std::vector<DateWords> find_dates(std::string_view text) {
  std::vector<DateWords> dates;
  const Tokens t = date_tokens(truncate_utf8(text, 8192));
  for (std::size_t i = 0; i < t.size();) {
    DateWords date;
    if (std::size_t next = date_at(t, i, date)) {
      date.begin = t[i].begin;
      if (const auto time = following_time(t, next)) {
        add_time(date, *time);
        next = time->next;
      }
      date.end = t[next - 1].end;
      dates.push_back(date);
      i = next;
      continue;
    }
    if (const Time time = time_at(t, i); time.time_of_day) {
      std::size_t next = 0;
      const auto found = behind_joints(t, time.next, [&](std::size_t from) -> std::optional<DateWords> {
        DateWords behind;
        if (from >= t.size()) return std::nullopt;
        next = date_at(t, from, behind);
        return next != 0 ? std::optional(behind) : std::nullopt;
      });
      if (found) {
        date = *found;
        add_time(date, time);
        if (!date.offset) next = offset_at(t, next, date.offset);
        date.begin = t[i].begin;
        date.end = t[next - 1].end;
        dates.push_back(date);
        i = next;
        continue;
      }
      i = time.next;
      continue;
    }
    ++i;
  }
  return dates;
}

std::optional<DateWords> only_date(std::string_view text) {
  if (text.size() > 160) return std::nullopt;
  const auto dates = find_dates(text);
  if (dates.size() != 1) return std::nullopt;
  for (const DateToken& token : date_tokens(text)) {
    if (token.begin >= dates[0].begin && token.begin < dates[0].end) continue;
    const bool plain = token.kind == DateToken::Kind::mark && token.text.size() <= 3;
    if (!plain && !belongs_to_weekday(token) && !joins_date_and_time(token)) return std::nullopt;
  }
  return dates[0];
}

std::optional<Moment> to_moment(const DateWords& date, const lang::TimeZone& zone) {
  if (!date.year) return std::nullopt;
  const year_month_day day{std::chrono::year{*date.year}, std::chrono::month{date.month},
                           std::chrono::day{date.day}};
  if (!date.time_of_day) return Moment{zone.at(day, microseconds{0}), Precision::day};
  if (date.offset)
    return Moment{Instant{sys_days{day}} + *date.time_of_day - *date.offset, Precision::second};
  return Moment{zone.at(day, *date.time_of_day), Precision::second};
}

DateWords with_year_from(DateWords date, year_month_day reference) {
  if (date.year || !reference.ok()) return date;
  for (int year = static_cast<int>(reference.year()); year > static_cast<int>(reference.year()) - 5; --year) {
    const year_month_day day{std::chrono::year{year}, std::chrono::month{date.month},
                             std::chrono::day{date.day}};
    if (!day.ok() || sys_days{day} > sys_days{reference}) continue;
    date.year = year;
    return date;
  }
  return date;
}

std::optional<Moment> read_machine_date(std::string_view text, const lang::TimeZone& zone) {
  const auto dates = find_dates(text);
  if (dates.empty()) return std::nullopt;
  return to_moment(dates.front(), zone);
}

}  // namespace haidang::exchange
