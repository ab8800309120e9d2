#include "exchange/input_decoding.h"

#include <gtest/gtest.h>

namespace haidang::exchange {
namespace {

TEST(InputDecoding, BelievesBytesBeforeDeclarations) {
  const auto input = decode_input("<meta charset=iso-8859-1>Hải Dương");
  EXPECT_EQ(input.encoding, "utf-8");
  EXPECT_TRUE(input.readable);
  EXPECT_EQ(decode_input("\xEF\xBB\xBFHải").text, "Hải");
}

TEST(InputDecoding, ReadsUtf16WithAndWithoutMark) {
  const std::string_view wide(
      "\xFF\xFE"
      "H\0i\0 \0D\0u\0o\0n\0g\0",
      18);
  EXPECT_EQ(decode_input(wide).text, "Hi Duong");
  EXPECT_EQ(decode_input(wide.substr(2)).text, "Hi Duong");
}

TEST(InputDecoding, TellsVietnameseFromWesternBytes) {
  // "Tỉnh Đắk Lắk tổ chức hội nghị" in windows-1258: base letter, then mark.
  const auto input = decode_input(
      "Ti\xD2"
      "nh \xD0\xE3\xEC"
      "k L\xE3\xEC"
      "k t\xF4\xD2 ch\xFD\xEC"
      "c h\xF4\xF2"
      "i nghi\xF2");
  EXPECT_EQ(input.encoding, "windows-1258");
  EXPECT_EQ(input.text, "Tỉnh Đắk Lắk tổ chức hội nghị");
  EXPECT_EQ(decode_input("caf\xE9 cr\xE8"
                         "me br\xFB"
                         "l\xE9"
                         "e")
                .encoding,
            "windows-1252");
}

TEST(InputDecoding, ReadsDeclaredChinese) {
  EXPECT_EQ(decode_input("<meta charset=gb2312>\xD6\xD0\xCE\xC4").text, "<meta charset=gb2312>中文");
}

TEST(InputDecoding, RefusesWhatIsNoText) {
  EXPECT_FALSE(decode_input("\x89PNG\r\n\x1A\n").readable);
  EXPECT_FALSE(decode_input(std::string("\x01\x02\x03\x04\x05\x06\x07\x0E", 8)).readable);
}

}  // namespace
}  // namespace haidang::exchange
