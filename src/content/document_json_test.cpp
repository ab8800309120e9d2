#include "content/document_json.h"

#include <gtest/gtest.h>

#include <string>

#include "content/document_schema.h"

namespace haidang::content {
namespace {

std::string in_doc(const std::string& blocks) {
  return R"({"type":"doc","content":[)" + blocks + "]}";
}
std::string in_paragraph(const std::string& runs) {
  return in_doc(R"({"type":"paragraph","content":[)" + runs + "]}");
}
std::string marked(const std::string& marks) {
  return in_paragraph(R"({"type":"text","text":"a","marks":[)" + marks + "]}");
}
std::string in_cell_row(const std::string& cell_attributes) {
  return in_doc(R"({"type":"table","content":[{"type":"table_row","content":[{"type":"table_cell","attrs":)" +
                cell_attributes + R"(,"content":[{"type":"paragraph"}]}]}]})");
}

// Every kind of block and mark, in the form to_json_text writes.
const std::string kEverything =
    R"({"type":"doc","content":[)"
    R"({"type":"paragraph","attrs":{"id":"p1"},"content":[{"type":"text","text":"Một "},)"
    R"({"type":"text","text":"hai","marks":[{"type":"strong"},{"type":"link","attrs":{"href":"/vi/"}}]},)"
    R"({"type":"hard_break"},{"type":"text","text":"ba","marks":[{"type":"emphasis"},{"type":"underline"},)"
    R"({"type":"strike"},{"type":"subscript"},{"type":"superscript"},{"type":"language","attrs":{"lang":"en"}}]}]},)"
    R"({"type":"heading","attrs":{"id":"h1","level":2},"content":[{"type":"text","text":"Mục"}]},)"
    R"({"type":"bullet_list","content":[{"type":"list_item","content":[{"type":"paragraph"}]}]},)"
    R"({"type":"ordered_list","attrs":{"order":5},"content":[{"type":"list_item","content":[{"type":"paragraph"}]}]},)"
    R"({"type":"quote","attrs":{"credit":"Bà Lan"},"content":[{"type":"paragraph"}]},)"
    R"({"type":"image","attrs":{"media":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",)"
    R"("alt":"Cảng","credit":"TTXVN","address":"images/cang.jpg"},"content":[{"type":"text","text":"Chú thích"}]},)"
    R"({"type":"gallery","attrs":{"caption":[{"type":"text","text":"Bộ ảnh"}]},"content":[{"type":"image"}]},)"
    R"({"type":"table","attrs":{"id":"t1","caption":[{"type":"text","text":"Bảng 1"}]},"content":[)"
    R"({"type":"table_row","content":[{"type":"table_header","attrs":{"colspan":2},"content":[{"type":"paragraph"}]}]},)"
    R"({"type":"table_row","content":[{"type":"table_cell","content":[{"type":"paragraph"}]},)"
    R"({"type":"table_cell","attrs":{"rowspan":3},"content":[{"type":"paragraph"}]}]},{"type":"table_row"}]},)"
    R"({"type":"file","attrs":{"address":"vb.pdf"},"content":[{"type":"text","text":"Kế hoạch"}]},)"
    R"({"type":"video","attrs":{"credit":"Đài","address":"https://video.example/1"}},)"
    R"({"type":"rule"}]})";

TEST(DocumentJson, ReadsAndWritesEverything) {
  const Result<Document> document = from_json_text(kEverything);
  ASSERT_TRUE(document.has_value()) << document.error().message << " " << document.error().field;
  EXPECT_EQ(to_json_text(*document), kEverything);
  EXPECT_EQ(from_stored_json(kEverything), *document);
  EXPECT_EQ(document->blocks[0].text[1].marks[1].value, "/vi/");
  EXPECT_EQ(document->blocks[3].level, 5);
  EXPECT_EQ(document->blocks[7].children[1].children[1].row_span, 3);
}

TEST(DocumentJson, EmptyDocuments) {
  for (const char* text :
       {R"({"type":"doc"})", R"({"type":"doc","content":[]})", R"({"type":"doc","content":null})"}) {
    EXPECT_EQ(from_json_text(text).value(), Document{}) << text;
  }
  EXPECT_EQ(to_json_text({}), R"({"type":"doc","content":[]})");
}

TEST(DocumentJson, NullIsTheDefault) {
  const auto document =
      from_json_text(in_cell_row(R"({"id":null,"colspan":null,"rowspan":1,"colwidth":null})"));
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->blocks[0].children[0].children[0].column_span, 1);
}

struct Refusal {
  std::string text;
  std::string message;
  std::string field;
};
class DocumentJsonRefuses : public testing::TestWithParam<Refusal> {};

TEST_P(DocumentJsonRefuses, WithProblemAndPlace) {
  const Refusal& refusal = GetParam();
  const Result<Document> document = from_json_text(refusal.text);
  ASSERT_FALSE(document.has_value()) << refusal.text;
  EXPECT_EQ(document.error().kind, Problem::Kind::invalid);
  EXPECT_EQ(document.error().message, "document." + refusal.message) << refusal.text;
  EXPECT_EQ(document.error().field, refusal.field) << refusal.text;
}

INSTANTIATE_TEST_SUITE_P(
    Shape, DocumentJsonRefuses,
    testing::Values(
        Refusal{"", "not_a_document", ""}, Refusal{"{", "not_a_document", ""},
        Refusal{"[]", "not_a_document", ""}, Refusal{R"("doc")", "not_a_document", ""},
        Refusal{"{}", "not_a_document", ""}, Refusal{R"({"type":"paragraph"})", "not_a_document", ""},
        Refusal{"{\"type\":\"\xFF\"}", "not_a_document", ""},
        Refusal{R"({"type":"doc","content":{}})", "bad_attribute", "/content"},
        Refusal{R"({"type":"doc","version":1})", "unknown_attribute", "/version"},
        Refusal{in_doc("1"), "not_a_document", "/content/0"},
        Refusal{in_doc("{}"), "unknown_block", "/content/0/type"},
        Refusal{in_doc(R"({"type":"paragraph"},{"type":"script"})"), "unknown_block", "/content/1/type"},
        Refusal{in_doc(R"({"type":"doc"})"), "not_allowed_here", "/content/0"},
        Refusal{in_doc(R"({"type":"text","text":"a"})"), "not_allowed_here", "/content/0"},
        Refusal{in_doc(R"({"type":"paragraph","marks":[]})"), "unknown_attribute", "/content/0/marks"},
        Refusal{in_doc(R"({"type":"paragraph","attrs":[]})"), "bad_attribute", "/content/0/attrs"},
        Refusal{in_doc(R"({"type":"paragraph","attrs":{"class":"x"}})"), "unknown_attribute",
                "/content/0/attrs/class"},
        Refusal{in_doc(R"({"type":"paragraph","attrs":{"a/b~":"x"}})"), "unknown_attribute",
                "/content/0/attrs/a~1b~0"},
        Refusal{in_doc(R"({"type":"paragraph","attrs":{"id":7}})"), "bad_attribute", "/content/0/attrs/id"},
        Refusal{in_doc(R"({"type":"paragraph","attrs":{"caption":[]}})"), "unknown_attribute",
                "/content/0/attrs/caption"},
        Refusal{in_doc(R"({"type":"heading","attrs":{"level":"2"}})"), "bad_attribute",
                "/content/0/attrs/level"},
        Refusal{in_doc(R"({"type":"heading","attrs":{"level":2.5}})"), "bad_attribute",
                "/content/0/attrs/level"},
        Refusal{in_doc(R"({"type":"heading","attrs":{"level":99999999999}})"), "bad_attribute",
                "/content/0/attrs/level"},
        Refusal{in_cell_row(R"({"colspan":0})"), "bad_attribute",
                "/content/0/content/0/content/0/attrs/colspan"},
        Refusal{in_cell_row(R"({"colwidth":[100]})"), "unknown_attribute",
                "/content/0/content/0/content/0/attrs/colwidth"},
        Refusal{in_paragraph(R"({"type":"paragraph"})"), "not_allowed_here", "/content/0/content/0"},
        Refusal{in_paragraph(R"({"type":"emoji"})"), "unknown_block", "/content/0/content/0/type"},
        Refusal{in_paragraph(R"({"type":"text"})"), "missing_attribute", "/content/0/content/0/text"},
        Refusal{in_paragraph(R"({"type":"text","text":1})"), "bad_attribute", "/content/0/content/0/text"},
        Refusal{in_paragraph(R"({"type":"text","text":""})"), "bad_text", "/content/0/content/0/text"},
        Refusal{in_paragraph(R"({"type":"text","text":"a","attrs":{}})"), "unknown_attribute",
                "/content/0/content/0/attrs"},
        Refusal{marked("1"), "not_a_document", "/content/0/content/0/marks/0"},
        Refusal{marked(R"({"type":"blink"})"), "unknown_block", "/content/0/content/0/marks/0/type"},
        Refusal{marked(R"({"type":"strong","attrs":{"x":"1"}})"), "unknown_attribute",
                "/content/0/content/0/marks/0/attrs/x"},
        Refusal{marked(R"({"type":"link","attrs":{"href":1}})"), "bad_attribute",
                "/content/0/content/0/marks/0/attrs/href"},
        Refusal{marked(R"({"type":"link","attrs":{"href":"/","target":"_blank"}})"), "unknown_attribute",
                "/content/0/content/0/marks/0/attrs/target"}));

INSTANTIATE_TEST_SUITE_P(
    Values, DocumentJsonRefuses,
    testing::Values(
        Refusal{marked(R"({"type":"link"})"), "missing_attribute", "/content/0/content/0/marks/0/attrs/href"},
        Refusal{marked(R"({"type":"strong"},{"type":"link","attrs":{"href":"javascript:x"}})"), "bad_address",
                "/content/0/content/0/marks/1/attrs/href"},
        Refusal{marked(R"({"type":"link","attrs":{"href":"/a"}},{"type":"link","attrs":{"href":"/b"}})"),
                "not_allowed_here", "/content/0/content/0/marks/1"},
        Refusal{marked(R"({"type":"language","attrs":{"lang":"x y"}})"), "bad_attribute",
                "/content/0/content/0/marks/0/attrs/lang"},
        Refusal{in_paragraph(R"({"type":"text","text":"a"},{"type":"text","text":"\u0007"})"), "bad_text",
                "/content/0/content/1/text"},
        Refusal{in_paragraph(R"({"type":"text","text":"a\u202Eb"})"), "bad_text",
                "/content/0/content/0/text"},
        Refusal{in_paragraph(R"({"type":"text","text":"a\u0000b"})"), "bad_text",
                "/content/0/content/0/text"},
        Refusal{in_doc(R"({"type":"list_item","content":[{"type":"paragraph"}]})"), "not_allowed_here",
                "/content/0"},
        Refusal{in_doc(R"({"type":"bullet_list"})"), "empty_block", "/content/0"},
        Refusal{in_doc(R"({"type":"bullet_list","content":[{"type":"paragraph"}]})"), "not_allowed_here",
                "/content/0/content/0"},
        Refusal{in_doc(R"({"type":"quote","content":[{"type":"heading","attrs":{"level":2}}]})"),
                "not_allowed_here", "/content/0/content/0"},
        Refusal{in_doc(R"({"type":"rule","content":[{"type":"text","text":"a"}]})"), "not_allowed_here",
                "/content/0/content"},
        Refusal{in_doc(R"({"type":"heading"})"), "missing_attribute", "/content/0/attrs/level"},
        Refusal{in_doc(R"({"type":"heading","attrs":{"level":1}})"), "bad_attribute",
                "/content/0/attrs/level"},
        Refusal{in_doc(R"({"type":"heading","attrs":{"level":5}})"), "bad_attribute",
                "/content/0/attrs/level"},
        Refusal{in_doc(R"({"type":"paragraph","attrs":{"id":"a b"}})"), "bad_attribute",
                "/content/0/attrs/id"},
        Refusal{in_doc(R"({"type":"paragraph","attrs":{"id":"a23456789012345678901234567890123"}})"),
                "bad_attribute", "/content/0/attrs/id"},
        Refusal{in_doc(R"({"type":"rule","attrs":{"id":"a"}},{"type":"rule","attrs":{"id":"a"}})"),
                "duplicate_id", "/content/1/attrs/id"},
        Refusal{in_doc(R"({"type":"image","attrs":{"media":"abc"}})"), "bad_attribute",
                "/content/0/attrs/media"},
        Refusal{in_doc(R"({"type":"image","attrs":{"alt":"\u0001"}})"), "bad_text", "/content/0/attrs/alt"},
        Refusal{
            in_doc(R"({"type":"image","attrs":{"alt":")" + std::string(kMaximumWordsBytes + 1, 'a') + "\"}}"),
            "bad_attribute", "/content/0/attrs/alt"},
        Refusal{in_doc(R"({"type":"image","attrs":{"address":")" +
                       std::string(kMaximumAddressBytes + 1, 'a') + "\"}}"),
                "bad_address", "/content/0/attrs/address"},
        Refusal{in_doc(R"({"type":"video"})"), "missing_attribute", "/content/0/attrs/address"},
        Refusal{in_doc(R"({"type":"video","attrs":{"address":"data:video/mp4,x"}})"), "bad_address",
                "/content/0/attrs/address"},
        Refusal{in_cell_row(R"({"colspan":1001})"), "bad_attribute",
                "/content/0/content/0/content/0/attrs/colspan"},
        Refusal{in_cell_row(R"({"colspan":1000,"rowspan":1000})"), "too_large", "/content/0"}));

TEST(DocumentJson, RefusesTooDeep) {
  const auto nested = [](int lists) {  // each list is two levels
    std::string text;
    for (int i = 0; i < lists; ++i)
      text += R"({"type":"bullet_list","content":[{"type":"list_item","content":[)";
    text += R"({"type":"paragraph"})";
    for (int i = 0; i < lists; ++i) text += "]}]}";
    return in_doc(text);
  };
  EXPECT_TRUE(from_json_text(nested(5)).has_value());
  EXPECT_EQ(from_json_text(nested(6)).error().message, "document.too_deep");
  EXPECT_EQ(from_json_text(nested(14)).error().message, "document.too_deep");
  EXPECT_EQ(from_json_text(nested(10'000)).error().message,
            "document.not_a_document");  // the parser's own limit
}

TEST(DocumentJson, RefusesTooLarge) {
  std::string rules = R"({"type":"rule"})";
  for (std::size_t i = 0; i < kMaximumBlocks; ++i) rules += R"(,{"type":"rule"})";
  const Result<Document> many = from_json_text(in_doc(rules));
  ASSERT_FALSE(many.has_value());
  EXPECT_EQ(many.error().message, "document.too_large");
  const std::string text = R"({"type":"text","text":")" + std::string(kMaximumTextBytes + 1, 'a') + "\"}";
  EXPECT_EQ(from_json_text(in_paragraph(text)).error().message, "document.too_large");
  EXPECT_EQ(from_json_text(std::string(17'000'000, ' ')).error().message, "document.too_large");
}

TEST(DocumentJson, StoredDocumentsThatAreNoneAreADamagedDatabase) {
  EXPECT_THROW(from_stored_json("{"), std::runtime_error);
  EXPECT_THROW(from_stored_json(in_doc(R"({"type":"script"})")), std::runtime_error);
}

}  // namespace
}  // namespace haidang::content
