#include "base/json.h"

#include <gtest/gtest.h>

namespace haidang {
namespace {

TEST(Json, RefusesWhatIsNoneOrTooDeep) {
  EXPECT_EQ(parse_json("{\"a\":").error().message, "problem.json_invalid");
  EXPECT_TRUE(parse_json(std::string(100, '[') + std::string(100, ']')).has_error());
  EXPECT_TRUE(parse_json("[[[1]]]").has_value());
}

TEST(Json, PrintsForPeople) {
  EXPECT_EQ(pretty_json(*parse_json(R"({"a":[1,"ủ"],"b":{},"c":[]})")),
            "{\n  \"a\": [\n    1,\n    \"ủ\"\n  ],\n  \"b\": {},\n  \"c\": []\n}\n");
}

}  // namespace
}  // namespace haidang
