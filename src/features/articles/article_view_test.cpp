#include "features/articles/article_view.h"

#include <gmock/gmock.h>

#include "test_site.h"

namespace haidang::articles {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ArticleViewTest : public ::testing::Test {
 protected:
  ArticleViewTest() : site_(haidang::testing::Engine::sqlite) {
    for (const char* locale : {"vi", "en", "zh"})
      words_.add(lang::Catalogue(locale, *resources::find("i18n/" + std::string(locale) + ".mo")));
    edition_.item.section = site_.section("economy");
    edition_.text.title = "Tàu mới";
  }

  ArticleView view(const std::string& locale, std::vector<content::Alternate> alternates = {}) {
    const web::Visit visit{request_, site_.portal(),          locale, words_.of(locale), words_,
                           {},       "https://portal.example"};
    return make_article_view(visit, edition_, alternates);
  }

  static Moment at(const char* text, Precision precision = Precision::second) {
    return {*parse_rfc3339(text), precision};
  }

  haidang::testing::TestSite site_;
  lang::Catalogues words_;
  http::Request request_;
  content::PublicEdition edition_;
};

std::vector<std::string> texts(const std::vector<DateLine>& lines) {
  std::vector<std::string> found;
  for (const DateLine& line : lines) found.push_back(line.text);
  return found;
}

TEST_F(ArticleViewTest, DatesAreWordedAsPreciselyAsTheyAreKnown) {
  edition_.published_at = at("2020-03-04T17:14:00+07:00");
  EXPECT_THAT(texts(view("vi").dates), ElementsAre("Đăng lúc 17:14, 04/03/2020"));
  EXPECT_THAT(texts(view("en").dates), ElementsAre("Published 4 March 2020, 17:14"));
  edition_.published_at = at("2019-12-27T00:00:00+07:00", Precision::day);
  EXPECT_THAT(texts(view("vi").dates), ElementsAre("Đăng ngày 27/12/2019"));
  EXPECT_THAT(texts(view("zh").dates), ElementsAre("发布日期：2019年12月27日"));
  EXPECT_EQ(view("vi").dates.front().machine, "2019-12-27");
}

TEST_F(ArticleViewTest, UpdatedIsSaidOnlyWhereItDiffers) {
  edition_.published_at = at("2020-03-04T17:14:00+07:00");
  edition_.updated_at = edition_.published_at;
  EXPECT_THAT(view("vi").dates, SizeIs(1));
  edition_.updated_at = at("2020-03-05T08:00:00+07:00");
  EXPECT_EQ(view("vi").dates.back().text, "Cập nhật lúc 08:00, 05/03/2020");
}

TEST_F(ArticleViewTest, AStandingPageTellsOnlyWhenItChanged) {
  edition_.item.kind = content::ItemKind::page;
  edition_.published_at = at("2020-03-04T17:14:00+07:00");
  EXPECT_THAT(view("vi").dates, IsEmpty());
}

TEST_F(ArticleViewTest, UnknownFactsAreNotShown) {
  const ArticleView plain = view("vi");
  EXPECT_EQ(plain.byline, "");
  EXPECT_THAT(plain.facts, IsEmpty());
  EXPECT_THAT(plain.foot, IsEmpty());
  edition_.text.byline = "Thủy Loan";
  edition_.text.source = "Cổng thông tin điện tử Phú Yên";
  edition_.text.posted_by = "Trình Minh Ky";
  edition_.imported_views = 3970;
  const ArticleView full = view("vi");
  EXPECT_EQ(full.byline, "Tác giả: Thủy Loan");
  EXPECT_THAT(full.facts, ElementsAre("Nguồn: Cổng thông tin điện tử Phú Yên"));
  EXPECT_THAT(full.foot, ElementsAre("Người đăng: Trình Minh Ky", "3.970 lượt xem trên cổng thông tin cũ"));
}

TEST_F(ArticleViewTest, MissingLanguagesAreToldInThatLanguage) {
  const ArticleView shown = view("vi", {{"vi", site_.section("economy"), "tau-moi"}});
  ASSERT_EQ(shown.missing.size(), 2u);
  EXPECT_EQ(shown.missing[0].text, "This article is not available in English yet.");
  EXPECT_EQ(shown.missing[0].link, "Go to Economy");
  EXPECT_EQ(shown.missing[0].path, "/en/economy/");
  EXPECT_EQ(shown.missing[1].html_lang, "zh-Hans");
}

}  // namespace
}  // namespace haidang::articles
