#include "exchange/xml_document.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>

#include "base/text.h"

namespace haidang::exchange {

namespace {

constexpr std::size_t kDeepest = 256;

// Nothing below is recursive, but what is read of deep trees is copied level by
// level: refuse them.
bool too_deep(const pugi::xml_document& document) {
  struct Walker : pugi::xml_tree_walker {
    bool deep = false;
    bool for_each(pugi::xml_node&) override {
      deep = deep || static_cast<std::size_t>(depth()) > kDeepest;
      return !deep;
    }
  } walker;
  const_cast<pugi::xml_document&>(document).traverse(walker);
  return walker.deep;
}

// What a feed broken off in the middle still holds whole.
std::string whole_part(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kEnds = {
      {{"</item>", "</channel></rss>"}, {"</entry>", "</feed>"}, {"</item>", "</rdf:RDF>"}}};
  for (const auto& [end, closing] : kEnds) {
    const auto at = text.rfind(end);
    if (at == std::string_view::npos) continue;
    const bool rdf = closing == "</rdf:RDF>";
    if (!rdf && end == "</item>" && text.find("<rss") == std::string_view::npos) continue;
    return std::string(text.substr(0, at + end.size())) + std::string(closing);
  }
  return {};
}

pugi::xml_node node_of(void* node) {
  return pugi::xml_node(static_cast<pugi::xml_node_struct*>(node));
}

struct Writer : pugi::xml_writer {
  std::string out;
  void write(const void* data, std::size_t size) override {
    out.append(static_cast<const char*>(data), size);
  }
};

}  // namespace

struct XmlDocument::Tree {
  pugi::xml_document document;
};

XmlDocument::XmlDocument(std::string_view text) : tree_(std::make_unique<Tree>()) {
  constexpr unsigned kOptions =
      pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata;
  const auto load = [&](std::string_view source) {
    return tree_->document.load_buffer(source.data(), source.size(), kOptions, pugi::encoding_utf8).status ==
           pugi::status_ok;
  };
  bool whole = load(text);
  if (!whole) {
    const std::string rest = whole_part(text);
    whole = !rest.empty() && load(rest);
  }
  if (!whole || too_deep(tree_->document)) tree_->document.reset();
}

XmlDocument::~XmlDocument() = default;

XmlElement XmlDocument::root() const {
  return XmlElement(tree_->document.document_element().internal_object());
}

std::string XmlElement::name() const {
  return node_ == nullptr ? std::string{} : std::string(node_of(node_).name());
}

std::string_view XmlElement::local_name() const {
  if (node_ == nullptr) return {};
  const std::string_view name = node_of(node_).name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string XmlElement::text() const {
  std::string text;
  if (node_ == nullptr) return text;
  struct Collector : pugi::xml_tree_walker {
    std::string* out = nullptr;
    bool for_each(pugi::xml_node& node) override {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) out->append(node.value());
      return true;
    }
  } collector;
  collector.out = &text;
  node_of(node_).traverse(collector);
  return text;
}

std::string XmlElement::attribute(std::string_view name) const {
  return node_ == nullptr ? std::string{}
                          : std::string(node_of(node_).attribute(std::string(name).c_str()).value());
}

std::string XmlElement::inner_markup() const {
  Writer writer;
  if (node_ == nullptr) return {};
  for (const pugi::xml_node child : node_of(node_).children()) {
    child.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  }
  return std::move(writer.out);
}

std::vector<XmlElement> XmlElement::children() const {
  std::vector<XmlElement> children;
  if (node_ == nullptr) return children;
  for (const pugi::xml_node child : node_of(node_).children()) {
    if (child.type() == pugi::node_element) children.push_back(XmlElement(child.internal_object()));
  }
  return children;
}

XmlElement XmlElement::child(std::string_view name) const {
  if (node_ == nullptr) return XmlElement();
  XmlElement by_local_name;
  const bool prefixed = name.find(':') != std::string_view::npos;
  for (const pugi::xml_node node : node_of(node_).children()) {
    if (node.type() != pugi::node_element) continue;
    if (name == node.name()) return XmlElement(node.internal_object());
    const XmlElement child(node.internal_object());
    if (!by_local_name && !prefixed && child.local_name() == name) by_local_name = child;
  }
  return by_local_name;
}

}  // namespace haidang::exchange
