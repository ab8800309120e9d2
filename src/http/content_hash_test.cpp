#include "http/content_hash.h"

#include <gtest/gtest.h>

#include <set>

namespace haidang::http {
namespace {

TEST(ContentHash, IsTheSameForTheSameBytes) {
  EXPECT_EQ(content_hash("Hải Đăng"), content_hash(std::string("Hải Đăng")));
  EXPECT_EQ(content_hash("").size(), 32U);
}

TEST(ContentHash, TellsEveryLengthApart) {
  std::set<std::string> seen;
  for (std::size_t length = 0; length <= 200; ++length) seen.insert(content_hash(std::string(length, '\0')));
  EXPECT_EQ(seen.size(), 201U);
}

TEST(ContentHash, TellsEveryBitAndOrderApart) {
  const std::string page(100, 'a');
  std::set<std::string> seen{content_hash(page)};
  for (std::size_t bit = 0; bit < 8 * page.size(); ++bit) {
    std::string other = page;
    other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << bit % 8));
    seen.insert(content_hash(other));
  }
  EXPECT_EQ(seen.size(), 801U);
  const std::string one(16, 'x'), two(16, 'y');
  EXPECT_NE(content_hash(one + two), content_hash(two + one));
}

// Half of the bits change when one bit of the bytes does.
TEST(ContentHash, SpreadsAChangeOverAllBits) {
  const std::string page(1'000, 'b');
  int changed = 0;
  for (std::size_t at = 0; at < page.size(); ++at) {
    std::string other = page;
    other[at] = 'c';
    const std::string a = content_hash(page), b = content_hash(other);
    for (std::size_t digit = 0; digit < a.size(); ++digit) changed += a[digit] != b[digit] ? 1 : 0;
  }
  EXPECT_NEAR(changed / 1'000.0, 30.0, 1.0);  // 15 of 16 digits differ by chance
}

}  // namespace
}  // namespace haidang::http
