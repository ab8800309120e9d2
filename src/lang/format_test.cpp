#include "lang/format.h"

#include <gtest/gtest.h>

namespace haidang::lang {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::year;

const TimeZone kVietnam("Asia/Ho_Chi_Minh");

Instant instant(std::string_view text) {
  return parse_rfc3339(text).value();
}

TEST(Format, DatesAsEachLanguageWritesThem) {
  const Instant moment = instant("2020-03-04T17:14:00+07:00");
  EXPECT_EQ(format_date(moment, kVietnam, "vi"), "04/03/2020");
  EXPECT_EQ(format_date(moment, kVietnam, "en"), "4 March 2020");
  EXPECT_EQ(format_date(moment, kVietnam, "zh"), "2020年3月4日");
  EXPECT_EQ(format_date(moment, kVietnam, "zh-Hant"), "2020年3月4日");
  EXPECT_EQ(format_date(moment, kVietnam, "fr"), "4 March 2020");
  EXPECT_EQ(format_date_time(moment, kVietnam, "vi"), "17:14, 04/03/2020");
  EXPECT_EQ(format_date_time(moment, kVietnam, "en"), "4 March 2020, 17:14");
  EXPECT_EQ(format_date_time(moment, kVietnam, "zh"), "2020年3月4日 17:14");
}

TEST(Format, LocalMidnightDecidesTheDay) {
  EXPECT_EQ(format_date(instant("2019-12-26T17:00:00Z"), kVietnam, "vi"), "27/12/2019");
  EXPECT_EQ(format_date(instant("2019-12-26T16:59:59Z"), kVietnam, "vi"), "26/12/2019");
  EXPECT_EQ(format_date(instant("1944-12-22T12:00:00Z"), TimeZone("Etc/UTC"), "vi"), "22/12/1944");
}

TEST(Format, EveryMonthInEnglish) {
  EXPECT_EQ(format_date(instant("2022-01-18T09:00:00Z"), kVietnam, "en"), "18 January 2022");
  EXPECT_EQ(format_date(instant("2019-12-27T09:00:00Z"), kVietnam, "en"), "27 December 2019");
}

TEST(Format, PrecisionDecidesTheForm) {
  const Moment day{instant("2020-01-20T00:00:00+07:00"), Precision::day};
  const Moment second{instant("2020-01-20T09:34:22+07:00"), Precision::second};
  EXPECT_EQ(format_moment(day, kVietnam, "vi"), "20/01/2020");
  EXPECT_EQ(format_moment(second, kVietnam, "vi"), "09:34, 20/01/2020");
  EXPECT_EQ(format_moment_machine(day, kVietnam), "2020-01-20");
  EXPECT_EQ(format_moment_machine(second, kVietnam), "2020-01-20T09:34:22+07:00");
}

TEST(Format, Numbers) {
  EXPECT_EQ(format_number(118570, "vi"), "118.570");
  EXPECT_EQ(format_number(118570, "en"), "118,570");
  EXPECT_EQ(format_number(118570, "zh"), "118,570");
  EXPECT_EQ(format_number(0, "vi"), "0");
  EXPECT_EQ(format_number(999, "vi"), "999");
  EXPECT_EQ(format_number(1000, "vi"), "1.000");
  EXPECT_EQ(format_number(-1000, "en"), "-1,000");
  EXPECT_EQ(format_number(-999, "en"), "-999");
  EXPECT_EQ(format_number(INT64_MIN, "vi"), "-9.223.372.036.854.775.808");
}

TEST(TimeZone, KnowsItsRules) {
  EXPECT_EQ(kVietnam.name(), "Asia/Ho_Chi_Minh");
  EXPECT_EQ(kVietnam.offset_at(instant("2020-06-30T14:05:11Z")), minutes{420});
  const TimeZone berlin("Europe/Berlin");
  EXPECT_EQ(berlin.offset_at(instant("2024-07-01T00:00:00Z")), minutes{120});
  EXPECT_EQ(berlin.offset_at(instant("2024-01-01T00:00:00Z")), minutes{60});
  EXPECT_EQ(kVietnam.day_of(instant("2020-06-30T17:00:00Z")), year{2020} / 7 / 1);
}

TEST(TimeZone, WallTimeToInstant) {
  EXPECT_EQ(kVietnam.at(year{2020} / 3 / 4, hours{17} + minutes{14}), instant("2020-03-04T17:14:00+07:00"));
  const TimeZone berlin("Europe/Berlin");
  // 02:30 happens twice: the earlier one is still summer time.
  EXPECT_EQ(berlin.at(year{2024} / 10 / 27, hours{2} + minutes{30}), instant("2024-10-27T00:30:00Z"));
  // 02:30 does not happen: read with the offset before the jump.
  EXPECT_EQ(berlin.at(year{2024} / 3 / 31, hours{2} + minutes{30}), instant("2024-03-31T01:30:00Z"));
}

TEST(TimeZone, UnknownNamesAreRefused) {
  for (const char* name : {"", "Asia/Nowhere", "Etc/Unknown", "../../etc/passwd"}) {
    EXPECT_THROW(TimeZone{name}, std::invalid_argument) << name;
  }
  EXPECT_NO_THROW(TimeZone{"UTC"});
}

}  // namespace
}  // namespace haidang::lang
