#include "exchange/date_reader.h"

#include <gtest/gtest.h>

#include "lang/format.h"

namespace haidang::exchange {
namespace {

struct Row {
  std::string text;
  std::string expected;  // as the JSON report prints it; "" for none
};

class DateForms : public testing::TestWithParam<Row> {};

TEST_P(DateForms, Reads) {
  const lang::TimeZone zone("Asia/Ho_Chi_Minh");
  const auto moment = read_machine_date(GetParam().text, zone);
  EXPECT_EQ(moment ? lang::format_moment_machine(*moment, zone) : "", GetParam().expected) << GetParam().text;
}

// domain.md 4.5: the forms of the five pages.
INSTANTIATE_TEST_SUITE_P(Seeds, DateForms,
                         testing::Values(Row{"27/12/2019", "2019-12-27"}, Row{"ngày 08/8/2018", "2018-08-08"},
                                         Row{"17:14, 04/03/2020", "2020-03-04T17:14:00+07:00"},
                                         Row{"THỨ BA, 30/06/2020 14:05:11", "2020-06-30T14:05:11+07:00"},
                                         Row{"09:34:22 - 20/01/2020", "2020-01-20T09:34:22+07:00"},
                                         Row{"Chiều ngày 18/01/2022", "2022-01-18"}, Row{"Ngày 4-3", ""},
                                         Row{"Sáng 30.6", ""}, Row{"giai đoạn 2011- 2020", ""},
                                         Row{"4.734", ""}));

INSTANTIATE_TEST_SUITE_P(
    Vietnamese, DateForms,
    testing::Values(Row{"Đăng ngày 12 tháng 3 năm 2023", "2023-03-12"},
                    Row{"Thứ tư, 20 Tháng 11 2019 08:30", "2019-11-20T08:30:00+07:00"},
                    Row{"Tháng Mười Hai 27, 2019", "2019-12-27"},
                    Row{"27 Tháng Mười Một, 2019", "2019-11-27"},
                    Row{"Thứ năm, 09/8/2018 - 07:45 (GMT+7)", "2018-08-09T07:45:00+07:00"},
                    Row{"lúc 08:15 ngày 11/6/2021", "2021-06-11T08:15:00+07:00"},
                    Row{"08h15 ngày 11/6/2021", "2021-06-11T08:15:00+07:00"},
                    Row{"8 giờ 15 phút, ngày 11/6/2021", "2021-06-11T08:15:00+07:00"},
                    Row{"14/03/2018 4:05:12 CH", "2018-03-14T16:05:12+07:00"},
                    Row{"14/03/2018 12:05 SA", "2018-03-14T00:05:00+07:00"},
                    Row{"Thứ Hai, 14-02-2022 | 09:05", "2022-02-14T09:05:00+07:00"},
                    Row{"10:20 | 25/10/2019", "2019-10-25T10:20:00+07:00"},
                    Row{"Thứ Năm, 14/05/2020, 09:12 [GMT+7]", "2020-05-14T09:12:00+07:00"},
                    Row{"28.3.2023", "2023-03-28"}, Row{"20 / 01 / 2020", "2020-01-20"},
                    Row{"31/02/2020", ""}, Row{"16-KL/TW", ""}));

INSTANTIATE_TEST_SUITE_P(English, DateForms,
                         testing::Values(Row{"27 December 2019", "2019-12-27"},
                                         Row{"December 27, 2019 10:15 AM", "2019-12-27T10:15:00+07:00"},
                                         Row{"Dec. 27th, 2019 at 10:15 p.m.", "2019-12-27T22:15:00+07:00"},
                                         Row{"12/27/2019", "2019-12-27"}, Row{"04/03/2020", "2020-03-04"},
                                         Row{"Tue, 05/11/2021 - 14:20", "2021-11-05T14:20:00+07:00"},
                                         Row{"May flowers 2019", ""}));

INSTANTIATE_TEST_SUITE_P(Chinese, DateForms,
                         testing::Values(Row{"2019年12月27日 10:15", "2019-12-27T10:15:00+07:00"},
                                         Row{"2021年6月19日", "2021-06-19"},
                                         Row{"2019年12月27日下午3时05分", "2019-12-27T15:05:00+07:00"},
                                         Row{"发布时间：2018-11-09 08:40:15", "2018-11-09T08:40:15+07:00"},
                                         Row{"12月26日", ""}));

INSTANTIATE_TEST_SUITE_P(Machines, DateForms,
                         testing::Values(Row{"2023-05-08T02:15:00.000Z", "2023-05-08T09:15:00+07:00"},
                                         Row{"2023-02-14T19:05:00+07:00", "2023-02-14T19:05:00+07:00"},
                                         Row{"2024-01-08T06:00:00+0700", "2024-01-08T06:00:00+07:00"},
                                         Row{"2022-03-10 02:00:00Z", "2022-03-10T09:00:00+07:00"},
                                         Row{"2023-02-14 19:05", "2023-02-14T19:05:00+07:00"},
                                         Row{"2023-02-14", "2023-02-14"},
                                         Row{"Tue, 12 Feb 2019 08:45:30 +0000", "2019-02-12T15:45:30+07:00"},
                                         Row{"Fri, 01 Feb 2019 23:30:00 GMT", "2019-02-02T06:30:00+07:00"},
                                         Row{"Tue, 10 Mar 2020 17:14 GMT+7", "2020-03-10T17:14:00+07:00"},
                                         Row{"2011-03-04T05:06:07-05:00", "2011-03-04T17:06:07+07:00"},
                                         Row{"0000-00-00 00:00:00", ""}, Row{"", ""}));

TEST(DateReader, FindsTheDayAndMonthOfYearlessDates) {
  for (const char* text : {"Ngày 4-3, Ban Chỉ đạo", "4/3", "(4.3)", "4 tháng 3"}) {
    const auto dates = find_dates(text);
    ASSERT_EQ(dates.size(), 1U) << text;
    EXPECT_FALSE(dates[0].year);
    EXPECT_EQ(dates[0].day, 4U);
    EXPECT_EQ(dates[0].month, 3U);
  }
}

TEST(DateReader, TakesTheYearOfTheLatestSuchDayBeforeTheReference) {
  using namespace std::chrono;
  DateWords date;
  date.day = 12;
  date.month = 3;
  EXPECT_EQ(with_year_from(date, 2020y / 3 / 15).year, 2020);
  EXPECT_EQ(with_year_from(date, 2020y / 3 / 12).year, 2020);
  EXPECT_EQ(with_year_from(date, 2020y / 3 / 11).year, 2019);
  date.day = 29;
  date.month = 2;
  EXPECT_EQ(with_year_from(date, 2023y / 1 / 1).year, 2020);
}

TEST(DateReader, KnowsWhenALineIsNothingButADate) {
  EXPECT_TRUE(only_date("THỨ BA, 30/06/2020 14:05:11"));
  EXPECT_TRUE(only_date("Thứ 2, ngày 14/02/2022"));
  EXPECT_TRUE(only_date("(27/12/2019)"));
  EXPECT_FALSE(only_date("Ngày 26/12/2019, tại Hội trường"));
  EXPECT_FALSE(only_date("22/12/1944 - 22/12/2024"));
  EXPECT_FALSE(only_date("Không có ngày"));
}

TEST(DateReader, SpansTheWordsOfDateAndTime) {
  const std::string text = "Đăng lúc 17:14, 04/03/2020 bởi An";
  const auto dates = find_dates(text);
  ASSERT_EQ(dates.size(), 1U);
  EXPECT_EQ(text.substr(dates[0].begin, dates[0].end - dates[0].begin), "17:14, 04/03/2020");
}

}  // namespace
}  // namespace haidang::exchange
