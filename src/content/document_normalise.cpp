#include "content/document_normalise.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "content/document_address.h"
#include "content/document_place.h"
#include "content/document_runs.h"
#include "content/document_schema.h"
#include "lang/unicode.h"

namespace haidang::content {

namespace {

bool is_media_address(std::string_view media) {
  return media.size() == 64 && std::all_of(media.begin(), media.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

// Every attribute in memory, to find one that a kind of block does not have.
constexpr std::string Block::*kTexts[] = {&Block::media, &Block::alt, &Block::credit, &Block::address};
constexpr std::string_view kTextNames[] = {"media", "alt", "credit", "address"};
constexpr int Block::*kNumbers[] = {&Block::level, &Block::column_span, &Block::row_span};
constexpr std::string_view kNumberNames[] = {"level", "colspan", "rowspan"};

class Normaliser {
 public:
  explicit Normaliser(bool ids_must_differ) : ids_must_differ_(ids_must_differ) {}

  bool document(Document& document) {
    const Place root;
    return children(document.blocks, top_level_kinds(), "doc", root, 1);
  }
  Problem problem() && { return std::move(problem_); }

 private:
  bool fail(std::string message, const Place& place, Problem::Parameters parameters = {}) {
    problem_ = invalid("document." + message, to_pointer(place), std::move(parameters));
    return false;
  }
  bool fail_attribute(std::string message, const Place& place, std::string_view name) {
    const Place attributes{&place, "attrs"};
    return fail(std::move(message), {&attributes, name}, {{"attribute", std::string(name)}});
  }

  bool children(std::vector<Block>& blocks, Kinds allowed, std::string_view where, const Place& parent,
                int depth) {
    const Place content{&parent, "content"};
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const Place place{&content, {}, i};
      if (!allowed.has(blocks[i].kind)) {
        return fail("not_allowed_here", place,
                    {{"block", std::string(to_string(blocks[i].kind))}, {"where", std::string(where)}});
      }
      if (depth > kMaximumDepth) return fail("too_deep", place, {{"limit", std::to_string(kMaximumDepth)}});
      if (++blocks_ > kMaximumBlocks)
        return fail("too_large", place, {{"limit", std::to_string(kMaximumBlocks)}});
      if (!block(blocks[i], place, depth)) return false;
    }
    return true;
  }

  bool block(Block& block, const Place& place, int depth) {
    const BlockRule& rule = rule_of(block.kind);
    if (!id(block, place) || !attributes(block, rule, place) || !strangers(block, rule, place)) return false;
    if (!text(block, rule, place)) return false;
    if (block.children.size() < rule.minimum_children)
      return fail("empty_block", place, {{"where", std::string(rule.name)}});
    if (block.children.size() > rule.maximum_children && !rule.children.empty()) {
      return fail("too_large", place, {{"limit", std::to_string(rule.maximum_children)}});
    }
    if (block.kind == BlockKind::table && !table_area(block, place)) return false;
    return children(block.children, rule.children, rule.name, place, depth + 1);
  }

  bool id(const Block& block, const Place& place) {
    if (block.id.empty()) return true;
    if (!is_block_id(block.id)) return fail_attribute("bad_attribute", place, "id");
    if (!ids_must_differ_ || ids_.insert(block.id).second) return true;
    const Place attributes{&place, "attrs"};
    return fail("duplicate_id", {&attributes, "id"}, {{"id", block.id}});
  }

  bool attributes(Block& block, const BlockRule& rule, const Place& place) {
    return std::all_of(rule.attributes.begin(), rule.attributes.end(), [&](const AttributeRule& attribute) {
      return attribute.number != nullptr ? number(block.*attribute.number, attribute, place)
                                         : words(block.*attribute.text, attribute, place);
    });
  }

  bool number(int& value, const AttributeRule& rule, const Place& place) {
    if (value == 0) {
      if (rule.presence == Presence::required) return fail_attribute("missing_attribute", place, rule.name);
      value = rule.standard;
    }
    if (value >= rule.minimum && value <= rule.maximum) return true;
    return fail_attribute("bad_attribute", place, rule.name);
  }

  bool words(std::string& value, const AttributeRule& rule, const Place& place) {
    if (value.empty()) {
      return rule.presence == Presence::optional || fail_attribute("missing_attribute", place, rule.name);
    }
    switch (rule.shape) {
      case AttributeShape::media:
        return is_media_address(value) || fail_attribute("bad_attribute", place, rule.name);
      case AttributeShape::link:
        return is_link_address(value) || fail_attribute("bad_address", place, rule.name);
      case AttributeShape::provenance:
        return (value.size() <= kMaximumAddressBytes && is_storable_text(value)) ||
               fail_attribute("bad_address", place, rule.name);
      case AttributeShape::words:
      case AttributeShape::number:
        break;
    }
    if (value.size() > kMaximumWordsBytes) return fail_attribute("bad_attribute", place, rule.name);
    if (!is_storable_text(value)) return fail_attribute("bad_text", place, rule.name);
    value = lang::to_nfc(value);
    return true;
  }

  // What the JSON form of this kind has no place for would be lost: refuse it.
  bool strangers(const Block& block, const BlockRule& rule, const Place& place) {
    const auto is_in_rule = [&](auto member) {
      return std::any_of(rule.attributes.begin(), rule.attributes.end(), [&](const AttributeRule& attribute) {
        if constexpr (std::is_same_v<decltype(member), int Block::*>)
          return attribute.number == member;
        else
          return attribute.text == member;
      });
    };
    for (std::size_t i = 0; i < std::size(kTexts); ++i) {
      if (!(block.*kTexts[i]).empty() && !is_in_rule(kTexts[i])) {
        return fail_attribute("unknown_attribute", place, kTextNames[i]);
      }
    }
    static const Block kBlank;
    for (std::size_t i = 0; i < std::size(kNumbers); ++i) {
      if (block.*kNumbers[i] != kBlank.*kNumbers[i] && !is_in_rule(kNumbers[i])) {
        return fail_attribute("unknown_attribute", place, kNumberNames[i]);
      }
    }
    return true;
  }

  bool text(Block& block, const BlockRule& rule, const Place& place) {
    if (block.text.empty()) return true;
    if (rule.text == InlinePlace::caption_attribute) {
      const Place attributes{&place, "attrs"};
      return runs(block.text, {&attributes, "caption"});
    }
    const Place content{&place, "content"};
    if (rule.text == InlinePlace::content) return runs(block.text, content);
    return fail("not_allowed_here", content, {{"block", "text"}, {"where", std::string(rule.name)}});
  }

  bool runs(std::vector<Inline>& text, const Place& parent) {
    if ((runs_ += text.size()) > kMaximumRuns) {
      return fail("too_large", parent, {{"limit", std::to_string(kMaximumRuns)}});
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
      const Place place{&parent, {}, i};
      if ((bytes_ += text[i].text.size()) > kMaximumTextBytes) {
        return fail("too_large", place, {{"limit", std::to_string(kMaximumTextBytes)}});
      }
      if (!is_storable_text(text[i].text)) return fail("bad_text", {&place, "text"});
      if (!marks(text[i].marks, place)) return false;
    }
    text = join_runs(std::move(text));
    return true;
  }

  bool marks(std::vector<Mark>& marks, const Place& run) {
    const Place all{&run, "marks"};
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const Place place{&all, {}, i};
      const MarkRule& rule = rule_of(marks[i].kind);
      if (!mark_value(marks[i], rule, place)) return false;
      const auto same_kind = std::find_if(marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(i),
                                          [&](const Mark& other) { return other.kind == marks[i].kind; });
      // Two links on one word: neither may be dropped, both cannot be shown.
      if (same_kind->kind == marks[i].kind && *same_kind != marks[i]) {
        return fail("not_allowed_here", place,
                    {{"block", std::string(rule.name)}, {"where", std::string(rule.name)}});
      }
    }
    sort_marks(marks);
    return true;
  }

  bool mark_value(const Mark& mark, const MarkRule& rule, const Place& place) {
    if (rule.attribute.empty()) {
      return mark.value.empty() || fail_attribute("unknown_attribute", place, "value");
    }
    if (mark.value.empty()) return fail_attribute("missing_attribute", place, rule.attribute);
    if (mark.kind == MarkKind::link) {
      return is_link_address(mark.value) || fail_attribute("bad_address", place, rule.attribute);
    }
    return is_language_tag(mark.value) || fail_attribute("bad_attribute", place, rule.attribute);
  }

  // Spans of up to 1000 by 1000 in every cell would make a browser lay out
  // billions of places.
  bool table_area(const Block& table, const Place& place) {
    std::size_t area = 0;
    for (const Block& row : table.children) {
      for (const Block& cell : row.children) {
        const auto columns = static_cast<std::size_t>(std::clamp(cell.column_span, 0, 1'000));
        const auto rows = static_cast<std::size_t>(std::clamp(cell.row_span, 0, 1'000));
        area += columns * rows;
      }
    }
    return area <= kMaximumTableArea ||
           fail("too_large", place, {{"limit", std::to_string(kMaximumTableArea)}});
  }

  bool ids_must_differ_;
  std::unordered_set<std::string_view> ids_;  // views into the document, whose blocks stay where they are
  std::size_t blocks_ = 0;
  std::size_t runs_ = 0;
  std::size_t bytes_ = 0;
  Problem problem_;
};

}  // namespace

Result<Document> normalise(Document document, const IdSource& ids) {
  Normaliser normaliser(!ids);
  if (!normaliser.document(document)) return std::move(normaliser).problem();
  if (ids) assign_ids(document, ids);
  return document;
}

}  // namespace haidang::content
