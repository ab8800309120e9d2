#include <gtest/gtest.h>

#include <algorithm>

#include "lang/unicode.h"

namespace haidang::lang {
namespace {

using List = std::vector<std::string>;

List sorted(List list, std::string_view locale) {
  std::ranges::reverse(list);
  std::ranges::stable_sort(list, {}, [&](const std::string& text) { return collation_key(text, locale); });
  return list;
}

TEST(Collation, Provinces) {
  const List expected{"Đắk Lắk", "Hà Nam", "Hải Dương", "Hải Phòng", "Hưng Yên", "Ninh Bình", "Phú Yên"};
  EXPECT_EQ(sorted(expected, "vi"), expected);
}

TEST(Collation, VietnameseLettersAndTones) {
  const List letters{"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư", "v"};
  EXPECT_EQ(sorted(letters, "vi"), letters);
  const List tones{"ma", "mà", "mả", "mã", "má", "mạ"};
  EXPECT_EQ(sorted(tones, "vi"), tones);
}

// Whole strings are compared, not syllable by syllable (domain.md 4.3).
TEST(Collation, WholeStrings) {
  const List expected{"Bà Rịa", "Ba Vì"};
  EXPECT_EQ(sorted(expected, "vi"), expected);
}

TEST(Collation, ToneStylesStandTogether) {
  EXPECT_EQ(collation_key("hoà", "vi"), collation_key("hòa", "vi"));
  EXPECT_EQ(collation_key("Tỉnh uỷ", "vi"), collation_key("Tỉnh ủy", "vi"));
  EXPECT_NE(collation_key("hoá", "vi"), collation_key("hòa", "vi"));
  EXPECT_EQ(collation_key("e\u0302\u0323", "vi"), collation_key("ệ", "vi"));
}

TEST(Collation, ChineseByPinyin) {
  const List expected{"北京", "对外", "广西", "海防", "投资", "越南", "中文"};
  EXPECT_EQ(sorted(expected, "zh"), expected);
  EXPECT_EQ(sorted(expected, "zh-Hans"), expected);
}

TEST(Collation, EnglishAndUnknown) {
  const List expected{"apple", "Đắk Lắk", "Dublin", "Éclair", "zone"};
  EXPECT_EQ(sorted(expected, "en"), expected);
  EXPECT_EQ(collation_key("zone", "xx"), collation_key("zone", "en"));
  EXPECT_EQ(collation_key("", "vi"), collation_key("", "vi"));
}

TEST(Collation, LongTextHasAWholeKey) {
  const std::string text(5000, 'a');
  EXPECT_LT(collation_key(text, "vi"), collation_key(text + "b", "vi"));
  EXPECT_EQ(collation_key(text, "vi").find('\0'), std::string::npos);
}

}  // namespace
}  // namespace haidang::lang
