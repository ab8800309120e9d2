// to_json and to_json_text: the writing half of document_json.h.
#include "content/document_json.h"
#include "content/document_schema.h"

namespace haidang::content {

namespace {

json::array to_json(const std::vector<Inline>& runs);

json::array to_json(const std::vector<Mark>& marks) {
  json::array array;
  for (const Mark& mark : marks) {
    const MarkRule& rule = rule_of(mark.kind);
    json::object node{{"type", rule.name}};
    if (!rule.attribute.empty()) node["attrs"] = json::object{{rule.attribute, mark.value}};
    array.push_back(std::move(node));
  }
  return array;
}

json::array to_json(const std::vector<Inline>& runs) {
  json::array array;
  for (const Inline& run : runs) {
    json::object node;
    node["type"] = run.text == "\n" ? "hard_break" : "text";
    if (run.text != "\n") node["text"] = run.text;
    if (!run.marks.empty()) node["marks"] = to_json(run.marks);
    array.push_back(std::move(node));
  }
  return array;
}

json::object attributes_of(const Block& block, const BlockRule& rule) {
  json::object attributes;
  if (!block.id.empty()) attributes["id"] = block.id;
  for (const AttributeRule& attribute : rule.attributes) {
    if (attribute.text != nullptr) {
      if (!(block.*attribute.text).empty()) attributes[attribute.name] = block.*attribute.text;
    } else if (block.*attribute.number != attribute.standard) {
      attributes[attribute.name] = block.*attribute.number;
    }
  }
  if (rule.text == InlinePlace::caption_attribute && !block.text.empty())
    attributes["caption"] = to_json(block.text);
  return attributes;
}

json::array to_json(const std::vector<Block>& blocks) {
  json::array array;
  for (const Block& block : blocks) {
    const BlockRule& rule = rule_of(block.kind);
    json::object node{{"type", rule.name}};
    if (json::object attributes = attributes_of(block, rule); !attributes.empty()) {
      node["attrs"] = std::move(attributes);
    }
    if (!block.children.empty())
      node["content"] = to_json(block.children);
    else if (rule.text == InlinePlace::content && !block.text.empty())
      node["content"] = to_json(block.text);
    array.push_back(std::move(node));
  }
  return array;
}

}  // namespace

json::object to_json(const Document& document) {
  return {{"type", "doc"}, {"content", to_json(document.blocks)}};
}

std::string to_json_text(const Document& document) {
  return json::serialize(to_json(document));
}

}  // namespace haidang::content
