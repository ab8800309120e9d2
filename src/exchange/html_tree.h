#pragma once
// An HTML page as a tree in one array, in document order: a node's subtree is
// [self, end), its first child is self + 1, the next sibling is child's end.
// Gumbo stays behind this header. Text in the fonts of the years before Unicode
// (.VnTime, VNI-Times) is already decoded.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/furniture.h"

namespace haidang::exchange {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex no_node = 0xFFFFFFFFU;

struct HtmlNode {
  std::string tag;   // lower case; empty: a text node
  std::string text;  // of a text node, as written
  std::vector<std::pair<std::string, std::string>> attributes;
  NodeIndex parent = no_node;
  NodeIndex end = 0;
  std::size_t line = 0;
  Role role = Role::none;       // what its class, id, itemprop and role say
  bool says_furniture = false;  // whatever else they say
};

class HtmlTree {
 public:
  // `markup`: UTF-8, any bytes. Bounded time and memory (markup_limits.h).
  static HtmlTree parse(std::string_view markup);

  std::size_t size() const { return nodes_.size(); }
  const HtmlNode& operator[](NodeIndex index) const { return nodes_[index]; }

  std::string_view attribute(NodeIndex node, std::string_view name) const;
  // class, id, itemprop and role, for furniture.h's Role.
  std::string names(NodeIndex node) const;
  // All text below a node, as written; at most `limit` bytes.
  std::string text_of(NodeIndex node, std::size_t limit = 1 << 20) const;
  // The first element with this tag in [from, to), or no_node.
  NodeIndex find(std::string_view tag, NodeIndex from = 0) const;
  bool is_inside(NodeIndex node, NodeIndex ancestor) const;
  NodeIndex common_ancestor(NodeIndex a, NodeIndex b) const;

 private:
  friend class HtmlTreeBuilder;
  std::vector<HtmlNode> nodes_;
};

}  // namespace haidang::exchange
