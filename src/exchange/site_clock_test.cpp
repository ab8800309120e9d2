#include "exchange/site_clock.h"

#include <gtest/gtest.h>

#include "exchange/recognise.h"

namespace haidang::exchange {
namespace {

constexpr const char* kBody =
    "Theo Quyết định số 1087/QĐ-UBND ngày 15/5/2020, Trung tâm Xúc tiến đầu tư tỉnh là đầu mối tiếp nhận, "
    "trả "
    "lời kiến nghị của nhà đầu tư trong thời hạn 5 ngày làm việc.\n"
    "Các kiến nghị thuộc thẩm quyền của nhiều cơ quan được chuyển ngay trong ngày và theo dõi trên cùng một "
    "phần mềm.\n";

RecognisedItem item_of(const std::string& name, const std::string& text) {
  const RecognisedFile file = recognise(name, text, {});
  return file.items.empty() ? RecognisedItem{} : file.items[0];
}

TEST(SiteClock, IsTheReadersDay) {
  EXPECT_TRUE(is_site_clock("Hôm nay: Chủ Nhật, 22/11/2026"));
  EXPECT_FALSE(is_site_clock("Hôm nay, tỉnh khai mạc Tuần Văn hóa"));
  EXPECT_FALSE(is_site_clock("Hôm nay, ngày 20/5/2020, tỉnh khai mạc Tuần Văn hóa - Du lịch."));
  EXPECT_TRUE(names_weekday("Thứ Tư, 20/5/2020"));
  EXPECT_FALSE(names_weekday("20/5/2020"));
  EXPECT_TRUE(names_a_frame("hd page-header"));
  EXPECT_FALSE(names_a_frame("stop content"));
}

TEST(SiteClock, ADumpsFirstLineIsNeitherDateNorSection) {
  for (const std::string clock :
       {"Hôm nay: Chủ Nhật, 22/11/2026\n", "Chủ nhật, ngày 22 tháng 11 năm 2026\n"}) {
    const auto item = item_of("a.txt", clock + "Rút ngắn thời gian trả lời nhà đầu tư\n" + kBody);
    EXPECT_EQ(item.title, "Rút ngắn thời gian trả lời nhà đầu tư");
    EXPECT_FALSE(item.published_at) << clock;
    EXPECT_FALSE(item.section) << clock;
  }
}

TEST(SiteClock, InThePagesHeadIsNoEvidence) {
  const std::string title = "<h1>Rút ngắn thời gian trả lời nhà đầu tư</h1>";
  const std::string body =
      std::string("<div class=\"content\"><p>") + kBody + "</p><p>" + kBody + "</p></div>";
  const auto head = "<html><body><div class=\"top\">Thứ Tư, 20/5/2020 - 16:42</div>" + title + body;
  EXPECT_FALSE(item_of("a.html", head).published_at);
  const auto own =
      "<html><body><div class=\"menu\"><a>Tin</a></div><div class=\"detail\"><span>Thứ Tư, 20/5/2020"
      "</span>" +
      title + body + "</div>";
  EXPECT_TRUE(item_of("a.html", own).published_at);
}

}  // namespace
}  // namespace haidang::exchange
