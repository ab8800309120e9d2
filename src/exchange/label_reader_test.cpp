#include "exchange/label_reader.h"

#include <gtest/gtest.h>

namespace haidang::exchange {
namespace {

std::string told(std::string_view line) {
  const SmallPrint print = read_small_print(line);
  std::string text;
  for (const LabelledValue& value : print.values) {
    switch (value.label) {
      case Label::published:
        text +=
            "published=" + std::to_string(value.date->day) + "/" + std::to_string(value.date->month) + ";";
        break;
      case Label::updated:
        text += "updated=" + std::to_string(value.date->day) + "/" + std::to_string(value.date->month) + ";";
        break;
      case Label::views:
        text += "views=" + std::to_string(*read_count(value.value)) + ";";
        break;
      case Label::posted_by:
        text += "posted_by=" + value.value + ";";
        break;
      case Label::byline:
        text += "byline=" + value.value + ";";
        break;
      case Label::source:
        text += "source=" + value.value + ";";
        break;
      case Label::section:
        text += "section=" + value.value + ";";
        break;
      case Label::ignored:
        break;
    }
  }
  if (print.bare_date)
    text +=
        "date=" + std::to_string(print.bare_date->day) + "/" + std::to_string(print.bare_date->month) + ";";
  return text;
}

TEST(LabelReader, ReadsTheSeedsSmallPrint) {
  EXPECT_EQ(told("Đăng ngày: 27/12/2019 - Lượt xem: 76"), "published=27/12;views=76;");
  EXPECT_EQ(told("Cập nhật lúc: 09:34:22 - 20/01/2020 Số lượt xem: 3970 Người đăng: Trình Minh Ky"),
            "updated=20/1;views=3970;posted_by=Trình Minh Ky;");
  EXPECT_EQ(told("Tác giả : Thủy Loan | Nguồn : Cổng thông tin điện tử Phú Yên"),
            "byline=Thủy Loan;source=Cổng thông tin điện tử Phú Yên;");
  EXPECT_EQ(told("17:14, 04/03/2020"), "date=4/3;");
}

TEST(LabelReader, ReadsOtherLanguages) {
  EXPECT_EQ(told("December 27, 2019 10:15 AM | Views: 1,532 | Posted by: webadmin"),
            "views=1532;posted_by=webadmin;date=27/12;");
  EXPECT_EQ(told("Posted on 3 July 2019 | Views: 2,051"), "published=3/7;views=2051;");
  EXPECT_EQ(told("By Owen Larkfield"), "byline=Owen Larkfield;");
  EXPECT_EQ(told("2021年6月19日 09:30　来源：海云日报　作者：林小舟　浏览次数：1,208"),
            "source=海云日报;byline=林小舟;views=1208;date=19/6;");
}

TEST(LabelReader, KeepsPartsOfTheirOwnApart) {
  EXPECT_EQ(told("Đăng ngày \x1f"
                 "19/12/2022\x1f bởi \x1fHoàng Sao Mai\x1f \x1f"
                 "Đăng trong \x1fLễ hội\x1f"),
            "published=19/12;byline=Hoàng Sao Mai;section=Lễ hội;");
  EXPECT_EQ(told("Submitted by \x1fm.tran\x1f on \x1fTue, 05/11/2021 - 14:20\x1f"),
            "posted_by=m.tran;date=5/11;");
  EXPECT_EQ(told("来源：海云广播电视台　　【字号：大 中 小】 点击数：2,315"),
            "source=海云广播电视台;views=2315;");
}

TEST(LabelReader, CountsWithTheWordBehind) {
  EXPECT_EQ(told("14/05/2020 | 1.204 lượt xem"), "views=1204;date=14/5;");
  EXPECT_EQ(told("Đã xem: 123 lần"), "views=123;");
}

TEST(LabelReader, SaysNothingOfProse) {
  EXPECT_EQ(told("Theo Ban Tổ chức, lễ hội năm nay có sự tham gia của 62 gian hàng."), "");
  EXPECT_EQ(told("Báo cáo cập nhật tình hình và xem xét các giải pháp."), "");
  EXPECT_EQ(told("By 2030 the province will have ten ports in three districts and more roads."), "");
}

TEST(LabelReader, ReadsCountsWithAnyThousandsSign) {
  EXPECT_EQ(read_count("4.734"), 4734);
  EXPECT_EQ(read_count("118,570"), 118570);
  EXPECT_EQ(read_count("2.118.570"), 2118570);
  EXPECT_EQ(read_count("1 204"), 1204);
  EXPECT_EQ(read_count("76 - Bình luận: 3"), 76);
  EXPECT_EQ(read_count("12.5"), 12);
  EXPECT_EQ(read_count("none"), std::nullopt);
  EXPECT_EQ(read_count("99999999999999999999"), std::nullopt);
}

}  // namespace
}  // namespace haidang::exchange
