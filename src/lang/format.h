#pragma once
// Dates and numbers as each language writes them (domain.md 4.5). Time zones by
// IANA name through ICU; never the C locale.
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace haidang::lang {

// A named time zone, loaded once; copies share it. Throws std::invalid_argument
// for a name ICU does not know. Any thread.
class TimeZone {
 public:
  explicit TimeZone(std::string name);
  const std::string& name() const;
  std::chrono::minutes offset_at(Instant instant) const;
  // The local calendar day of an instant.
  std::chrono::year_month_day day_of(Instant instant) const;
  // Local wall time to an instant (the earlier one when it is ambiguous).
  Instant at(std::chrono::year_month_day day, std::chrono::microseconds time_of_day) const;

 private:
  struct Rules;
  std::shared_ptr<const Rules> rules_;
};

// vi 27/12/2019 · en 27 December 2019 · zh 2019年12月27日
std::string format_date(Instant instant, const TimeZone& zone, std::string_view locale);
// vi "17:14, 04/03/2020" · en "4 March 2020, 17:14" · zh "2020年3月4日 17:14"
std::string format_date_time(Instant instant, const TimeZone& zone, std::string_view locale);
// Whichever the moment's precision allows.
std::string format_moment(const Moment& moment, const TimeZone& zone, std::string_view locale);
// RFC 3339 in the zone, or YYYY-MM-DD for a day: machine-readable (time datetime=, JSON-LD, feeds).
std::string format_moment_machine(const Moment& moment, const TimeZone& zone);
// vi 118.570 · en, zh 118,570
std::string format_number(std::int64_t number, std::string_view locale);

}  // namespace haidang::lang
