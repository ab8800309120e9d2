// The output forms of domain.md 4.5, written out by hand: three languages, fixed
// forms, and no dependence on which CLDR version the host has.
#include "lang/format.h"

#include <array>

namespace haidang::lang {

namespace {

enum class Language { vi, en, zh };

// "zh-Hant" writes dates as "zh"; a language we have no form for gets the English one.
Language language_of(std::string_view locale) {
  const std::string_view base = locale.substr(0, locale.find('-'));
  if (base == "vi") return Language::vi;
  return base == "zh" ? Language::zh : Language::en;
}

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

struct Local {
  int year;
  unsigned month;
  unsigned day;
  int hour;
  int minute;
};

Local to_local(Instant instant, const TimeZone& zone) {
  const Instant shifted = instant + zone.offset_at(instant);
  const auto midnight = std::chrono::floor<std::chrono::days>(shifted);
  const std::chrono::year_month_day day{midnight};
  const auto minutes = std::chrono::floor<std::chrono::minutes>(shifted - midnight).count();
  return {int{day.year()}, unsigned{day.month()}, unsigned{day.day()}, static_cast<int>(minutes / 60),
          static_cast<int>(minutes % 60)};
}

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

std::string padded(unsigned number, std::size_t width) {
  return padded(static_cast<int>(number), width);
}

std::string date_text(const Local& local, Language language) {
  const std::string year = padded(local.year, 4);
  switch (language) {
    case Language::vi:
      return padded(local.day, 2) + "/" + padded(local.month, 2) + "/" + year;
    case Language::zh:
      return year + "年" + std::to_string(local.month) + "月" + std::to_string(local.day) + "日";
    case Language::en:
      break;
  }
  return std::to_string(local.day) + " " + std::string(kMonths[local.month - 1]) + " " + year;
}

}  // namespace

std::string format_date(Instant instant, const TimeZone& zone, std::string_view locale) {
  return date_text(to_local(instant, zone), language_of(locale));
}

std::string format_date_time(Instant instant, const TimeZone& zone, std::string_view locale) {
  const Local local = to_local(instant, zone);
  const Language language = language_of(locale);
  const std::string date = date_text(local, language);
  const std::string time = padded(local.hour, 2) + ":" + padded(local.minute, 2);
  switch (language) {
    case Language::vi:
      return time + ", " + date;
    case Language::zh:
      return date + " " + time;
    case Language::en:
      break;
  }
  return date + ", " + time;
}

std::string format_moment(const Moment& moment, const TimeZone& zone, std::string_view locale) {
  return moment.precision == Precision::day ? format_date(moment.instant, zone, locale)
                                            : format_date_time(moment.instant, zone, locale);
}

std::string format_moment_machine(const Moment& moment, const TimeZone& zone) {
  if (moment.precision == Precision::second)
    return format_rfc3339(moment.instant, zone.offset_at(moment.instant));
  const Local local = to_local(moment.instant, zone);
  return padded(local.year, 4) + "-" + padded(local.month, 2) + "-" + padded(local.day, 2);
}

std::string format_number(std::int64_t number, std::string_view locale) {
  const char separator = language_of(locale) == Language::vi ? '.' : ',';
  std::string text = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (std::size_t at = text.size(); at > first + 3;) {
    at -= 3;
    text.insert(at, 1, separator);
  }
  return text;
}

}  // namespace haidang::lang
