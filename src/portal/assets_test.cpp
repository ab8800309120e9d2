#include "portal/assets.h"

#include <gmock/gmock.h>

#include <stdexcept>

#include "portal/colour.h"
#include "portal/site_style.h"

namespace haidang::portal {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using Files = std::vector<std::pair<std::string, std::string_view>>;

TEST(Assets, AddressesNameTheBytes) {
  const Assets assets(Files{{"theme/a.css", "p{}"}, {"theme/b.woff2", "font"}});
  EXPECT_THAT(assets.path_of("a.css"), MatchesRegex("/assets/a-[0-9a-f]{8}\\.css"));
  EXPECT_EQ(assets.find(assets.path_of("b.woff2"))->media_type, "font/woff2");
  EXPECT_EQ(assets.find("/assets/a-00000000.css"), nullptr);
  EXPECT_THROW(assets.path_of("c.css"), std::out_of_range);
}

TEST(Assets, AStyleNamesItsFontsByTheirAddress) {
  const Assets assets(
      {{"theme/a.css", "x{src:url(\"b.woff2\") format(\"woff2\")}"}, {"theme/b.woff2", "font"}});
  EXPECT_EQ(assets.find(assets.path_of("a.css"))->bytes,
            "x{src:url(\"" + assets.path_of("b.woff2") + "\") format(\"woff2\")}");
  EXPECT_THROW(Assets(Files{{"theme/a.css", "x{src:url(\"none.woff2\")}"}}), std::runtime_error);
  EXPECT_THROW(Assets(Files{{"theme/a.exe", "x"}}), std::runtime_error);
  EXPECT_THROW(Assets(Files{{"one/a.css", "x"}, {"two/a.css", "y"}}), std::runtime_error);
}

TEST(Colour, ContrastIsThatOfWcag) {
  const Colour white{1, 1, 1};
  EXPECT_NEAR(contrast(white, {0, 0, 0}), 21.0, 0.01);
  EXPECT_NEAR(contrast(*parse_colour("#767676"), white), 4.54, 0.01);
  EXPECT_EQ(to_hex(*parse_colour("#0b5c6b")), "#0b5c6b");
  for (const char* bad : {"", "0b5c6b", "#0b5c6", "#0b5c6g", "#0b5c6b0", "#-b5c6b"})
    EXPECT_FALSE(parse_colour(bad)) << bad;
}

// Whatever colour a site picks, its links and its masthead can be read.
TEST(SiteStyle, AnyAccentIsReadable) {
  for (const char* accent :
       {"#0b5c6b", "#9a3b1f", "#ffff00", "#ffffff", "#000000", "#ff0000", "#00ff00", "nonsense"}) {
    const std::string style = site_style(accent);
    const auto value_of = [&](std::string_view name, std::size_t from) {
      const std::size_t at = style.find("--" + std::string(name) + ":", from) + name.size() + 3;
      return *parse_colour(std::string_view(style).substr(at, 7));
    };
    const std::size_t dark = style.find("@media");
    EXPECT_GE(contrast(value_of("accent-ink", 0), {1, 1, 1}), 4.5) << accent;
    EXPECT_GE(contrast(value_of("accent-ink", 0), value_of("accent-tint", 0)), 4.5) << accent;
    EXPECT_GE(contrast(value_of("accent-deep", 0), {1, 1, 1}), 7.0) << accent;
    EXPECT_GE(contrast(value_of("accent-ink", dark), *parse_colour("#142126")), 4.5) << accent;
  }
}

TEST(SiteStyle, IsFoundByItsAddress) {
  content::Site site;
  site.accent = "#9a3b1f";
  const content::Sites sites({site});
  EXPECT_EQ(find_site_style(sites, site_style_path(site)), site_style("#9a3b1f"));
  EXPECT_EQ(find_site_style(sites, "/assets/site-00000000.css"), "");
}

}  // namespace
}  // namespace haidang::portal
