#include "exchange/recognised_json.h"

#include <gtest/gtest.h>

#include "exchange/recognise.h"

namespace haidang::exchange {
namespace {

RecognisedFile one_item() {
  RecognisedFile file;
  file.file = "a.html";
  file.ok = true;
  RecognisedItem item;
  item.title = "Tiêu đề";
  item.locale = "vi";
  item.views = 76;
  item.published_at = Moment{*parse_rfc3339("2019-12-26T17:00:00Z"), Precision::day};
  item.updated_at = Moment{*parse_rfc3339("2020-01-20T02:34:22Z"), Precision::second};
  item.evidence["title"] = {3, "Tiêu đề", "heading"};
  file.items.push_back(item);
  return file;
}

TEST(RecognisedJson, HasTheContractsFields) {
  const lang::TimeZone zone("Asia/Ho_Chi_Minh");
  EXPECT_EQ(
      json::serialize(recognised_to_json(one_item(), zone)),
      R"({"file":"a.html","ok":true,"problem":null,"items":[{"title":"Tiêu đề","lead":null,"paragraphs":[],"captions":[],)"
      R"("byline":null,"posted_by":null,"source":null,"published_at":"2019-12-27","updated_at":"2020-01-20T09:34:22+07:00",)"
      R"("views":76,"old_address":null,"section":null,"locale":"vi",)"
      R"("missing":["lead","byline","posted_by","source","old_address","section"]}]})");
}

TEST(RecognisedJson, ExplainsWhereAFieldWasFound) {
  const lang::TimeZone zone("Asia/Ho_Chi_Minh");
  const auto report = recognised_to_json(one_item(), zone, Explain::yes);
  EXPECT_EQ(json::serialize(report.at("items").at(0).at("evidence")),
            R"({"title":{"line":3,"words":"Tiêu đề","rule":"heading"}})");
}

TEST(RecognisedJson, TellsDraftsApart) {
  RecognisedFile file = one_item();
  file.items[0].draft = true;
  const auto report = recognised_to_json(file, lang::TimeZone("Asia/Ho_Chi_Minh"));
  EXPECT_TRUE(report.at("items").as_array().empty());
  EXPECT_EQ(report.at("drafts").as_array().size(), 1U);
}

TEST(RecognisedJson, TellsProblems) {
  const auto report = recognised_to_json(recognise("b.html", "", {}), lang::TimeZone("Asia/Ho_Chi_Minh"));
  EXPECT_EQ(json::serialize(report),
            R"({"file":"b.html","ok":false,"problem":"import.problem.empty","items":[]})");
}

}  // namespace
}  // namespace haidang::exchange
