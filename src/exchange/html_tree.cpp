#include "exchange/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "base/text.h"
#include "exchange/html_fonts.h"
#include "exchange/markup_limits.h"

namespace haidang::exchange {

namespace {

std::string tag_name(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  std::string name = to_ascii_lower(std::string_view(piece.data, piece.length));
  // XHTML with a prefix ("xh:p", "html:div") means the plain element; Word's
  // "o:p" is an empty span, not a paragraph.
  const auto colon = name.find(':');
  if (colon != std::string::npos && name.substr(0, colon) != "o" && name.substr(0, colon) != "v" &&
      name.substr(0, colon) != "w" && name.substr(0, colon) != "st1") {
    name.erase(0, colon + 1);
  }
  return name;
}

const GumboVector* children_of(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_DOCUMENT:
      return &node.v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      return &node.v.element.children;
    default:
      return nullptr;
  }
}

struct OutputDeleter {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

}  // namespace

class HtmlTreeBuilder {
 public:
  HtmlTree build(std::string_view markup) {
    const std::string limited = limit_markup(markup);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    const std::unique_ptr<GumboOutput, OutputDeleter> output(
        gumbo_parse_with_options(&options, limited.data(), limited.size()));
    read_style_sheets(*output->root);
    walk(*output->root);
    return std::move(tree_);
  }

 private:
  struct Frame {
    const GumboNode* node;
    NodeIndex index;
    unsigned next_child;
    LegacyFont font;
  };

  void read_style_sheets(const GumboNode& root) {
    std::vector<const GumboNode*> open = {&root};
    while (!open.empty()) {
      const GumboNode& node = *open.back();
      open.pop_back();
      const GumboVector* children = children_of(node);
      if (children == nullptr) continue;
      const bool style = node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == GUMBO_TAG_STYLE;
      for (unsigned i = 0; i < children->length; ++i) {
        const auto* child = static_cast<const GumboNode*>(children->data[i]);
        if (style && child->type != GUMBO_NODE_ELEMENT) rules_.read(child->v.text.text);
        open.push_back(child);
      }
    }
  }

  void walk(const GumboNode& root) {
    std::vector<Frame> frames;
    frames.push_back({&root, add_element(root, no_node), 0, LegacyFont::none});
    while (!frames.empty()) {
      Frame& frame = frames.back();
      const GumboVector* children = children_of(*frame.node);
      if (children == nullptr || frame.next_child >= children->length) {
        tree_.nodes_[frame.index].end = static_cast<NodeIndex>(tree_.nodes_.size());
        frames.pop_back();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(children->data[frame.next_child++]);
      if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE) {
        const NodeIndex index = add_element(*child, frame.index);
        const LegacyFont own = font_of(index);
        frames.push_back({child, index, 0, own == LegacyFont::inherit ? frame.font : own});
      } else if (child->type != GUMBO_NODE_COMMENT) {
        add_text(*child, frame.index, frame.font);
      }
    }
  }

  NodeIndex add_element(const GumboNode& node, NodeIndex parent) {
    HtmlNode element;
    element.tag = tag_name(node.v.element);
    element.parent = parent;
    element.line = node.v.element.start_pos.line;
    const GumboVector& attributes = node.v.element.attributes;
    for (unsigned i = 0; i < attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
      element.attributes.emplace_back(attribute->name, attribute->value);
    }
    tree_.nodes_.push_back(std::move(element));
    const auto index = static_cast<NodeIndex>(tree_.nodes_.size() - 1);
    set_role(index);
    return index;
  }

  // The same names come again and again on a page.
  void set_role(NodeIndex index) {
    std::string names = tree_.names(index);
    if (names.empty()) return;
    const auto [known, added] = roles_.try_emplace(std::move(names));
    if (added) known->second = {role_of(known->first), says(known->first, Role::furniture)};
    tree_.nodes_[index].role = known->second.first;
    tree_.nodes_[index].says_furniture = known->second.second;
  }

  void add_text(const GumboNode& node, NodeIndex parent, LegacyFont font) {
    HtmlNode text;
    text.text = decode_legacy(node.v.text.text, font);
    text.parent = parent;
    text.line = node.v.text.start_pos.line;
    text.end = static_cast<NodeIndex>(tree_.nodes_.size() + 1);
    tree_.nodes_.push_back(std::move(text));
  }

  LegacyFont font_of(NodeIndex index) const {
    const HtmlNode& node = tree_.nodes_[index];
    if (const auto face = tree_.attribute(index, "face"); !face.empty()) return legacy_font_of(face);
    if (const auto style = tree_.attribute(index, "style"); !style.empty()) {
      if (const LegacyFont font = legacy_font_of(font_family_in(style)); font != LegacyFont::inherit)
        return font;
    }
    return rules_.of(node.tag, tree_.attribute(index, "class"), tree_.attribute(index, "id"));
  }

  HtmlTree tree_;
  FontRules rules_;
  std::unordered_map<std::string, std::pair<Role, bool>> roles_;
};

HtmlTree HtmlTree::parse(std::string_view markup) {
  return HtmlTreeBuilder().build(markup);
}

std::string_view HtmlTree::attribute(NodeIndex node, std::string_view name) const {
  for (const auto& [key, value] : nodes_[node].attributes) {
    if (key == name) return value;
  }
  return {};
}

std::string HtmlTree::names(NodeIndex node) const {
  std::string names;
  for (const std::string_view name : {"class", "id", "itemprop", "role"}) {
    const std::string_view value = attribute(node, name);
    if (value.empty()) continue;
    if (!names.empty()) names.push_back(' ');
    names.append(value.substr(0, 400));
  }
  return names;
}

std::string HtmlTree::text_of(NodeIndex node, std::size_t limit) const {
  std::string text;
  // Elements without words must not cost more than words would.
  const std::size_t last = std::min<std::size_t>(nodes_[node].end, node + 16 + 4 * limit);
  for (NodeIndex i = node; i < last && text.size() < limit; ++i) {
    const HtmlNode& current = nodes_[i];
    if (current.tag == "script" || current.tag == "style") {
      i = current.end - 1;
      continue;
    }
    if (current.tag == "br") text.push_back(' ');
    text += current.text;
  }
  return std::string(truncate_utf8(text, limit));
}

NodeIndex HtmlTree::find(std::string_view tag, NodeIndex from) const {
  for (NodeIndex i = from; i < nodes_.size(); ++i) {
    if (nodes_[i].tag == tag) return i;
  }
  return no_node;
}

bool HtmlTree::is_inside(NodeIndex node, NodeIndex ancestor) const {
  return node >= ancestor && node < nodes_[ancestor].end;
}

NodeIndex HtmlTree::common_ancestor(NodeIndex a, NodeIndex b) const {
  while (!is_inside(b, a) && nodes_[a].parent != no_node) a = nodes_[a].parent;
  return a;
}

}  // namespace haidang::exchange
