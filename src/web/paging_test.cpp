#include "web/paging.h"

#include <gmock/gmock.h>

namespace haidang::web {
namespace {

using testing::ElementsAre;
using testing::Eq;

http::Request with_page(std::string value) {
  http::Request request;
  request.query = {{"page", std::move(value)}};
  return request;
}

TEST(Paging, ReadsOnlyPageNumbers) {
  EXPECT_THAT(requested_page(http::Request{}), Eq(1));
  EXPECT_THAT(requested_page(with_page("12")), Eq(12));
  for (const char* none : {"", "0", "-1", "01", "2x", " 2", "9999999999", "٢"}) {
    EXPECT_THAT(requested_page(with_page(none)), Eq(std::nullopt)) << none;
  }
}

TEST(Paging, EndsWithTheList) {
  EXPECT_EQ(paging_of(1, 0, 12)->pages, 1);
  EXPECT_FALSE(paging_of(2, 12, 12));
  EXPECT_EQ(paging_of(2, 13, 12)->offset(), 12);
}

TEST(Paging, OffersFirstLastAndNeighbours) {
  EXPECT_THAT(page_numbers({1, 1, 12}), ElementsAre(1));
  EXPECT_THAT(page_numbers({1, 5, 12}), ElementsAre(1, 2, 3, 4, 5));
  EXPECT_THAT(page_numbers({6, 20, 12}), ElementsAre(1, 0, 4, 5, 6, 7, 8, 0, 20));
  EXPECT_THAT(page_numbers({5, 9, 12}), ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9));
  EXPECT_THAT(page_numbers({1'000'000, 1'000'000, 12}), ElementsAre(1, 0, 999'998, 999'999, 1'000'000));
}

TEST(Paging, TheFirstPageIsTheListItself) {
  EXPECT_EQ(page_path("/vi/tin-tuc/", 1), "/vi/tin-tuc/");
  EXPECT_EQ(page_path("/vi/tin-tuc/", 3), "/vi/tin-tuc/?page=3");
}

}  // namespace
}  // namespace haidang::web
