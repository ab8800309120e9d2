#include "web/kept.h"

#include <gtest/gtest.h>

#include "resources/resources.h"

namespace haidang::web {
namespace {

class KeptTest : public ::testing::Test {
 protected:
  KeptTest() {
    words_.add(lang::Catalogue("vi", *resources::find("i18n/vi.mo")));
    sites_ = std::make_shared<const content::Sites>();
  }

  int get(std::int64_t act, const std::string& key) {
    Visit visit{request_, site_, "vi", words_.of("vi"), words_, {}, {}, {sites_, act}};
    return *kept_.get(visit, key, [this] { return ++made_; });
  }

  http::Request request_;
  content::Site site_;
  lang::Catalogues words_;
  std::shared_ptr<const content::Sites> sites_;
  Kept<std::string, int> kept_;
  int made_ = 0;
};

TEST_F(KeptTest, IsMadeOnceWhileNothingHappens) {
  EXPECT_EQ(get(7, "a"), 1);
  EXPECT_EQ(get(7, "b"), 2);
  EXPECT_EQ(get(7, "a"), 1);
}

TEST_F(KeptTest, IsMadeAgainAfterAnyAct) {
  get(7, "a");
  EXPECT_EQ(get(8, "a"), 2);
  EXPECT_EQ(get(8, "a"), 2);
}

TEST_F(KeptTest, AnEarlierReadingSeesAndKeepsNothingLater) {
  get(8, "a");
  EXPECT_EQ(get(7, "a"), 2);
  EXPECT_EQ(get(8, "a"), 1);
}

TEST_F(KeptTest, IsMadeAgainWhenTheSitesAreReadAgain) {
  get(7, "a");
  sites_ = std::make_shared<const content::Sites>();
  EXPECT_EQ(get(7, "a"), 2);
}

TEST_F(KeptTest, KeepsNothingWithoutAMoment) {
  get(0, "a");
  EXPECT_EQ(get(0, "a"), 2);
}

}  // namespace
}  // namespace haidang::web
