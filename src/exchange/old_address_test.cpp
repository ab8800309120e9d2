#include "exchange/old_address.h"

#include <gtest/gtest.h>

namespace haidang::exchange {
namespace {

// The shapes of domain.md 2.8.
TEST(OldAddress, RealShapes) {
  const struct {
    const char* address;
    const char* host;
    const char* target;
  } kCases[] = {
      {"https://quangvinh.example/?cn=97&gd=4&tc=1615", "quangvinh.example", "/?cn=97&gd=4&tc=1615"},
      {"HTTPS://VBPL.example:443/Pages/x.aspx?ItemID=79915", "vbpl.example", "/Pages/x.aspx?ItemID=79915"},
      {"http://www.bao.example/channel/3481/tin-2425009", "bao.example", "/channel/3481/tin-2425009"},
      {"http://tinh.example/tin%20t%E1%BB%A9c.html#top", "tinh.example", "/tin tức.html"},
      {"https://tinh.example", "tinh.example", "/"},
      {"https://tinh.example/a%2", "tinh.example", "/a%2"},
      {"https://tinh.example?x=1", "tinh.example", "/?x=1"},
  };
  for (const auto& [address, host, target] : kCases) {
    const auto parsed = parse_old_address(address);
    ASSERT_TRUE(parsed.has_value()) << address;
    EXPECT_EQ(parsed->host, host) << address;
    EXPECT_EQ(parsed->target, target) << address;
  }
}

TEST(OldAddress, WhatIsNone) {
  for (const char* address : {"", "/tin-tuc", "ftp://a.example/x", "javascript:alert(1)", "https:///x",
                              "file:///C:/a.html", "https://a.example/%00"})
    EXPECT_FALSE(parse_old_address(address).has_value()) << address;
}

}  // namespace
}  // namespace haidang::exchange
