#include "content/document_schema.h"

#include <algorithm>
#include <array>

namespace haidang::content {

namespace {

using enum BlockKind;
using Shape = AttributeShape;

constexpr Kinds kNothing{};
constexpr Kinds kProse{paragraph, bullet_list, ordered_list};
constexpr Kinds kFlow{paragraph, heading, bullet_list, ordered_list, quote, image,
                      gallery,   table,   file,        video,        rule};

constexpr AttributeRule words(std::string_view name, std::string Block::*member) {
  return {.name = name, .shape = Shape::words, .text = member};
}
constexpr AttributeRule media() {
  return {.name = "media", .shape = Shape::media, .text = &Block::media};
}
constexpr AttributeRule found_at() {
  return {.name = "address", .shape = Shape::provenance, .text = &Block::address};
}
constexpr AttributeRule span(std::string_view name, int Block::*member) {
  return {
      .name = name, .shape = Shape::number, .number = member, .standard = 1, .minimum = 1, .maximum = 1'000};
}

constexpr std::array kHeading{AttributeRule{.name = "level",
                                            .shape = Shape::number,
                                            .presence = Presence::required,
                                            .number = &Block::level,
                                            .minimum = 2,
                                            .maximum = 4}};
// The names "order", "colspan" and "rowspan" are those of prosemirror-schema-list
// and prosemirror-tables, whose commands expect them.
constexpr std::array kOrderedList{AttributeRule{.name = "order",
                                                .shape = Shape::number,
                                                .number = &Block::level,
                                                .standard = 1,
                                                .minimum = 1,
                                                .maximum = 1'000'000}};
constexpr std::array kQuote{words("credit", &Block::credit)};
constexpr std::array kImage{media(), words("alt", &Block::alt), words("credit", &Block::credit), found_at()};
constexpr std::array kCell{span("colspan", &Block::column_span), span("rowspan", &Block::row_span)};
constexpr std::array kFile{media(), found_at()};
constexpr std::array kVideo{
    media(), words("credit", &Block::credit),
    AttributeRule{
        .name = "address", .shape = Shape::link, .presence = Presence::required, .text = &Block::address}};

constexpr std::size_t kMany = kMaximumBlocks;
constexpr auto kContent = InlinePlace::content;
constexpr auto kCaption = InlinePlace::caption_attribute;
constexpr auto kNone = InlinePlace::none;

// In the order of BlockKind. Kind, name, children, how many, inline runs, attributes.
constexpr std::array kBlocks{
    BlockRule{paragraph, "paragraph", kNothing, 0, 0, kContent, {}},
    BlockRule{heading, "heading", kNothing, 0, 0, kContent, kHeading},
    BlockRule{bullet_list, "bullet_list", Kinds{list_item}, 1, kMany, kNone, {}},
    BlockRule{ordered_list, "ordered_list", Kinds{list_item}, 1, kMany, kNone, kOrderedList},
    BlockRule{list_item, "list_item", kProse, 1, kMany, kNone, {}},
    BlockRule{quote, "quote", kProse, 1, kMany, kNone, kQuote},
    BlockRule{image, "image", kNothing, 0, 0, kContent, kImage},
    BlockRule{gallery, "gallery", Kinds{image}, 1, 200, kCaption, {}},
    BlockRule{table, "table", Kinds{table_row}, 1, 5'000, kCaption, {}},
    // A row may be empty: all its places may be covered by cells from above.
    BlockRule{table_row, "table_row", Kinds{table_cell, table_header}, 0, 1'000, kNone, {}},
    BlockRule{table_cell, "table_cell", kProse, 1, kMany, kNone, kCell},
    BlockRule{table_header, "table_header", kProse, 1, kMany, kNone, kCell},
    BlockRule{file, "file", kNothing, 0, 0, kContent, kFile},
    BlockRule{video, "video", kNothing, 0, 0, kContent, kVideo},
    BlockRule{rule, "rule", kNothing, 0, 0, kNone, {}},
};

constexpr std::array kMarks{
    MarkRule{MarkKind::strong, "strong", {}},       MarkRule{MarkKind::emphasis, "emphasis", {}},
    MarkRule{MarkKind::underline, "underline", {}}, MarkRule{MarkKind::strike, "strike", {}},
    MarkRule{MarkKind::subscript, "subscript", {}}, MarkRule{MarkKind::superscript, "superscript", {}},
    MarkRule{MarkKind::link, "link", "href"},       MarkRule{MarkKind::language, "language", "lang"},
};

template <class Rules>
constexpr bool in_order(const Rules& rules) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (static_cast<std::size_t>(rules[i].kind) != i) return false;
  }
  return true;
}
static_assert(in_order(kBlocks) && in_order(kMarks));

template <class Rules>
auto find_by_name(const Rules& rules, std::string_view name) -> decltype(&rules[0]) {
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const auto& row) { return row.name == name; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace

const BlockRule& rule_of(BlockKind kind) {
  return kBlocks.at(static_cast<std::size_t>(kind));
}
const BlockRule* find_block_rule(std::string_view name) {
  return find_by_name(kBlocks, name);
}
const MarkRule& rule_of(MarkKind kind) {
  return kMarks.at(static_cast<std::size_t>(kind));
}
const MarkRule* find_mark_rule(std::string_view name) {
  return find_by_name(kMarks, name);
}
Kinds top_level_kinds() {
  return kFlow;
}

}  // namespace haidang::content
