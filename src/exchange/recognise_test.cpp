// Every page of tests/data/import against what a careful reader recognises in it.
#include "exchange/recognise.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "exchange/recognised_json.h"

namespace haidang::exchange {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

struct Case {
  std::string name;
  fs::path page;
  fs::path expected;
};

std::vector<Case> cases() {
  std::vector<Case> cases;
  const fs::path data = fs::path(HAIDANG_SOURCE_DIR) / "tests/data/import";
  if (!fs::exists(data / "pages")) return cases;
  for (const auto& entry : fs::directory_iterator(data / "pages")) {
    if (!entry.is_regular_file()) continue;
    const fs::path expected = data / "expected" / (entry.path().stem().string() + ".json");
    if (fs::exists(expected)) cases.push_back({entry.path().stem().string(), entry.path(), expected});
  }
  const fs::path seeds = fs::path(HAIDANG_SOURCE_DIR) / "../shared/seeds";
  if (fs::exists(seeds)) {
    for (const auto& entry : fs::directory_iterator(seeds)) {
      const std::string name = "seed_" + entry.path().filename().string().substr(0, 3);
      const fs::path expected = data / "expected" / (name + ".json");
      if (fs::exists(expected)) cases.push_back({name, entry.path(), expected});
    }
  }
  std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.name < b.name; });
  return cases;
}

void compare_item(const json::object& expected, const json::object& actual) {
  for (const auto& [field, value] : expected) {
    const json::value* found = actual.if_contains(field);
    if (found == nullptr) {
      ADD_FAILURE() << field << " is not reported";
    } else if (*found != value) {
      const auto evidence = actual.at("evidence").as_object().if_contains(field);
      ADD_FAILURE() << field << "\n  expected " << json::serialize(value) << "\n  read     "
                    << json::serialize(*found)
                    << (evidence ? "\n  by       " + json::serialize(*evidence) : "");
    }
  }
}

class RecognisedPage : public testing::TestWithParam<Case> {};

TEST_P(RecognisedPage, SaysWhatItSays) {
  const auto expected = parse_json(bytes_of(GetParam().expected));
  ASSERT_TRUE(expected);
  RecogniseOptions options;
  const RecognisedFile file =
      recognise(GetParam().page.filename().string(), bytes_of(GetParam().page), options);
  const json::object& wanted = expected->as_object();
  if (const auto* ok = wanted.if_contains("ok"); ok && !ok->as_bool()) {
    EXPECT_FALSE(file.ok);
    EXPECT_FALSE(file.problem.empty());
    EXPECT_TRUE(file.items.empty());
    return;
  }
  EXPECT_TRUE(file.ok) << file.problem;
  const json::object report = recognised_to_json(file, options.zone, Explain::yes);
  const json::array& items = report.at("items").as_array();
  const json::array& wanted_items = wanted.at("items").as_array();
  ASSERT_EQ(items.size(), wanted_items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    SCOPED_TRACE("item " + std::to_string(i));
    compare_item(wanted_items[i].as_object(), items[i].as_object());
  }
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
  std::string name = info.param.name;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Import, RecognisedPage, testing::ValuesIn(cases()), name_of);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(RecognisedPage);

}  // namespace
}  // namespace haidang::exchange
