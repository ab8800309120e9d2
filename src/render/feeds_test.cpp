#include "render/feeds.h"

#include <gmock/gmock.h>

#include "base/json.h"
#include "render/json_ld.h"
#include "render/sitemap.h"

namespace haidang::render {
namespace {

using testing::HasSubstr;
using testing::Not;

Feed sample() {
  Feed feed;
  feed.id = "tag:binhhai.example,2026:feed/vi";
  feed.title = "Bình Hải & biển";
  feed.language = "vi";
  feed.home = "https://binhhai.example/vi/";
  feed.self = "https://binhhai.example/vi/feed.xml";
  feed.publisher = "Sở Ngoại vụ";
  feed.updated = *parse_rfc3339("2026-01-01T00:00:00Z");
  feed.offset = std::chrono::minutes{420};
  FeedEntry entry;
  entry.id = "tag:binhhai.example,2026:item/42/vi";
  entry.address = "https://binhhai.example/vi/tin-tuc/a?b=1&c=2";
  entry.title = "Tàu <mới>";
  entry.summary = "Mỗi tuần một chuyến.";
  entry.content = SafeHtml::trusted("<p>A &amp; B</p>");
  entry.categories = {{"news", "Tin tức"}};
  entry.published = *parse_rfc3339("2026-09-08T01:00:00Z");
  entry.updated = *parse_rfc3339("2026-09-09T01:00:00Z");
  feed.entries.push_back(entry);
  return feed;
}

TEST(Atom, HoldsFullTextAndIsAsNewAsItsNewestEntry) {
  const std::string atom = write_atom(sample());
  EXPECT_THAT(atom, HasSubstr("xml:lang=\"vi\""));
  EXPECT_THAT(atom,
              HasSubstr("<title>Bình Hải &amp; biển</title>\n<updated>2026-09-09T08:00:00+07:00</updated>"));
  EXPECT_THAT(atom, HasSubstr("<content type=\"html\">&lt;p&gt;A &amp;amp; B&lt;/p&gt;</content>"));
  EXPECT_THAT(atom, HasSubstr("href=\"https://binhhai.example/vi/tin-tuc/a?b=1&amp;c=2\""));
  EXPECT_THAT(atom, HasSubstr("<category term=\"news\" label=\"Tin tức\"/>"));
}

TEST(Atom, AnEmptyFeedIsStillDated) {
  Feed feed = sample();
  feed.entries.clear();
  EXPECT_THAT(write_atom(feed), HasSubstr("<updated>2026-01-01T07:00:00+07:00</updated>"));
}

TEST(JsonFeed, NamesAuthorsLanguageAndText) {
  const json::value parsed = parse_json(write_json_feed(sample())).value();
  EXPECT_EQ(parsed.at("version"), "https://jsonfeed.org/version/1.1");
  const json::value& item = parsed.at("items").at(0);
  EXPECT_EQ(item.at("content_html"), "<p>A &amp; B</p>");
  EXPECT_EQ(item.at("authors").at(0).at("name"), "Sở Ngoại vụ");
  EXPECT_EQ(item.at("date_published"), "2026-09-08T08:00:00+07:00");
  EXPECT_FALSE(item.as_object().contains("image"));
}

TEST(SafeHtml, XmlDropsWhatXmlCannotHold) {
  EXPECT_EQ(escape_xml(std::string_view("a\x01\x0b\tb\xEF\xBF\xBF<", 9)), "a\tb&lt;");
  EXPECT_EQ(escape_html("Tỉnh uỷ <&>"), "Tỉnh uỷ &lt;&amp;&gt;");
}

TEST(JsonLd, NoValueCanEndTheElement) {
  const std::string script = json_ld_script(json::object{{"name", "</script><script>alert(1)//&"}}).text();
  EXPECT_THAT(script, Not(HasSubstr("</script><script>")));
  EXPECT_THAT(script, HasSubstr("\\u003c/script\\u003e"));
  EXPECT_THAT(script, HasSubstr("\\u0026"));
}

TEST(Sitemap, WritesAlternates) {
  const SitemapAddress entry{
      "https://h/vi/a", "2026-09-08", {{"vi", "https://h/vi/a"}, {"x-default", "https://h/en/a"}}};
  const std::string xml = write_sitemap({&entry, 1});
  EXPECT_THAT(xml, HasSubstr("<loc>https://h/vi/a</loc><lastmod>2026-09-08</lastmod>"));
  EXPECT_THAT(xml,
              HasSubstr("<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"https://h/en/a\"/>"));
}

TEST(Sitemap, SplitsAtBothLimits) {
  EXPECT_EQ(SitemapLimits{}.addresses, 50'000u);
  std::vector<SitemapAddress> many(11, SitemapAddress{"https://h/a", "", {}});
  EXPECT_EQ(split_sitemap({many.data(), 10}, {10, 1 << 20}).size(), 1u);
  ASSERT_EQ(split_sitemap(many, {10, 1 << 20}).size(), 2u);
  EXPECT_EQ(split_sitemap(many, {10, 1 << 20})[1].size(), 1u);
  std::vector<SitemapAddress> large(60, SitemapAddress{std::string(1024, 'a'), "", {}});
  const SitemapLimits narrow{1'000, 50 * 1024};
  const auto files = split_sitemap(large, narrow);
  ASSERT_EQ(files.size(), 2u);
  EXPECT_LE(write_sitemap(files[0]).size(), narrow.bytes);
  EXPECT_EQ(split_sitemap({}).size(), 1u);
}

}  // namespace
}  // namespace haidang::render
