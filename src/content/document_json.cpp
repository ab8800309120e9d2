#include "content/document_json.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <stdexcept>

#include "content/document_normalise.h"
#include "content/document_place.h"
#include "content/document_schema.h"

namespace haidang::content {

namespace {

constexpr std::size_t kMaximumJsonBytes = 16'000'000;
constexpr int kMaximumJsonDepth = 64;

// Reads the shape; the values are normalise's.
class Reader {
 public:
  bool document(const json::value& value, Document& out) {
    const Place root;
    const json::object* node = value.if_object();
    if (node == nullptr || type_of(*node) != "doc") return fail("not_a_document", root);
    if (!only_members(*node, {"type", "content"}, root)) return false;
    return blocks(node->if_contains("content"), out.blocks, root, 1);
  }
  Problem problem() && { return std::move(problem_); }

 private:
  bool fail(std::string message, const Place& place, Problem::Parameters parameters = {}) {
    problem_ = invalid("document." + message, to_pointer(place), std::move(parameters));
    return false;
  }
  bool fail_named(std::string message, const Place& parent, std::string_view name) {
    return fail(std::move(message), {&parent, name}, {{"attribute", std::string(truncate_utf8(name, 64))}});
  }

  static std::string_view type_of(const json::object& node) {
    const json::value* type = node.if_contains("type");
    return type != nullptr && type->is_string() ? std::string_view(type->get_string()) : std::string_view();
  }

  bool only_members(const json::object& object, std::initializer_list<std::string_view> known,
                    const Place& place) {
    for (const auto& member : object) {
      if (std::find(known.begin(), known.end(), std::string_view(member.key())) == known.end()) {
        return fail_named("unknown_attribute", place, member.key());
      }
    }
    return true;
  }

  // An array that may be absent or null.
  bool array_of(const json::value* value, const json::array*& out, const Place& parent,
                std::string_view name) {
    out = nullptr;
    if (value == nullptr || value->is_null()) return true;
    out = value->if_array();
    return out != nullptr || fail_named("bad_attribute", parent, name);
  }

  bool blocks(const json::value* value, std::vector<Block>& out, const Place& parent, int depth) {
    const json::array* nodes = nullptr;
    if (!array_of(value, nodes, parent, "content")) return false;
    if (nodes == nullptr) return true;
    const Place content{&parent, "content"};
    if (depth > kMaximumDepth && !nodes->empty()) {
      return fail("too_deep", {&content, {}, 0}, {{"limit", std::to_string(kMaximumDepth)}});
    }
    out.reserve(nodes->size());
    for (std::size_t i = 0; i < nodes->size(); ++i) {
      const Place place{&content, {}, i};
      const json::object* node = (*nodes)[i].if_object();
      if (node == nullptr) return fail("not_a_document", place);
      if (!block(*node, out.emplace_back(), place, depth)) return false;
    }
    return true;
  }

  bool block(const json::object& node, Block& out, const Place& place, int depth) {
    const std::string_view type = type_of(node);
    const BlockRule* rule = find_block_rule(type);
    if (rule == nullptr) return fail_type(type, place);
    out.kind = rule->kind;
    for (const AttributeRule& known : rule->attributes) {
      if (known.number != nullptr) out.*known.number = known.standard;
    }
    if (!only_members(node, {"type", "attrs", "content"}, place)) return false;
    if (!attributes(node.if_contains("attrs"), out, *rule, place)) return false;
    const json::value* content = node.if_contains("content");
    if (!rule->children.empty()) return blocks(content, out.children, place, depth + 1);
    return runs(content, out.text, place, "content");
  }

  bool fail_type(std::string_view type, const Place& place) {
    const bool known =
        type == "text" || type == "hard_break" || type == "doc" || find_block_rule(type) != nullptr;
    const Place type_place{&place, "type"};
    return fail(known ? "not_allowed_here" : "unknown_block", known ? place : type_place,
                {{"block", std::string(truncate_utf8(type, 64))}});
  }

  bool attributes(const json::value* value, Block& out, const BlockRule& rule, const Place& parent) {
    if (value == nullptr) return true;
    const json::object* members = value->if_object();
    if (members == nullptr) return fail_named("bad_attribute", parent, "attrs");
    const Place place{&parent, "attrs"};
    for (const auto& member : *members) {
      if (!attribute(member.key(), member.value(), out, rule, place)) return false;
    }
    return true;
  }

  bool attribute(std::string_view name, const json::value& value, Block& out, const BlockRule& rule,
                 const Place& place) {
    if (name == "id") return string(value, out.id, place, name);
    for (const AttributeRule& known : rule.attributes) {
      if (known.name != name) continue;
      return known.text != nullptr ? string(value, out.*known.text, place, name)
                                   : number(value, out.*known.number, place, name);
    }
    if (name == "caption" && rule.text == InlinePlace::caption_attribute)
      return runs(&value, out.text, place, name);
    // prosemirror-tables insists on this attribute; widths are the style sheet's.
    const bool is_cell = rule.kind == BlockKind::table_cell || rule.kind == BlockKind::table_header;
    if (name == "colwidth" && is_cell && value.is_null()) return true;
    return fail_named("unknown_attribute", place, name);
  }

  bool string(const json::value& value, std::string& out, const Place& place, std::string_view name) {
    if (value.is_null()) return true;
    if (!value.is_string()) return fail_named("bad_attribute", place, name);
    out.assign(value.get_string().data(), value.get_string().size());
    return true;
  }

  bool number(const json::value& value, int& out, const Place& place, std::string_view name) {
    if (value.is_null()) return true;
    const std::int64_t* number = value.if_int64();
    // 0 in memory means "not stated", so a stated 0 must fail here.
    if (number == nullptr || *number <= 0 || *number > std::numeric_limits<int>::max()) {
      return fail_named("bad_attribute", place, name);
    }
    out = static_cast<int>(*number);
    return true;
  }

  bool runs(const json::value* value, std::vector<Inline>& out, const Place& parent, std::string_view name) {
    const json::array* nodes = nullptr;
    if (!array_of(value, nodes, parent, name)) return false;
    if (nodes == nullptr) return true;
    const Place content{&parent, name};
    out.reserve(nodes->size());
    for (std::size_t i = 0; i < nodes->size(); ++i) {
      const Place place{&content, {}, i};
      const json::object* node = (*nodes)[i].if_object();
      if (node == nullptr) return fail("not_a_document", place);
      if (!run(*node, out.emplace_back(), place)) return false;
    }
    return true;
  }

  bool run(const json::object& node, Inline& out, const Place& place) {
    const std::string_view type = type_of(node);
    if (type == "hard_break") {
      out.text = "\n";
      return only_members(node, {"type", "marks"}, place) &&
             marks(node.if_contains("marks"), out.marks, place);
    }
    if (type != "text") return fail_type(type, place);
    if (!only_members(node, {"type", "text", "marks"}, place)) return false;
    const json::value* text = node.if_contains("text");
    if (text == nullptr) return fail_named("missing_attribute", place, "text");
    if (!text->is_string()) return fail_named("bad_attribute", place, "text");
    // ProseMirror refuses empty text nodes; so do we, lest it refuse our document.
    if (text->get_string().empty()) return fail("bad_text", {&place, "text"});
    out.text.assign(text->get_string().data(), text->get_string().size());
    return marks(node.if_contains("marks"), out.marks, place);
  }

  bool marks(const json::value* value, std::vector<Mark>& out, const Place& parent) {
    const json::array* nodes = nullptr;
    if (!array_of(value, nodes, parent, "marks")) return false;
    if (nodes == nullptr) return true;
    const Place all{&parent, "marks"};
    out.reserve(nodes->size());
    for (std::size_t i = 0; i < nodes->size(); ++i) {
      const Place place{&all, {}, i};
      const json::object* node = (*nodes)[i].if_object();
      if (node == nullptr) return fail("not_a_document", place);
      if (!mark(*node, out, place)) return false;
    }
    return true;
  }

  bool mark(const json::object& node, std::vector<Mark>& out, const Place& place) {
    const MarkRule* rule = find_mark_rule(type_of(node));
    if (rule == nullptr) return fail_type(type_of(node), place);
    if (!only_members(node, {"type", "attrs"}, place)) return false;
    Mark& read = out.emplace_back(Mark{rule->kind, {}});
    const json::value* value = node.if_contains("attrs");
    if (value == nullptr) return true;
    const json::object* members = value->if_object();
    if (members == nullptr) return fail_named("bad_attribute", place, "attrs");
    const Place attributes{&place, "attrs"};
    for (const auto& member : *members) {
      if (rule->attribute != member.key()) return fail_named("unknown_attribute", attributes, member.key());
      if (!string(member.value(), read.value, attributes, member.key())) return false;
    }
    return true;
  }

  Problem problem_;
};

// Parses into memory that lives on the stack first: a stored article of a few
// kilobytes needs no heap but its Document.
enum class Trust { nobody, ourselves };
template <class Use>
auto with_parsed(std::string_view text, Trust trust, const Use& use) {
  std::array<unsigned char, 32'768> buffer;
  json::monotonic_resource memory(buffer.data(), buffer.size());
  json::parse_options options;
  options.max_depth = kMaximumJsonDepth;
  // What we stored was checked before; asking again costs a third of reading it.
  options.allow_invalid_utf8 = trust == Trust::ourselves;
  boost::system::error_code error;
  const json::value value = json::parse(text, error, &memory, options);
  return use(value, error);
}

}  // namespace

Result<Document> from_json(const json::value& value, const IdSource& ids) {
  Document document;
  Reader reader;
  if (!reader.document(value, document)) return std::move(reader).problem();
  return normalise(std::move(document), ids);
}

Result<Document> from_json_text(std::string_view text, const IdSource& ids) {
  if (text.size() > kMaximumJsonBytes) {
    return invalid("document.too_large", {}, {{"limit", std::to_string(kMaximumJsonBytes)}});
  }
  return with_parsed(text, Trust::nobody,
                     [&](const json::value& value, boost::system::error_code error) -> Result<Document> {
                       if (error)
                         return invalid("document.not_a_document", {}, {{"detail", error.message()}});
                       return from_json(value, ids);
                     });
}

Document from_stored_json(std::string_view text) {
  return with_parsed(text, Trust::ourselves, [](const json::value& value, boost::system::error_code error) {
    if (error) throw std::runtime_error("stored document: " + error.message());
    Document document;
    Reader reader;
    if (!reader.document(value, document)) {
      const Problem problem = std::move(reader).problem();
      throw std::runtime_error("stored document: " + problem.message + " at " + problem.field);
    }
    return document;
  });
}

}  // namespace haidang::content
