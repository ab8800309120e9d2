#include "base/clock.h"

#include <gtest/gtest.h>

namespace haidang {
namespace {

using namespace std::chrono_literals;

TEST(Clock, Rfc3339GoesBothWays) {
  const struct {
    const char* text;
    std::chrono::minutes offset;
  } kCases[] = {{"2020-03-04T17:14:00+07:00", 420min},
                {"1999-12-31T23:59:59Z", 0min},
                {"2020-02-29T00:00:00-03:30", -210min},
                {"1969-07-20T20:17:40Z", 0min}};
  for (const auto& [text, offset] : kCases) {
    const auto instant = parse_rfc3339(text);
    ASSERT_TRUE(instant.has_value()) << text;
    EXPECT_EQ(format_rfc3339(*instant, offset), text);
  }
  EXPECT_EQ(parse_rfc3339("2020-03-04T17:14:00+07:00"), parse_rfc3339("2020-03-04T10:14:00Z"));
  EXPECT_EQ(*parse_rfc3339("2020-03-04T10:14:00.25Z") - *parse_rfc3339("2020-03-04T10:14:00Z"), 250ms);
}

TEST(Clock, Rfc3339RefusesWhatIsNone) {
  for (const char* text :
       {"", "2020-03-04", "2020-03-04T17:14:00", "2020-13-04T17:14:00Z", "2020-02-30T00:00:00Z",
        "2020-03-04T24:00:00Z", "2020-03-04T17:60:00Z", "2020-03-04T17:14:00+7:00", "2020-03-04T17:14:00.Z",
        "2020-03-04T17:14:00Zx", "-020-03-04T17:14:00Z", "04/03/2020 17:14"})
    EXPECT_FALSE(parse_rfc3339(text).has_value()) << text;
}

// The example of RFC 9110 section 5.6.7.
TEST(Clock, HttpDateGoesBothWays) {
  const auto instant = parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT");
  ASSERT_TRUE(instant.has_value());
  EXPECT_EQ(format_http_date(*instant), "Sun, 06 Nov 1994 08:49:37 GMT");
  for (const char* text : {"", "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 Nox 1994 08:49:37 GMT",
                           "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT"})
    EXPECT_FALSE(parse_http_date(text).has_value()) << text;
}

TEST(Clock, LogTimesSortAsText) {
  const Instant earlier = from_microseconds(999'999), later = from_microseconds(1'000'000);
  EXPECT_EQ(format_log_time(earlier), "1970-01-01T00:00:00.999999Z");
  EXPECT_LT(format_log_time(earlier), format_log_time(later));
}

}  // namespace
}  // namespace haidang
