#pragma once
// XML of feeds and exports, through pugixml: no DOCTYPE, no entities of its own,
// nothing loaded. A file that breaks off keeps what was whole before the break.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace haidang::exchange {

// A read-only element; cheap to copy, valid while its document lives.
class XmlElement {
 public:
  std::string name() const;  // with its prefix, as written
  std::string_view local_name() const;
  std::string text() const;  // all character data below it
  std::string attribute(std::string_view name) const;
  std::string inner_markup() const;
  std::vector<XmlElement> children() const;
  // The first child with this name: "content:encoded" exactly, or by local name
  // if `name` has no prefix and no child has it exactly.
  XmlElement child(std::string_view name) const;
  explicit operator bool() const { return node_ != nullptr; }

 private:
  friend class XmlDocument;
  explicit XmlElement(void* node = nullptr) : node_(node) {}
  void* node_;
};

class XmlDocument {
 public:
  // `text`: UTF-8. root() is empty if nothing whole could be read.
  explicit XmlDocument(std::string_view text);
  ~XmlDocument();
  XmlDocument(const XmlDocument&) = delete;
  XmlDocument& operator=(const XmlDocument&) = delete;
  XmlElement root() const;

 private:
  struct Tree;
  std::unique_ptr<Tree> tree_;
};

}  // namespace haidang::exchange
