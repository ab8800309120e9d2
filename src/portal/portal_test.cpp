// The portal against a database: what each address answers.
#include "portal/portal.h"

#include <gmock/gmock.h>

#include <fstream>
#include <map>
#include <sstream>

#include "base/json.h"
#include "content/edition_store.h"
#include "test_site.h"

namespace haidang::portal {
namespace {

using content::ItemId;
using haidang::testing::Engine;
using haidang::testing::TestSite;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class PortalTest : public ::testing::TestWithParam<Engine> {
 protected:
  PortalTest() : site_(GetParam()), clock_(*parse_rfc3339("2026-11-22T08:00:00+07:00")) {
    std::vector<std::pair<std::string, std::string_view>> templates;
    for (const char* prefix : {"theme/templates/", "src/"})
      for (const auto& [path, bytes] : resources::list(prefix))
        templates.emplace_back(std::filesystem::path(path).stem().string(), bytes);
    templates_ = std::make_unique<render::Templates>(templates);
    for (const char* locale : {"vi", "en", "zh"})
      catalogues_.add(lang::Catalogue(locale, *resources::find("i18n/" + std::string(locale) + ".mo")));
    std::vector<std::pair<std::string, std::string_view>> assets;
    for (const auto& [path, bytes] : resources::list("theme/"))
      if (!path.starts_with("theme/templates/")) assets.emplace_back(path, bytes);
    portal_ = std::make_unique<Portal>(
        Dependencies{*site_.database, directory_, *templates_, catalogues_, clock_, assets,
                     [](const std::string& address) { return "/blobs/" + address; }});
  }

  struct Text {
    std::string locale;
    std::string title;
    std::string slug;
  };
  ItemId publish(const std::vector<Text>& texts, std::string_view section = "news") {
    return site_.database->write([&](store::Session& session) {
      content::Item item;
      item.site = site_.portal().id;
      item.section = site_.section(section);
      item.id = content::insert_item(session, item, clock_.now(), {});
      clock_.advance(std::chrono::minutes(1));
      for (const Text& text : texts) {
        content::EditionText saved;
        saved.title = text.title;
        saved.lead = "Lead of " + text.title;
        content::Block paragraph;
        paragraph.id = "b1";
        paragraph.text = content::plain("Body <of> " + text.title);
        saved.body.blocks = {paragraph};
        const auto revision =
            content::insert_revision(session, {item.id, text.locale, {}, clock_.now(), {}, saved});
        content::Edition edition;
        edition.item = item.id;
        edition.locale = text.locale;
        edition.state = workflow::State::published;
        edition.slug = text.slug;
        edition.current = revision;
        edition.live = revision;
        edition.published_at = Moment{clock_.now()};
        edition.listed_at = clock_.now();
        content::insert_edition(session, item.site, edition);
        content::list_edition(session, site_.portal(), item, text.locale, edition.listed_at);
      }
      return item.id;
    });
  }

  http::Response get(std::string path, std::string query = {}, std::string host = "portal.example",
                     std::string language = {}) {
    http::Request request;
    request.path = path;
    request.target = query.empty() ? path : path + "?" + query;
    request.query_text = query;
    if (query.starts_with("page=")) request.query = {{"page", query.substr(5)}};
    request.host = host;
    request.authority = host;
    request.secure = true;
    if (!language.empty()) request.headers.set("Accept-Language", language);
    return portal_->handle(request);
  }
  static std::string body(const http::Response& response) { return std::get<std::string>(response.body); }
  static std::string header(const http::Response& response, std::string_view name) {
    return std::string(response.headers.find(name).value_or(""));
  }

  TestSite site_;
  content::SiteDirectory directory_{site_.sites};
  ManualClock clock_;
  std::unique_ptr<render::Templates> templates_;
  lang::Catalogues catalogues_;
  std::unique_ptr<Portal> portal_;
};

TEST_P(PortalTest, TheRootChoosesALanguage) {
  const auto response = get("/", "", "portal.example", "zh-TW,en;q=0.5");
  EXPECT_EQ(response.status, 302);
  EXPECT_EQ(header(response, "Location"), "/zh/");
  EXPECT_EQ(header(response, "Vary"), "Accept-Language");
}

TEST_P(PortalTest, AnEmptySiteSaysSo) {
  const auto response = get("/en/");
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(body(response), HasSubstr("Nothing has been published in English yet."));
  publish({{"vi", "Tàu mới", "tau-moi"}});
  EXPECT_THAT(body(get("/en/")),
              HasSubstr("<p lang=\"vi\"><a href=\"/vi/\" hreflang=\"vi\">Có 1 bài bằng tiếng Việt</a>"));
  EXPECT_THAT(body(get("/en/news/")),
              HasSubstr("Nothing has been published in English in this section yet."));
}

TEST_P(PortalTest, AnArticleNamesItselfInEveryLanguage) {
  publish({{"vi", "Tàu & bến", "tau-ben"}, {"en", "Ships", "ships"}}, "economy");
  const auto response = get("/vi/kinh-te/tau-ben");
  ASSERT_EQ(response.status, 200);
  const std::string html = body(response);
  EXPECT_THAT(html, HasSubstr("<title>Tàu &amp; bến | Bình Hải</title>"));
  EXPECT_THAT(html, HasSubstr("<link rel=\"canonical\" href=\"https://portal.example/vi/kinh-te/tau-ben\">"));
  EXPECT_THAT(html, HasSubstr("hreflang=\"en\" href=\"https://portal.example/en/economy/ships\">"));
  EXPECT_THAT(html, HasSubstr("hreflang=\"x-default\" href=\"https://portal.example/en/economy/ships\">"));
  EXPECT_THAT(html, HasSubstr("Body &lt;of&gt; Tàu &amp; bến"));
  EXPECT_THAT(html, HasSubstr("\"@type\":\"NewsArticle\""));
  // There is no Chinese edition: said in Chinese, with the way to the section.
  EXPECT_THAT(html, HasSubstr("<p lang=\"zh-Hans\">本文暂无中文版。 <a href=\"/zh/jingji/\""));
  EXPECT_THAT(html, Not(HasSubstr("hreflang=\"zh-Hans\" href=\"https:")));
  EXPECT_THAT(response.tags,
              AllOf(Contains("catalogue"), Contains("site:" + std::to_string(site_.portal().id.value))));
}

TEST_P(PortalTest, AddressesHaveOneForm) {
  publish({{"vi", "Tàu", "tau"}}, "economy");
  for (const auto& [asked, canonical] : std::map<std::string, std::string>{
           {"/vi", "/vi/"}, {"/vi/tin-tuc", "/vi/tin-tuc/"}, {"/vi/tin-tuc/tau", "/vi/kinh-te/tau"}}) {
    const auto response = get(asked);
    EXPECT_EQ(response.status, 301) << asked;
    EXPECT_EQ(header(response, "Location"), canonical);
  }
  EXPECT_EQ(header(get("/vi/tin-tuc/", "page=1"), "Location"), "/vi/tin-tuc/");
}

TEST_P(PortalTest, ListsHavePagesAndAnEnd) {
  for (int item = 0; item < 13; ++item)
    publish({{"vi", "Tin " + std::to_string(item), "tin-" + std::to_string(item)}});
  EXPECT_THAT(body(get("/vi/tin-tuc/")), HasSubstr("<link rel=\"next\" href=\"/vi/tin-tuc/?page=2\">"));
  const std::string second = body(get("/vi/tin-tuc/", "page=2"));
  EXPECT_THAT(second,
              HasSubstr("<link rel=\"canonical\" href=\"https://portal.example/vi/tin-tuc/?page=2\">"));
  EXPECT_THAT(second, AllOf(HasSubstr("/vi/tin-tuc/tin-0"), Not(HasSubstr("/vi/tin-tuc/tin-12\""))));
  EXPECT_EQ(get("/vi/tin-tuc/", "page=3").status, 404);
  EXPECT_EQ(get("/vi/tin-tuc/", "page=x").status, 404);
}

TEST_P(PortalTest, NotFoundSpeaksTheLanguageOfTheAddress) {
  const auto response = get("/en/no/such/page");
  EXPECT_EQ(response.status, 404);
  EXPECT_THAT(body(response), AllOf(HasSubstr("<html lang=\"en\">"), HasSubstr("Page not found"),
                                    HasSubstr("noindex"), Not(HasSubstr("canonical"))));
  EXPECT_THAT(body(get("/no-such-page", "", "portal.example", "zh")), HasSubstr("<html lang=\"zh-Hans\">"));
}

TEST_P(PortalTest, AnotherHostGetsNoPageAndNoName) {
  const auto response = get("/vi/", "", "evil.example");
  EXPECT_EQ(response.status, 421);
  EXPECT_THAT(body(response), AllOf(Not(HasSubstr("portal.example")), Not(HasSubstr("evil.example"))));
  EXPECT_EQ(get("/healthz", "", "evil.example").status, 200);
}

TEST_P(PortalTest, OldAddressesLeadToTheItem) {
  const ItemId item = publish({{"vi", "Tàu", "tau"}});
  site_.database->write([&](store::Session& session) {
    content::put_redirect(session, site_.portal().id, "", "/vi/tin-tuc/tau-cu", item, "vi", clock_.now());
    content::put_redirect(session, site_.portal().id, "sngoaivu.example", "/Default.aspx?id=7", item, "vi",
                          clock_.now());
    return 0;
  });
  EXPECT_EQ(header(get("/vi/tin-tuc/tau-cu"), "Location"), "/vi/tin-tuc/tau");
  const auto moved = get("/Default.aspx", "id=7", "sngoaivu.example");
  EXPECT_EQ(moved.status, 301);
  EXPECT_EQ(header(moved, "Location"), "https://portal.example/vi/tin-tuc/tau");
}

TEST_P(PortalTest, FeedsHoldTheFullText) {
  publish({{"vi", "Tàu", "tau"}});
  const auto atom = get("/vi/feed.xml");
  EXPECT_THAT(header(atom, "Content-Type"), HasSubstr("application/atom+xml"));
  EXPECT_THAT(body(atom), AllOf(HasSubstr("https://portal.example/vi/tin-tuc/tau"),
                                HasSubstr("Body &amp;lt;of&amp;gt; Tàu")));
  const json::value feed = parse_json(body(get("/vi/feed.json"))).value();
  EXPECT_EQ(feed.at("items").as_array().size(), 1u);
  EXPECT_THAT(body(get("/vi/kinh-te/feed.xml")), Not(HasSubstr("<entry>")));
  EXPECT_EQ(get("/vi/nothing/feed.xml").status, 404);
}

TEST_P(PortalTest, TheSitemapNamesEveryPageOnce) {
  publish({{"vi", "Tàu", "tau"}, {"en", "Ships", "ships"}});
  const std::string xml = body(get("/sitemap.xml"));
  EXPECT_THAT(xml, HasSubstr("<loc>https://portal.example/vi/tin-tuc/tau</loc>"));
  EXPECT_THAT(xml, HasSubstr("<loc>https://portal.example/en/news/</loc>"));
  EXPECT_EQ(xml.find("<loc>https://portal.example/en/news/ships</loc>"),
            xml.rfind("<loc>https://portal.example/en/news/ships</loc>"));
  EXPECT_EQ(get("/sitemap/1.xml").status, 404);
  EXPECT_THAT(body(get("/robots.txt")), HasSubstr("Sitemap: https://portal.example/sitemap.xml"));
}

TEST_P(PortalTest, MediaAreServedForEverUnderTheirOneName) {
  const std::string digest(64, 'a');
  const std::string narrow(64, 'b');
  site_.database->write([&](store::Session& session) {
    content::insert_media(session, {digest, "image/webp", 100, 1600, 900, "x.webp", {}}, clock_.now());
    content::insert_media_variant(session, digest, {narrow, 480, 270, "image/webp"}, 50);
    return 0;
  });
  const auto response = get("/media/" + digest + "-480.webp");
  ASSERT_EQ(response.status, 200);
  EXPECT_EQ(std::get<http::FileBody>(response.body).path, "/blobs/" + narrow);
  EXPECT_THAT(header(response, "Cache-Control"), HasSubstr("immutable"));
  for (const std::string& bad :
       {digest + ".png", digest + "-640.webp", narrow + ".webp", std::string("x.webp")}) {
    EXPECT_EQ(get("/media/" + bad).status, 404) << bad;
  }
}

TEST_P(PortalTest, EveryAnswerIsGuarded) {
  for (const char* path : {"/vi/", "/vi/nothing", "/robots.txt", "/"}) {
    const auto response = get(path);
    EXPECT_THAT(header(response, "Content-Security-Policy"), HasSubstr("default-src 'none'")) << path;
    EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff") << path;
    EXPECT_THAT(header(response, "Strict-Transport-Security"), HasSubstr("max-age")) << path;
  }
}

TEST_P(PortalTest, MethodsThatAPageHasNot) {
  http::Request request;
  request.method = http::Method::post;
  request.path = request.target = "/vi/";
  request.host = request.authority = "portal.example";
  const auto response = portal_->handle(request);
  EXPECT_EQ(response.status, 405);
  EXPECT_THAT(header(response, "Allow"), HasSubstr("GET"));
}

TEST_P(PortalTest, FailuresAreToldWithoutTheDatabase) {
  http::Request request;
  request.path = "/zh/xinwen/";
  request.id = "r-17";
  const auto response = portal_->error_page(request, 503);
  EXPECT_EQ(response.status, 503);
  EXPECT_EQ(header(response, "Cache-Control"), "no-store");
  EXPECT_THAT(body(response),
              AllOf(HasSubstr("<html lang=\"zh-Hans\">"), HasSubstr("r-17"), Not(HasSubstr("["))));
  EXPECT_THAT(body(portal_->error_page({}, 431)), HasSubstr("431"));
}

INSTANTIATE_TEST_SUITE_P(Engines, PortalTest, ::testing::ValuesIn(haidang::testing::engines()),
                         haidang::testing::engine_name);

}  // namespace
}  // namespace haidang::portal
