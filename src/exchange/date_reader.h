#pragma once
// Dates as pages write them (domain.md 4.5): always day first, Vietnamese,
// English and Chinese words, times before or after, zones where they stand.
#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "lang/format.h"

namespace haidang::exchange {

// A date as it stands in a text: bytes [begin, end), time included.
struct DateWords {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<int> year;  // "Ngày 4-3" has none
  unsigned month = 0;
  unsigned day = 0;
  std::optional<std::chrono::seconds> time_of_day;
  std::optional<std::chrono::minutes> offset;  // from UTC, if the text says
};

// Every date of a text, in order. Only real calendar days of 1900..2100.
std::vector<DateWords> find_dates(std::string_view text);

// The date of a text that says nothing else but a weekday, "ngày", "lúc" …
std::optional<DateWords> only_date(std::string_view text);

// The moment, in `zone` where the text names none; nullopt without a year.
std::optional<Moment> to_moment(const DateWords& date, const lang::TimeZone& zone);

// A year-less date against another date of the same page: the latest such day
// not after it.
DateWords with_year_from(DateWords date, std::chrono::year_month_day reference);

// A machine's date (ISO 8601, RFC 5322, and whatever feeds hold instead).
std::optional<Moment> read_machine_date(std::string_view text, const lang::TimeZone& zone);

}  // namespace haidang::exchange
