#include "web/addresses.h"

#include <gtest/gtest.h>

#include "web/media.h"

namespace haidang::web {
namespace {

content::Site sample() {
  content::Site site;
  site.key = "portal";
  site.hosts = {"portal.example", "old.example"};
  content::Section news{content::SectionId{1}, {}, "news", {}};
  news.texts["vi"] = {"tin-tuc", "Tin tức", ""};
  news.texts["en"] = {"news", "News", ""};
  content::Section economy{content::SectionId{2}, content::SectionId{1}, "economy", {}};
  economy.texts["vi"] = {"kinh-te", "Kinh tế", ""};
  site.sections = {news, economy};
  return site;
}

TEST(Addresses, ASectionWithoutALanguageStandsInTheNearestAbove) {
  const content::Site site = sample();
  EXPECT_EQ(item_path(site, "vi", content::SectionId{2}, "a"), "/vi/kinh-te/a");
  EXPECT_EQ(item_path(site, "en", content::SectionId{2}, "a"), "/en/news/a");
  EXPECT_EQ(item_path(site, "zh", content::SectionId{2}, "a"), "/zh/economy/a");
  EXPECT_EQ(section_path(site, "en", content::SectionId{2}), "/en/news/");
  EXPECT_EQ(section_path(site, "zh", content::SectionId{2}), "/zh/");
}

TEST(Addresses, TheOriginIsTheCanonicalHostButOnLoopback) {
  const content::Site site = sample();
  http::Request request;
  request.host = "old.example";
  request.authority = "old.example";
  request.secure = true;
  EXPECT_EQ(origin_of(request, site), "https://portal.example");
  request.authority = "old.example:8443";
  EXPECT_EQ(origin_of(request, site), "https://portal.example:8443");
  request.secure = false;
  request.host = "127.0.0.1";
  request.authority = "127.0.0.1:8080";
  EXPECT_EQ(origin_of(request, site), "http://127.0.0.1:8080");
}

TEST(Addresses, MediaNamesAreTakenApart) {
  const std::string digest(64, 'a');
  const auto whole = parse_media_name(digest + ".webp");
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->address, digest);
  EXPECT_EQ(whole->width, 0);
  EXPECT_EQ(whole->extension, "webp");
  const auto narrow = parse_media_name(digest + "-480.webp");
  ASSERT_TRUE(narrow);
  EXPECT_EQ(narrow->width, 480);
  for (const std::string& bad :
       {digest, digest + ".", digest + "-.webp", digest + "-0480.webp", digest + "-4x.webp",
        digest + "-99999999999.webp", std::string(64, 'A') + ".webp", digest + "-480"}) {
    EXPECT_FALSE(parse_media_name(bad)) << bad;
  }
}

TEST(Addresses, PicturesOfferTheirWidths) {
  const content::MediaFacts facts{"/media/x.webp", 1600, 900, "image/webp", 10, {{480, "/media/x-480.webp"}}};
  EXPECT_EQ(picture_html(&facts, "a \"b\"", "100vw", Loading::lazy).text(),
            "<img src=\"/media/x-480.webp\" srcset=\"/media/x-480.webp 480w\" sizes=\"100vw\" width=\"1600\" "
            "height=\"900\" alt=\"a &quot;b&quot;\" loading=\"lazy\" decoding=\"async\">");
  EXPECT_EQ(picture_html(nullptr, "", "", Loading::lazy).text(), "");
}

}  // namespace
}  // namespace haidang::web
