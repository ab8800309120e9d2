#include <gtest/gtest.h>

#include "lang/locale.h"

namespace haidang::lang {
namespace {

const std::vector<std::string> kThree{"vi", "en", "zh"};

TEST(Locale, KnowsThreeInOrder) {
  ASSERT_EQ(known_locales().size(), 3U);
  EXPECT_EQ(known_locales()[0].code, "vi");
  EXPECT_EQ(known_locales()[1].code, "en");
  ASSERT_NE(find_locale("zh"), nullptr);
  EXPECT_EQ(find_locale("zh")->html_lang, "zh-Hans");
  EXPECT_EQ(find_locale("ZH"), nullptr);
  EXPECT_EQ(find_locale(""), nullptr);
}

struct Case {
  std::string_view header;
  std::string_view expected;
};

TEST(Negotiate, Table) {
  const std::vector<Case> table{
      {"", "vi"},
      {"en", "en"},
      {"EN-us", "en"},
      {"en-GB,en;q=0.9", "en"},
      {"zh-CN", "zh"},
      {"zh-Hans-SG", "zh"},
      {"zh-TW", "zh"},
      {"zh_HK", "zh"},
      {"zh-Hant-HK;q=0.8, en;q=0.3", "zh"},
      {"cmn-Hans-CN", "zh"},
      {"yue", "zh"},
      {"fr-FR,fr;q=0.9", "vi"},
      {"fr-FR,fr;q=0.9,en;q=0.5", "en"},
      {"en;q=0.5,zh;q=0.9", "zh"},
      {"en;q=0.8,zh;q=0.8", "en"},
      {"vi;q=0,en;q=0.1", "en"},
      {"vi;q=0, *", "en"},
      {"vi;q=0,en;q=0,*;q=0.5", "zh"},
      {"*", "vi"},
      {"fr,*;q=0.1", "vi"},
      {"zh;q=2,en", "en"},  // not a qvalue
      {"zh;q=0.1234,en;q=0.01", "en"},
      {"zh;q=abc,en;q=0.2", "en"},
      {"zh; Q=0.9 , en ;q=0.2", "zh"},
      {"zh;level=1;q=0.4,en;q=0.3", "zh"},
      {",,;q=1,,en", "en"},
      {"english", "vi"},
      {"e", "vi"},
      {"-", "vi"},
      {"en-", "en"},
      {"zhx", "vi"},
  };
  for (const Case& row : table) EXPECT_EQ(negotiate(row.header, kThree), row.expected) << row.header;
}

TEST(Negotiate, AvailableDecides) {
  const std::vector<std::string> two{"en", "vi"};
  EXPECT_EQ(negotiate("zh-CN,zh", two), "en");
  const std::vector<std::string> scripts{"vi", "zh", "zh-Hant"};
  EXPECT_EQ(negotiate("zh-TW", scripts), "zh-Hant");
  EXPECT_EQ(negotiate("zh-CN", scripts), "zh");
  EXPECT_EQ(negotiate("en", {}), "");
}

TEST(Negotiate, HugeHeaderIsRead) {
  std::string header;
  for (int i = 0; i < 5000; ++i) header += "xx-YY;q=0.1,";
  EXPECT_EQ(negotiate(header + "en", kThree), "vi");
}

}  // namespace
}  // namespace haidang::lang
