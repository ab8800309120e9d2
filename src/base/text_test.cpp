#include "base/text.h"

#include <gmock/gmock.h>

namespace haidang {
namespace {

using ::testing::ElementsAre;

TEST(Text, KnowsWellFormedUtf8) {
  for (const char* good : {"", "abc", "Tỉnh ủy", "平海省", "\xF4\x8F\xBF\xBF"})
    EXPECT_TRUE(is_valid_utf8(good)) << good;
  for (const char* bad :
       {"\x80", "\xC0\xAF", "\xC3", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "a\xC3"})
    EXPECT_FALSE(is_valid_utf8(bad));
}

TEST(Text, CodePointsGoBothWays) {
  for (const char32_t c : {U'a', U'đ', U'Ủ', U'省', U'\U0001F3EE'}) {
    std::string text;
    append_utf8(text, c);
    std::size_t at = 0;
    EXPECT_EQ(next_code_point(text, at), c);
    EXPECT_EQ(at, text.size());
  }
  std::size_t at = 0;
  EXPECT_EQ(next_code_point("\xFFz", at), char32_t{0xFFFD});
  EXPECT_EQ(at, 1U);
  EXPECT_EQ(count_code_points("Đắk 省"), 5U);
}

TEST(Text, TruncatesBetweenCodePoints) {
  EXPECT_EQ(truncate_utf8("ủy", 2), "");
  EXPECT_EQ(truncate_utf8("ủy", 3), "ủ");
  EXPECT_EQ(truncate_utf8("ủy", 9), "ủy");
}

TEST(Text, FoldsEveryKindOfSpace) {
  EXPECT_EQ(fold_spaces("  căn\u00A0cứ \t\n chức\u3000năng\u200B\uFEFF "), "căn cứ chức năng");
  EXPECT_EQ(fold_spaces("\u00A0\u2003"), "");
  EXPECT_EQ(trim(" \t a b\r\n"), "a b");
}

TEST(Text, RefusesWhatMustNotBeStored) {
  EXPECT_TRUE(is_storable_text("Một dòng\nhai dòng\tcó cột"));
  EXPECT_FALSE(is_storable_text(std::string_view("a\0b", 3)));
  for (const char* bad : {"\x01", "\x7F", "\u0085", "\u202E", "\u2066", "\xFF"})
    EXPECT_FALSE(is_storable_text(bad));
}

TEST(Text, SplitsAndCompares) {
  EXPECT_THAT(split("a,,b", ','), ElementsAre("a", "", "b"));
  EXPECT_THAT(split("", ','), ElementsAre(""));
  EXPECT_TRUE(equals_ignoring_ascii_case("Content-TYPE", "content-type"));
  EXPECT_FALSE(equals_ignoring_ascii_case("a", "ab"));
  EXPECT_EQ(to_ascii_lower("ÀB"), "Àb");
}

}  // namespace
}  // namespace haidang
