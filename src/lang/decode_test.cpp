#include <gtest/gtest.h>

#include "lang/unicode.h"

namespace haidang::lang {
namespace {

using namespace std::string_literals;

TEST(Decode, VietnameseWindowsMarksAreJoined) {
  // "Việt Nam" as windows-1258 writes it: ê and a dot below of its own.
  for (const char* label : {"windows-1258", "cp1258", "X-CP1258", " Windows-1258 "}) {
    EXPECT_EQ(decode("Vi\xEA\xF2t Nam", label), "Việt Nam") << label;
  }
  EXPECT_EQ(decode("\xD0\xE3\xECk", "windows-1258"), "Đắk");
  EXPECT_EQ(decode("\xF0\xFD\xF5\xF2"
                   "c",
                   "windows-1258"),
            "được");
}

TEST(Decode, ChineseLabels) {
  for (const char* label : {"gb18030", "GB2312", "gbk", "x-gbk", "chinese", "csGB2312", "gb_2312-80"}) {
    EXPECT_EQ(decode("\xCD\xB6\xD7\xCA", label), "投资") << label;
  }
  EXPECT_EQ(decode("\x81\x30\x81\x30", "gb2312"), "\u0080");  // four bytes: only gb18030 has them
  for (const char* label : {"big5", "Big5-HKSCS", "cn-big5", "x-x-big5"}) {
    EXPECT_EQ(decode("\xA7\xEB\xB8\xEA", label), "投資") << label;
  }
}

TEST(Decode, UnicodeForms) {
  EXPECT_EQ(decode("V\0i\0"s, "utf-16le"), "Vi");
  EXPECT_EQ(decode("\xFF\xFEV\0i\0"s, "utf-16"), "Vi");
  EXPECT_EQ(decode("\xFE\xFF\0V\0i"s, "utf-16be"), "Vi");
  EXPECT_EQ(decode("\xEF\xBB\xBFVi", "utf-8"), "Vi");
  EXPECT_EQ(decode("e\u0302\u0323", "UTF8"), "ệ");
}

TEST(Decode, LatinLabelsMeanWindows) {
  EXPECT_EQ(decode("\x93"
                   "a\x94",
                   "iso-8859-1"),
            "“a”");
  EXPECT_EQ(decode("\x80", "us-ascii"), "€");
  EXPECT_EQ(decode("\xE9", "latin1"), "é");
}

TEST(Decode, MalformedBecomesTheReplacementCharacter) {
  EXPECT_EQ(decode("a\xFF"
                   "b",
                   "utf-8"),
            "a\uFFFDb");
  EXPECT_EQ(decode("", "gbk"), "");
}

TEST(Decode, UnknownAndDangerousLabelsAreRefused) {
  for (const char* label : {"", "no-such", "utf-7", "hz-gb-2312", "iso-2022-kr", "ISO-2022-CN",
                            "utf-16le,version=1", "iso-2022,locale=zh", "scsu", "replacement", "../x"}) {
    EXPECT_FALSE(decode("abc", label).has_value()) << label;
  }
  EXPECT_FALSE(decode("abc", std::string(5000, 'x')).has_value());
}

TEST(Decode, OtherEncodingsByTheirOwnNames) {
  EXPECT_EQ(decode("\x82\xA0", "shift_jis"), "あ");
  EXPECT_EQ(decode("\xB0\xA1", "euc-kr"), "가");
  EXPECT_EQ(decode("\xCF", "windows-1251"), "П");
}

}  // namespace
}  // namespace haidang::lang
