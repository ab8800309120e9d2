#pragma once
// What a block document may hold, as one table (document_schema.cpp): the JSON
// name of each block, what stands inside it, its attributes and their limits.
// document_normalise.h enforces it, document_json.h reads and writes by it. The
// editor's ProseMirror schema has the same names, so that what it sends is what
// is stored. Where a table or gallery has a caption, ProseMirror has no place
// for it among rows or images (prosemirror-tables takes every child of a table
// for a row), so it is the attribute "caption": an array of inline nodes.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "content/document.h"

namespace haidang::content {

// Limits that hold for every document.
inline constexpr int kMaximumDepth = 12;  // levels of blocks; the outermost blocks are level 1
inline constexpr std::size_t kMaximumBlocks = 20'000;
inline constexpr std::size_t kMaximumRuns = 200'000;
inline constexpr std::size_t kMaximumTextBytes = 4'000'000;  // all runs together
inline constexpr std::size_t kMaximumWordsBytes = 4'000;     // alt, credit
inline constexpr std::size_t kMaximumAddressBytes = 2'048;
inline constexpr std::size_t kMaximumIdBytes = 32;
inline constexpr std::size_t kMaximumTableArea = 100'000;  // cells, each counted by its spans

// A set of block kinds: what a place accepts.
class Kinds {
 public:
  constexpr Kinds() = default;
  template <class... More>
  constexpr explicit Kinds(BlockKind first, More... more) : bits_(bit(first) | (0U | ... | bit(more))) {}
  constexpr bool has(BlockKind kind) const { return (bits_ & bit(kind)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }

 private:
  static constexpr std::uint32_t bit(BlockKind kind) {
    return std::uint32_t{1} << static_cast<unsigned>(kind);
  }
  std::uint32_t bits_ = 0;
};

enum class AttributeShape {
  number,      // minimum..maximum; 0 in memory means "not stated" and becomes the default
  media,       // 64 lower-case hexadecimal digits, or empty
  words,       // text for people
  link,        // an address that pages link to: is_link_address()
  provenance,  // an address kept as a note, never linked to nor loaded
};

enum class Presence { optional, required };

struct AttributeRule {
  std::string_view name;  // in JSON
  AttributeShape shape;
  Presence presence = Presence::optional;
  std::string Block::*text = nullptr;  // where it is in memory: text or number
  int Block::*number = nullptr;
  int standard = 0;  // the default, left out of the JSON
  int minimum = 0;
  int maximum = 0;
};

// Where a block's inline runs are in its JSON.
enum class InlinePlace { none, content, caption_attribute };

struct BlockRule {
  BlockKind kind;
  std::string_view name;
  Kinds children;
  std::size_t minimum_children;
  std::size_t maximum_children;
  InlinePlace text;
  std::span<const AttributeRule> attributes;
};

struct MarkRule {
  MarkKind kind;
  std::string_view name;
  std::string_view attribute;  // the JSON attribute that holds the value; empty: the mark has none
};

const BlockRule& rule_of(BlockKind kind);
const BlockRule* find_block_rule(std::string_view name);  // nullptr if there is no such block
const MarkRule& rule_of(MarkKind kind);
const MarkRule* find_mark_rule(std::string_view name);
Kinds top_level_kinds();

}  // namespace haidang::content
