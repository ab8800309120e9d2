#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <stdexcept>

#include "lang/format.h"
#include "lang/icu_text.h"

namespace haidang::lang {

struct TimeZone::Rules {
  std::string name;
  std::unique_ptr<const icu::BasicTimeZone> zone;
};

namespace {

using std::chrono::floor;
using std::chrono::milliseconds;

std::unique_ptr<const icu::BasicTimeZone> load(const std::string& name) {
  std::unique_ptr<const icu::TimeZone> zone(icu::TimeZone::createTimeZone(to_utf16(name)));
  icu::UnicodeString id;
  const bool unknown = zone->getID(id) == icu::UnicodeString(UCAL_UNKNOWN_ZONE_ID);
  const auto* basic = dynamic_cast<const icu::BasicTimeZone*>(zone.get());
  if (name.empty() || unknown || basic == nullptr) throw std::invalid_argument("unknown time zone: " + name);
  zone.release();  // the same object, now owned under its richer type
  return std::unique_ptr<const icu::BasicTimeZone>(basic);
}

milliseconds since_epoch(Instant instant) {
  return floor<milliseconds>(instant.time_since_epoch());
}

}  // namespace

TimeZone::TimeZone(std::string name) {
  auto zone = load(name);
  rules_ = std::make_shared<const Rules>(Rules{std::move(name), std::move(zone)});
}

const std::string& TimeZone::name() const {
  return rules_->name;
}

std::chrono::minutes TimeZone::offset_at(Instant instant) const {
  int32_t raw = 0;
  int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  rules_->zone->getOffset(static_cast<UDate>(since_epoch(instant).count()), false, raw, saving, status);
  require(status, "time zone offset");
  return floor<std::chrono::minutes>(milliseconds{raw + saving});
}

std::chrono::year_month_day TimeZone::day_of(Instant instant) const {
  return {floor<std::chrono::days>(instant + offset_at(instant))};
}

Instant TimeZone::at(std::chrono::year_month_day day, std::chrono::microseconds time_of_day) const {
  const Instant local = std::chrono::sys_days{day} + time_of_day;
  int32_t raw = 0;
  int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  rules_->zone->getOffsetFromLocal(static_cast<UDate>(since_epoch(local).count()), UCAL_TZ_LOCAL_FORMER,
                                   UCAL_TZ_LOCAL_FORMER, raw, saving, status);
  require(status, "time zone offset");
  return local - milliseconds{raw + saving};
}

}  // namespace haidang::lang
