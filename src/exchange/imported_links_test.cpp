#include "exchange/imported_links.h"

#include <gtest/gtest.h>

namespace haidang::exchange {
namespace {

std::string mended(const std::string& address, const std::optional<std::string>& old_address) {
  content::Document document;
  content::Block& block = document.blocks.emplace_back();
  block.text = {{"words", {{content::MarkKind::link, address}}}};
  mend_links(document, old_address);
  const auto& run = document.blocks[0].text[0];
  EXPECT_EQ(run.text, "words");
  return run.marks.empty() ? "" : run.marks[0].value;
}

TEST(ImportedLinks, ResolvesAgainstTheOldAddress) {
  const std::string base = "http://cu.example/tin/2020/bai.html?x=1";
  EXPECT_EQ(mended("../khac.html", base), "http://cu.example/tin/khac.html");
  EXPECT_EQ(mended("/goc.aspx?id=2", base), "http://cu.example/goc.aspx?id=2");
  EXPECT_EQ(mended("//anh.example/a", base), "http://anh.example/a");
  EXPECT_EQ(mended("tin tức.html", base), "http://cu.example/tin/2020/tin%20t%E1%BB%A9c.html");
  EXPECT_EQ(mended("https://khac.example/a", base), "https://khac.example/a");
  EXPECT_EQ(mended("mailto:a@b.example", base), "mailto:a@b.example");
}

TEST(ImportedLinks, WhatCannotBeKeptLosesOnlyItsAddress) {
  for (const char* address : {"javascript:void(0)", " JavaScript:alert(1)", "data:text/html,x", "#top", "",
                              "http://a b:x/", "file:///C:/a.doc", "http://user:secret@a.example/"})
    EXPECT_EQ(mended(address, "http://cu.example/"), "") << address;
  for (const char* address : {"/goc.html", "bai.html", "//anh.example/a"})
    EXPECT_EQ(mended(address, std::nullopt), "") << address;
}

TEST(ImportedLinks, AVideoThatLeadsNowhereLeavesItsCaption) {
  content::Document document;
  for (const char* caption : {"Lễ hội", ""}) {
    content::Block& video = document.blocks.emplace_back();
    video.kind = content::BlockKind::video;
    video.address = "phim.mp4";
    if (*caption != '\0') video.text = content::plain(caption);
  }
  mend_links(document, std::nullopt);
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_EQ(document.blocks[0].kind, content::BlockKind::paragraph);
  EXPECT_EQ(content::plain_text(document), "Lễ hội");
}

}  // namespace
}  // namespace haidang::exchange
