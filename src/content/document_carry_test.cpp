// carry_ids: old and new documents as short texts, one block per letter group.
#include <gtest/gtest.h>

#include "content/document_ids.h"

namespace haidang::content {
namespace {

Document paragraphs(const std::vector<std::string>& texts) {
  Document document;
  for (const std::string& text : texts)
    document.blocks.push_back({.kind = BlockKind::paragraph, .text = plain(text)});
  return document;
}

// The ids "0", "1", … in document order.
void number(std::vector<Block>& blocks, int& next) {
  for (Block& block : blocks) {
    block.id = std::to_string(next++);
    number(block.children, next);
  }
}
Document numbered(Document document) {
  int next = 0;
  number(document.blocks, next);
  return document;
}

std::string ids_of(const std::vector<Block>& blocks) {
  std::string ids;
  for (const Block& block : blocks) {
    if (!ids.empty()) ids += ' ';
    ids += block.id.empty() ? "new" : block.id;
    if (!block.children.empty()) ids += " (" + ids_of(block.children) + ")";
  }
  return ids;
}
std::string carried(const Document& before, Document after) {
  carry_ids(numbered(before), after);
  return ids_of(after.blocks);
}

const std::string kPort = "Cảng Hải Đăng đón chuyến tàu container quốc tế đầu tiên trong năm nay.";
const std::string kPortEdited = "Cảng Hải Đăng đón chuyến tàu container quốc tế thứ hai trong năm nay.";
const std::string kFestival = "Lễ hội Ánh sáng biển lần thứ năm sẽ khai mạc vào tối mai tại quảng trường.";
const std::string kInvestors = "Ba nhà đầu tư nước ngoài đã ký biên bản ghi nhớ với ban quản lý khu kinh tế.";

struct Case {
  const char* name;
  std::vector<std::string> before;
  std::vector<std::string> after;
  std::string ids;
};
class CarryIds : public testing::TestWithParam<Case> {};

TEST_P(CarryIds, Follows) {
  EXPECT_EQ(carried(paragraphs(GetParam().before), paragraphs(GetParam().after)), GetParam().ids);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, CarryIds,
    testing::Values(
        Case{"unchanged", {kPort, kFestival}, {kPort, kFestival}, "0 1"},
        Case{"inserted", {kPort, kFestival}, {kPort, kInvestors, kFestival}, "0 new 1"},
        Case{"inserted_first", {kPort, kFestival}, {kInvestors, kPort, kFestival}, "new 0 1"},
        Case{"inserted_last", {kPort, kFestival}, {kPort, kFestival, kInvestors}, "0 1 new"},
        Case{"removed", {kPort, kInvestors, kFestival}, {kPort, kFestival}, "0 2"},
        Case{"moved", {kPort, kInvestors, kFestival}, {kFestival, kPort, kInvestors}, "2 0 1"},
        Case{"edited", {kFestival, kPort}, {kFestival, kPortEdited}, "0 1"},
        Case{"edited_and_moved", {kPort, kFestival}, {kFestival, kPortEdited}, "1 0"},
        Case{"rewritten", {kPort, kFestival}, {kPort, kInvestors}, "0 new"},
        Case{"most_similar_wins", {kPort}, {kPortEdited, kPort}, "new 0"},
        Case{"repeated_one_more", {"a", "x", "x", "b"}, {"a", "x", "x", "x", "b"}, "0 1 2 new 3"},
        Case{"short_in_place", {kPort, "12 dự án", kFestival}, {kPort, "15 công trình", kFestival}, "0 1 2"},
        Case{"short_not_in_place", {kPort, "12 dự án"}, {"15 công trình", kPort}, "new 0"},
        Case{"short_one_became_two", {kPort, "abc"}, {kPort, "xyz", "uvw"}, "0 new new"},
        Case{"chinese_edited",
             {"海灯港今年迎来首艘国际集装箱船，吞吐量创新高。"},
             {"海灯港今年迎来两艘国际集装箱船，吞吐量创新高。"},
             "0"},
        Case{"all_new", {}, {kPort}, "new"}, Case{"all_gone", {kPort}, {}, ""}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(CarryIdsInTables, AnEditedCellKeepsAllIds) {
  const auto table = [](const std::string& figure) {
    const auto cell = [](const std::string& text) {
      return Block{.kind = BlockKind::table_cell, .children = paragraphs({text}).blocks};
    };
    const Block head{.kind = BlockKind::table_row, .children = {cell("Năm"), cell("Dự án")}};
    const Block row{.kind = BlockKind::table_row, .children = {cell("2026"), cell(figure)}};
    return Document{{Block{.kind = BlockKind::table, .children = {head, row}}}};
  };
  EXPECT_EQ(carried(table("12"), table("15")), "0 (1 (2 (3) 4 (5)) 6 (7 (8) 9 (10)))");
}

TEST(CarryIdsOfKinds, DoNotCross) {
  Document heading = paragraphs({kPort});
  heading.blocks[0].kind = BlockKind::heading;
  EXPECT_EQ(carried(paragraphs({kPort}), heading), "new");
}

TEST(CarryIdsOfImages, GoByMedia) {
  const auto image = [](char digit) {
    return Block{.kind = BlockKind::image, .media = std::string(64, digit)};
  };
  EXPECT_EQ(carried({{image('a'), image('b')}}, {{image('b'), image('a')}}), "1 0");
  EXPECT_EQ(carried({{image('a')}}, {{image('c')}}), "new");
}

TEST(CarryIdsGiven, AreKeptAndNotGivenTwice) {
  Document after = paragraphs({kPort, kPort});
  after.blocks[1].id = "0";
  EXPECT_EQ(carried(paragraphs({kPort}), after), "new 0");
}

}  // namespace
}  // namespace haidang::content
