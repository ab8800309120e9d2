#include "exchange/furniture.h"

#include <gtest/gtest.h>

#include "exchange/error_page.h"
#include "exchange/label_reader.h"
#include "exchange/old_address.h"
#include "exchange/recognise.h"
#include "exchange/signature.h"

namespace haidang::exchange {
namespace {

TEST(Furniture, ToolbarsAndTags) {
  for (const char* line :
       {"A+ | A | A-", "In trang", "Gửi email", "Lưu bài viết này", "Sao chép liên kết",
        "cỡ chữ giảm cỡ chữ tăng cỡ chữ In ấn E-mail", "Đọc bài viết In trang Gửi email", "Đánh giá mục này",
        "(0 bình chọn)", "Về đầu trang", "Tải file đính kèm", "扫一扫在手机打开当前页", "#HàSơn #dulịch",
        "Theo dõi Báo Hà Sơn trên Google News", "Follow KimSaPlus"})
    EXPECT_TRUE(is_furniture(line)) << line;
  for (const char* line : {"Theo dõi sát tình hình", "Ban tổ chức mời khách bình chọn 5 ảnh đẹp",
                           "In ấn tài liệu đối ngoại", "#HàSơn là điểm đến của năm nay."})
    EXPECT_FALSE(is_furniture(line)) << line;
}

TEST(Furniture, EndsOfArticlesAndOfSites) {
  EXPECT_TRUE(ends_article("Bình luận (2)"));
  EXPECT_TRUE(ends_article("Tin liên quan:"));
  EXPECT_TRUE(ends_article("相关新闻"));
  EXPECT_FALSE(ends_article("Xem thêm"));
  EXPECT_TRUE(is_site_footer("Cơ quan chủ quản: UBND tỉnh"));
  EXPECT_TRUE(is_site_footer("Cổng thông tin điện tử tỉnh Thanh Vĩnh"));
  EXPECT_FALSE(is_site_footer("Cổng thông tin điện tử tỉnh có thêm hai ngôn ngữ."));
  EXPECT_TRUE(is_address_line("Địa chỉ: 12 đường Hoa Ban"));
  EXPECT_TRUE(is_pointer_elsewhere("Xem thêm: Giá phòng khách sạn tăng nhẹ"));
}

TEST(Furniture, ErrorPages) {
  for (const char* line : {"Lỗi 404", "404", "Page not found", "Server Error in '/' Application.",
                           "Trang bạn yêu cầu không tồn tại hoặc đã bị xóa."})
    EXPECT_TRUE(says_not_found(line)) << line;
  EXPECT_FALSE(says_not_found("404 hộ dân được cấp nước sạch"));
  const auto file =
      recognise("a.html",
                "<html><head><title>Không tìm thấy trang</title></head><body><h1>Lỗi 404</h1><p>Trang bạn "
                "yêu cầu không tồn tại hoặc đã bị xóa. Vui lòng kiểm tra lại đường dẫn.</p></body></html>",
                {});
  EXPECT_FALSE(file.ok);
  EXPECT_EQ(file.problem, "import.problem.no_article");
}

std::string value_of(std::string_view line, Label label) {
  for (const LabelledValue& value : read_small_print(line).values) {
    if (value.label == label) return value.value;
  }
  return {};
}

TEST(SmallPrintLabels, OfMorePortals) {
  EXPECT_EQ(value_of("Người đăng bài viết: Đào Sen", Label::posted_by), "Đào Sen");
  EXPECT_EQ(value_of("Gửi bởi vanphong vào lúc 08:15 ngày 20/05/2005", Label::posted_by), "vanphong");
  EXPECT_EQ(value_of("Được gửi bởi Bùi An Khê vào 20/05/2020", Label::posted_by), "Bùi An Khê");
  EXPECT_EQ(value_of("Người tạo: Lê Quỳnh Mai", Label::posted_by), "Lê Quỳnh Mai");
  EXPECT_EQ(value_of("Submitted by thuykieu on 20/05/2020 - 08:15", Label::posted_by), "thuykieu");
  EXPECT_EQ(value_of("Được đăng trong Tin văn hóa", Label::section), "Tin văn hóa");
  EXPECT_FALSE(value_of("Sửa lần cuối vào Thứ năm, 21 Tháng 5 2020 09:40", Label::updated).empty());
  EXPECT_EQ(value_of("Nguồn: Theo Báo Hà Sơn", Label::source), "Báo Hà Sơn");
  EXPECT_EQ(value_of("来源：金沙日报 记者 罗小河", Label::source), "金沙日报");
  EXPECT_EQ(value_of("来源：金沙日报 记者 罗小河", Label::byline), "罗小河");
}

TEST(OldAddress, PrintedLabels) {
  EXPECT_TRUE(names_old_address("URL của bản tin này:"));
  EXPECT_TRUE(names_old_address("Link gốc: https://a.example/1"));
  EXPECT_FALSE(names_old_address("Nguồn: Báo"));
}

TEST(Signature, AgenciesAndPhotographers) {
  const auto read = [](std::string text) {
    Piece piece;
    piece.block.kind = content::BlockKind::paragraph;
    piece.text = piece.parts = std::move(text);
    return read_signature(piece).value_or(Signature{});
  };
  EXPECT_EQ(read("(TTXVN/Vietnam+)").source, "TTXVN/Vietnam+");
  EXPECT_EQ(read("Mai Ca - Ảnh: Sơn Ca").byline, "Mai Ca");
  EXPECT_EQ(read("(Theo Báo Vân Châu)").source, "Báo Vân Châu");
  EXPECT_FALSE(read("Theo dõi Báo X trên").source);
}

}  // namespace
}  // namespace haidang::exchange
