#pragma once
// Instants and the clock that gives them. The clock is a parameter (rule 8):
// tests pass a ManualClock.
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace haidang {

// Microseconds since 1970-01-01T00:00:00Z; stored as such in the database.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

inline std::int64_t to_microseconds(Instant instant) {
  return instant.time_since_epoch().count();
}
inline Instant from_microseconds(std::int64_t value) {
  return Instant{std::chrono::microseconds{value}};
}

// How much of a moment is known: an old page may give only its day.
enum class Precision { day, second };

// A moment as a source states it. With Precision::day the instant is that
// day's midnight in the site's zone, and only the day is ever shown.
struct Moment {
  Instant instant;
  Precision precision = Precision::second;
  bool operator==(const Moment&) const = default;
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : now_(start) {}
  Instant now() const override { return now_; }
  void set(Instant instant) { now_ = instant; }
  void advance(std::chrono::microseconds step) { now_ += step; }

 private:
  Instant now_;
};

// RFC 3339 with the given offset: "2020-03-04T17:14:00+07:00" ("Z" for zero).
std::string format_rfc3339(Instant instant, std::chrono::minutes offset = std::chrono::minutes{0});
// The same with microseconds, UTC, for logs: sortable as text.
std::string format_log_time(Instant instant);
// RFC 9110 section 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT".
std::string format_http_date(Instant instant);
// Reads RFC 3339 (offset required); nullopt on anything else.
std::optional<Instant> parse_rfc3339(std::string_view text);
// Reads an IMF-fixdate; nullopt on anything else.
std::optional<Instant> parse_http_date(std::string_view text);

}  // namespace haidang
