// Properties over random documents: what normalise accepts survives the JSON
// form, normalising twice changes nothing, and rendering balances its elements.
#include <gtest/gtest.h>

#include <random>

#include "content/document_html.h"
#include "content/document_json.h"
#include "content/document_normalise.h"
#include "content/document_schema.h"

namespace haidang::content {
namespace {

class RandomDocuments {
 public:
  explicit RandomDocuments(std::uint32_t seed) : engine_(seed) {}

  Document make() {
    Document document;
    for (int count = below(8); count > 0; --count) document.blocks.push_back(block(top_level_kinds(), 1));
    return document;
  }
  std::uint64_t bits() { return (std::uint64_t{engine_()} << 32) | engine_(); }

 private:
  int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }
  template <class Choices>
  auto one_of(const Choices& choices) {
    return choices[static_cast<std::size_t>(below(static_cast<int>(std::size(choices))))];
  }

  Block block(Kinds allowed, int depth) {
    Block made;
    do {
      made.kind = static_cast<BlockKind>(below(static_cast<int>(BlockKind::rule) + 1));
      // Deep down only what ends the nesting.
      if (depth > 4 && allowed.has(BlockKind::paragraph)) made.kind = BlockKind::paragraph;
    } while (!allowed.has(made.kind));
    const BlockRule& rule = rule_of(made.kind);
    if (below(2) == 0) made.id = make_id(bits());
    if (rule.text != InlinePlace::none) made.text = runs();
    for (const AttributeRule& attribute : rule.attributes) fill(made, attribute);
    for (int count = rule.children.empty() ? 0 : 1 + below(3); count > 0; --count) {
      made.children.push_back(block(rule.children, depth + 1));
    }
    return made;
  }

  void fill(Block& block, const AttributeRule& rule) {
    const std::string_view words[] = {"", "Cảng <1>", "\"trích\"", "a & b"};
    const std::string_view links[] = {"https://example.org/?a=1&b=2", "/vi/"};
    if (rule.number != nullptr) {
      block.*rule.number = rule.minimum + below(std::min(rule.maximum - rule.minimum + 1, 4));
    } else if (rule.shape == AttributeShape::media) {
      block.*rule.text = below(2) == 0 ? std::string() : std::string(64, "0123456789abcdef"[below(16)]);
    } else {
      block.*rule.text = rule.shape == AttributeShape::link ? one_of(links) : one_of(words);
    }
  }

  std::vector<Inline> runs() {
    const std::string_view texts[] = {"Hải Đăng ",         "<b>&",     "\n",   "a\nb", "",
                                      "e\xCC\x82\xCC\x81", "\xCC\x81", "海灯", "\t"};
    std::vector<Inline> made;
    for (int count = below(6); count > 0; --count) {
      Inline& run = made.emplace_back(Inline{std::string(one_of(texts)), {}});
      for (const MarkKind kind : {MarkKind::language, MarkKind::strong, MarkKind::link, MarkKind::emphasis}) {
        if (below(3) != 0) continue;
        const bool has_value = !rule_of(kind).attribute.empty();
        run.marks.push_back({kind, !has_value ? "" : kind == MarkKind::link ? "#x" : "zh-Hans"});
      }
    }
    return made;
  }

  std::mt19937 engine_;
};

// Elements close in the order they opened. Text holds no bare < or >.
testing::AssertionResult is_balanced(const std::string& html) {
  std::vector<std::string> open;
  for (auto at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const bool closes = html[at + 1] == '/';
    const auto start = at + (closes ? 2 : 1);
    const std::string name = html.substr(start, html.find_first_of(" >", start) - start);
    if (name == "br" || name == "hr" || name == "img") continue;
    if (!closes) {
      open.push_back(name);
    } else {
      if (open.empty() || open.back() != name)
        return testing::AssertionFailure() << "</" << name << "> in " << html;
      open.pop_back();
    }
  }
  return open.empty() ? testing::AssertionSuccess()
                      : testing::AssertionFailure() << "open at the end: " << html;
}

TEST(DocumentRoundTrip, RandomDocumentsSurvive) {
  for (std::uint32_t seed = 0; seed < 1'000; ++seed) {
    RandomDocuments random(seed);
    const Document made = random.make();
    const Result<Document> result = normalise(made, [&] { return random.bits(); });
    ASSERT_TRUE(result.has_value()) << seed << " " << result.error().message << " " << result.error().field;
    EXPECT_EQ(plain_text(normalise(made).value()), plain_text(*result));
    EXPECT_EQ(normalise(*result).value(), *result) << seed;
    const std::string text = to_json_text(*result);
    EXPECT_EQ(text, json::serialize(to_json(*result)));
    EXPECT_EQ(from_stored_json(text), *result) << seed;
    const Result<Document> again = from_json_text(text);
    ASSERT_TRUE(again.has_value()) << seed << again.error().message << again.error().field << text;
    EXPECT_EQ(*again, *result) << seed;
    EXPECT_TRUE(is_balanced(to_html(*result, {}).text())) << seed;
  }
}

}  // namespace
}  // namespace haidang::content
