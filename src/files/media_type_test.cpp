#include "files/media_type.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace haidang::files {
namespace {

using namespace std::string_literals;

std::string little_endian(std::size_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
  return out;
}

// A zip of empty entries.
std::string zip(const std::vector<std::string>& names, const std::string& comment = {}) {
  std::string bytes = "PK\x03\x04 (the entries themselves do not matter)";
  const std::size_t start = bytes.size();
  for (const std::string& name : names) {
    bytes +=
        "PK\x01\x02" + std::string(24, '\0') + little_endian(name.size(), 2) + std::string(16, '\0') + name;
  }
  const std::size_t size = bytes.size() - start;
  bytes += "PK\x05\x06" + std::string(4, '\0') + little_endian(names.size(), 2) +
           little_endian(names.size(), 2) + little_endian(size, 4) + little_endian(start, 4) +
           little_endian(comment.size(), 2) + comment;
  return bytes;
}

struct Case {
  std::string bytes;
  std::string media_type;
};

TEST(MediaType, GoesByContent) {
  const std::string types = "[Content_Types].xml";
  const Case cases[] = {
      {"\xFF\xD8\xFF\xE0", "image/jpeg"},
      {"\x89PNG\r\n\x1A\n", "image/png"},
      {"GIF89a", "image/gif"},
      {"RIFF\x10\0\0\0WEBPVP8 "s, "image/webp"},
      {"\0\0\0\x20"
       "ftypavif"s,
       "image/avif"},
      {"\0\0\0\x20"
       "ftypisom"s,
       "video/mp4"},
      {"%PDF-1.7\n", "application/pdf"},
      {zip({types, "word/document.xml"}),
       "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {zip({"xl/workbook.xml", types}, "a comment"),
       "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {zip({types, "ppt/presentation.xml"}),
       "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
      {"Tỉnh Hải Đăng\r\n\tMục 1", "text/plain"},
      {"\xEF\xBB\xBFTỉnh", "text/plain"},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(sniff_media_type(each.bytes), each.media_type) << each.bytes;
    EXPECT_NE(extension_of(each.media_type), "");
  }
}

TEST(MediaType, RefusesTheRest) {
  const std::string types = "[Content_Types].xml";
  const std::string sound = zip({types, "word/document.xml"});
  const std::string cases[] = {
      "",
      " \n",
      "<svg xmlns='http://www.w3.org/2000/svg'/>",
      "\n <!DOCTYPE html>",
      "\xEF\xBB\xBF<html>",
      "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",  // Word 97
      zip({"readme.txt"}),                 // an archive
      zip({"word/document.xml"}),          // no package
      zip({types, "word/document.xml", "word/vbaProject.bin"}),
      sound.substr(0, sound.size() - 1),  // cut short
      sound + "x",
      "PK\x03\x04",
      "\0\0\0\x20"
      "ftypheic"s,
      "RIFF\x10\0\0\0WAVEfmt "s,
      "\x7F"
      "ELF",
      "MZ\x90\0"s,
      "a\0b"s,
      "\xFF\xFE"
      "a",
      "Tên: \xE1\xBB",
  };
  for (const std::string& bytes : cases) EXPECT_EQ(sniff_media_type(bytes), "") << bytes;
}

TEST(MediaType, LongTextIsCutAtALetter) {
  std::string text;
  while (text.size() < 70'000) text += "Hải Đăng ";
  EXPECT_EQ(sniff_media_type(text), "text/plain");
}

}  // namespace
}  // namespace haidang::files
