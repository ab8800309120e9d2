#include "base/clock.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace haidang {

namespace {

using namespace std::chrono;

constexpr std::array<const char*, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct Fields {
  year_month_day day;
  hh_mm_ss<microseconds> time;
  weekday day_of_week;
};

Fields fields_of(Instant instant) {
  const auto midnight = floor<days>(instant);
  return {year_month_day{midnight}, hh_mm_ss<microseconds>{instant - midnight}, weekday{midnight}};
}

template <class... Arguments>
std::string printed(const char* format, Arguments... arguments) {
  std::array<char, 64> buffer;
  const int length = std::snprintf(buffer.data(), buffer.size(), format, arguments...);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

// Every page holds some of these times: printf would cost more than the rest of them.
std::string padded(int number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

// Reads exactly `width` digits at `at`.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t width) {
  if (at + width > text.size()) return std::nullopt;
  int value = 0;
  const auto end = text.data() + at + width;
  const auto [stop, error] = std::from_chars(text.data() + at, end, value);
  if (error != std::errc{} || stop != end || text[at] == '-') return std::nullopt;
  return value;
}

std::optional<Instant> assemble(int y, int mo, int d, int h, int mi, int s) {
  const year_month_day day{year{y}, month{static_cast<unsigned>(mo)},
                           std::chrono::day{static_cast<unsigned>(d)}};
  if (!day.ok() || h > 23 || mi > 59 || s > 60) return std::nullopt;
  return Instant{sys_days{day}} + hours{h} + minutes{mi} + seconds{s};
}

}  // namespace

Instant SystemClock::now() const {
  return time_point_cast<microseconds>(system_clock::now());
}

std::string format_rfc3339(Instant instant, minutes offset) {
  const Fields f = fields_of(instant + offset);
  std::string text = padded(int{f.day.year()}, 4);
  text.append("-").append(padded(static_cast<int>(unsigned{f.day.month()}), 2));
  text.append("-").append(padded(static_cast<int>(unsigned{f.day.day()}), 2));
  text.append("T").append(padded(static_cast<int>(f.time.hours().count()), 2));
  text.append(":").append(padded(static_cast<int>(f.time.minutes().count()), 2));
  text.append(":").append(padded(static_cast<int>(f.time.seconds().count()), 2));
  if (offset.count() == 0) return text.append("Z");
  const auto size = static_cast<int>(abs(offset).count());
  text.append(offset.count() < 0 ? "-" : "+").append(padded(size / 60, 2));
  return text.append(":").append(padded(size % 60, 2));
}

std::string format_log_time(Instant instant) {
  const Fields f = fields_of(instant);
  return printed("%04d-%02u-%02uT%02d:%02d:%02d.%06dZ", int{f.day.year()}, unsigned{f.day.month()},
                 unsigned{f.day.day()}, static_cast<int>(f.time.hours().count()),
                 static_cast<int>(f.time.minutes().count()), static_cast<int>(f.time.seconds().count()),
                 static_cast<int>(f.time.subseconds().count()));
}

std::string format_http_date(Instant instant) {
  const Fields f = fields_of(instant);
  return printed("%s, %02u %s %04d %02d:%02d:%02d GMT", kDays[f.day_of_week.c_encoding()],
                 unsigned{f.day.day()}, kMonths[unsigned{f.day.month()} - 1], int{f.day.year()},
                 static_cast<int>(f.time.hours().count()), static_cast<int>(f.time.minutes().count()),
                 static_cast<int>(f.time.seconds().count()));
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
  const auto y = digits(text, 0, 4), mo = digits(text, 5, 2), d = digits(text, 8, 2);
  const auto h = digits(text, 11, 2), mi = digits(text, 14, 2), s = digits(text, 17, 2);
  if (!y || !mo || !d || !h || !mi || !s) return std::nullopt;
  if (text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != 't' && text[10] != ' ') ||
      text[13] != ':' || text[16] != ':')
    return std::nullopt;
  auto instant = assemble(*y, *mo, *d, *h, *mi, *s);
  if (!instant) return std::nullopt;
  std::size_t at = 19;
  if (at < text.size() && text[at] == '.') {
    std::int64_t scale = 100'000, fraction = 0;
    const std::size_t first = ++at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
      fraction += (text[at] - '0') * scale;
    if (at == first) return std::nullopt;
    *instant += microseconds{fraction};
  }
  const std::string_view zone = text.substr(at);
  if (zone == "Z" || zone == "z") return instant;
  if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':') return std::nullopt;
  const auto zone_hours = digits(zone, 1, 2), zone_minutes = digits(zone, 4, 2);
  if (!zone_hours || !zone_minutes || *zone_hours > 23 || *zone_minutes > 59) return std::nullopt;
  const minutes offset = hours{*zone_hours} + minutes{*zone_minutes};
  return zone[0] == '+' ? *instant - offset : *instant + offset;
}

std::optional<Instant> parse_http_date(std::string_view text) {
  if (text.size() != 29 || text.substr(25) != " GMT") return std::nullopt;
  int mo = 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (text.substr(8, 3) == kMonths[i]) mo = static_cast<int>(i) + 1;
  const auto d = digits(text, 5, 2), y = digits(text, 12, 4);
  const auto h = digits(text, 17, 2), mi = digits(text, 20, 2), s = digits(text, 23, 2);
  if (!mo || !d || !y || !h || !mi || !s) return std::nullopt;
  return assemble(*y, mo, *d, *h, *mi, *s);
}

}  // namespace haidang
