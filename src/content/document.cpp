#include "content/document.h"

#include "content/document_schema.h"

namespace haidang::content {

namespace {
void append_plain_text(const Block& block, std::string& out) {
  if (!block.text.empty()) {
    if (!out.empty()) out.push_back('\n');
    for (const Inline& run : block.text) out.append(run.text);
  }
  for (const Block& child : block.children) append_plain_text(child, out);
}
}  // namespace

std::string_view to_string(BlockKind kind) {
  return rule_of(kind).name;
}

std::string plain_text(const std::vector<Inline>& text) {
  std::string out;
  for (const Inline& run : text) out.append(run.text);
  return out;
}

std::string plain_text(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) append_plain_text(block, out);
  return out;
}

std::vector<Inline> plain(std::string text) {
  if (text.empty()) return {};
  return {Inline{std::move(text), {}}};
}

}  // namespace haidang::content
