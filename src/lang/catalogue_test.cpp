#include "lang/catalogue.h"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

namespace haidang::lang {
namespace {

void append_word(std::string& out, std::size_t number) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>((number >> shift) & 0xFF);
}

// GNU gettext manual, section 10.3 "The Format of GNU MO Files": magic, revision,
// count, the two tables of (length, offset), sorted keys.
std::string make_mo(const std::string& plural_forms, std::map<std::string, std::string> messages) {
  messages[""] = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: " + plural_forms + "\n";
  const std::size_t count = messages.size();
  const std::size_t texts_at = 28 + 16 * count;
  std::string texts;
  std::string keys;
  std::string values;
  for (const auto& [key, value] : messages) {
    append_word(keys, key.size());
    append_word(keys, texts_at + texts.size());
    texts += key + '\0';
    append_word(values, value.size());
    append_word(values, texts_at + texts.size());
    texts += value + '\0';
  }
  std::string mo;
  for (const std::size_t word : {std::size_t{0x950412DE}, std::size_t{0}, count, std::size_t{28},
                                 28 + 8 * count, std::size_t{0}, 28 + 16 * count}) {
    append_word(mo, word);
  }
  return mo + keys + values + texts;
}

using namespace std::string_literals;

Catalogue english() {
  return {"en", make_mo("nplurals=2; plural=(n != 1);",
                        {{"page.title", "Home"},
                         {"greeting", "{name} wrote {count} to {name}"},
                         {"count.items\0count.items"s, "{count} item\0{count} items"s}})};
}

Catalogue vietnamese() {
  return {"vi", make_mo("nplurals=1; plural=0;",
                        {{"page.title", "Trang chủ"}, {"count.items\0count.items"s, "{count} mục"}})};
}

TEST(Catalogue, GivesTheWords) {
  const Catalogue catalogue = vietnamese();
  EXPECT_EQ(catalogue.locale(), "vi");
  EXPECT_EQ(catalogue.text("page.title"), "Trang chủ");
  EXPECT_TRUE(catalogue.has("page.title"));
  EXPECT_FALSE(catalogue.has("page"));
  EXPECT_EQ(catalogue.text("page.unknown"), "[page.unknown]");
  EXPECT_EQ(catalogue.plural("page.unknown", 3), "[page.unknown]");
}

TEST(Catalogue, PluralForms) {
  const Catalogue catalogue = english();
  EXPECT_EQ(catalogue.plural("count.items", 1), "1 item");
  EXPECT_EQ(catalogue.plural("count.items", 0), "0 items");
  EXPECT_EQ(catalogue.plural("count.items", 118570), "118,570 items");
  EXPECT_EQ(catalogue.plural("count.items", 4294967297), "4,294,967,297 items");
  EXPECT_EQ(catalogue.plural("count.items", -1), "-1 item");
  EXPECT_EQ(vietnamese().plural("count.items", 118570), "118.570 mục");
}

TEST(Catalogue, PlaceholdersAreFilledOnce) {
  const std::vector<std::pair<std::string, std::string>> values{{"name", "{count}"}};
  EXPECT_EQ(english().text("greeting", values), "{count} wrote {count} to {count}");
  EXPECT_EQ(english().text("greeting"), "{name} wrote {count} to {name}");
}

TEST(Catalogue, MalformedIsRefused) {
  const std::string whole = make_mo("nplurals=1; plural=0;", {{"a", "b"}});
  EXPECT_THROW(Catalogue("en", ""), std::runtime_error);
  EXPECT_THROW(Catalogue("en", "no catalogue at all, but long enough to be one"), std::runtime_error);
  EXPECT_NO_THROW(Catalogue("en", whole));
  for (std::size_t at = 0; at < 7 * 4; at += 4) {  // a header word that lies
    std::string lying = whole;
    lying[at + 1] = '\x7F';
    if (at == 4 || at == 24) continue;  // the revision, and the place of a hash table that is not there
    EXPECT_THROW(Catalogue("en", lying), std::runtime_error) << at;
  }
  for (std::size_t size = 1; size < whole.size(); ++size) {
    EXPECT_THROW(Catalogue("en", std::string_view(whole).substr(0, size)), std::runtime_error) << size;
  }
}

TEST(Catalogues, FirstAnswersForUnknown) {
  Catalogues catalogues;
  EXPECT_THROW(catalogues.of("vi"), std::logic_error);
  catalogues.add(vietnamese());
  catalogues.add(english());
  EXPECT_EQ(catalogues.of("en").text("page.title"), "Home");
  EXPECT_EQ(catalogues.of("fr").text("page.title"), "Trang chủ");
}

}  // namespace
}  // namespace haidang::lang
