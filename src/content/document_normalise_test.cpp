#include "content/document_normalise.h"

#include <gtest/gtest.h>

#include <set>

namespace haidang::content {
namespace {

Block paragraph(std::vector<Inline> text, std::string id = {}) {
  return {.kind = BlockKind::paragraph, .id = std::move(id), .text = std::move(text)};
}
std::vector<Inline> normalised(std::vector<Inline> text) {
  return normalise({{paragraph(std::move(text))}}).value().blocks[0].text;
}
const Mark kStrong{MarkKind::strong, {}};
const Mark kLink{MarkKind::link, "/vi/"};

TEST(Normalise, SortsMarksAndJoinsRuns) {
  EXPECT_EQ(normalised({{"a", {kLink, kStrong}}, {"", {kLink}}, {"b", {kStrong, kLink, kStrong}}, {"c", {}}}),
            (std::vector<Inline>{{"ab", {kStrong, kLink}}, {"c", {}}}));
}

TEST(Normalise, LineBreaksStandAlone) {
  EXPECT_EQ(
      normalised({{"a\n\nb", {kStrong}}, {"\n", {}}, {"c", {}}}),
      (std::vector<Inline>{
          {"a", {kStrong}}, {"\n", {kStrong}}, {"\n", {kStrong}}, {"b", {kStrong}}, {"\n", {}}, {"c", {}}}));
}

TEST(Normalise, ComposesLettersAcrossJoinedRuns) {
  EXPECT_EQ(normalised({{"Ha", {}}, {"\xCC\x89i", {}}}), plain("Hải"));  // a + combining hook above
  Document image{{Block{.kind = BlockKind::image, .alt = "Ha\xCC\x89i"}}};
  EXPECT_EQ(normalise(image).value().blocks[0].alt, "Hải");
}

TEST(Normalise, FillsUnstatedNumbers) {
  const Block item{.kind = BlockKind::list_item, .children = {paragraph({})}};
  const Document list{{Block{.kind = BlockKind::ordered_list, .children = {item}}}};
  EXPECT_EQ(normalise(list).value().blocks[0].level, 1);
}

TEST(Normalise, RefusesWhatTheJsonCannotHold) {
  const auto problem = [](Block block) {
    const Result<Document> result = normalise({{std::move(block)}});
    return result.has_value() ? std::string("accepted") : result.error().message + " " + result.error().field;
  };
  EXPECT_EQ(problem({.kind = BlockKind::paragraph, .alt = "x"}),
            "document.unknown_attribute /content/0/attrs/alt");
  EXPECT_EQ(problem({.kind = BlockKind::paragraph, .level = 2}),
            "document.unknown_attribute /content/0/attrs/level");
  EXPECT_EQ(problem({.kind = BlockKind::rule, .row_span = 2}),
            "document.unknown_attribute /content/0/attrs/rowspan");
  EXPECT_EQ(problem({.kind = BlockKind::rule, .text = plain("x")}),
            "document.not_allowed_here /content/0/content");
  EXPECT_EQ(problem({.kind = BlockKind::paragraph, .children = {paragraph({})}}),
            "document.not_allowed_here /content/0/content/0");
  EXPECT_EQ(problem(paragraph({{"x", {{MarkKind::strong, "y"}}}})),
            "document.unknown_attribute /content/0/content/0/marks/0/attrs/value");
  const Block row{.kind = BlockKind::table_row};
  EXPECT_EQ(problem({.kind = BlockKind::table, .text = {{"\x01", {}}}, .children = {row}}),
            "document.bad_text /content/0/attrs/caption/0/text");
  EXPECT_EQ(problem({.kind = BlockKind::heading, .level = -1}),
            "document.bad_attribute /content/0/attrs/level");
}

TEST(Normalise, GivesIdsWhereTheyAreMissingOrRepeated) {
  std::uint64_t counter = 0;
  const IdSource source = [&] { return counter++ / 2; };  // gives every id twice
  const Document document =
      normalise(
          {{paragraph(plain("a"), "x"), paragraph(plain("b")), paragraph(plain("c"), "x"), paragraph({})}},
          source)
          .value();
  EXPECT_EQ(document.blocks[0].id, "x");
  std::set<std::string> ids;
  for (const Block& block : document.blocks) {
    EXPECT_TRUE(is_block_id(block.id));
    ids.insert(block.id);
  }
  EXPECT_EQ(ids.size(), 4U);
  EXPECT_EQ(normalise(document, source).value(), document);
}

TEST(BlockIds, AreTenCharactersOfBase58) {
  EXPECT_EQ(make_id(0), "1111111111");
  EXPECT_EQ(make_id(57), "z111111111");
  EXPECT_EQ(make_id(~std::uint64_t{0}).size(), 10U);
  EXPECT_NE(random_ids()(), random_ids()());
}

TEST(PlainText, SeparatesBlocks) {
  const Block item{.kind = BlockKind::list_item, .children = {paragraph(plain("b"))}};
  const Document document{{paragraph({{"a", {kStrong}}, {"A", {}}}), paragraph({}),
                           Block{.kind = BlockKind::bullet_list, .children = {item, item}}}};
  EXPECT_EQ(plain_text(document), "aA\nb\nb");
}

}  // namespace
}  // namespace haidang::content
