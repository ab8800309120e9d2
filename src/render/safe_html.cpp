#include "render/safe_html.h"

#include <array>

#include "base/text.h"

namespace haidang::render {
namespace {

// The entity of a character that markup gives meaning to; empty for all others.
constexpr std::string_view entity_of(char character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";  // &apos; is unknown to HTML 4 readers of feeds
    default:
      return {};
  }
}

constexpr std::array<bool, 256> kHasEntity = [] {
  std::array<bool, 256> table{};
  for (int byte = 0; byte < 256; ++byte)
    table[static_cast<std::size_t>(byte)] = !entity_of(static_cast<char>(byte)).empty();
  return table;
}();

// XML 1.0 (fifth edition) section 2.2, production Char.
bool is_xml_char(char32_t code_point) {
  return code_point == 0x9 || code_point == 0xA || code_point == 0xD ||
         (code_point >= 0x20 && code_point <= 0xD7FF) || (code_point >= 0xE000 && code_point <= 0xFFFD) ||
         (code_point >= 0x10000 && code_point <= 0x10FFFF);
}

}  // namespace

// Text is copied in stretches, and most bytes are asked one question.
void append_escaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!kHasEntity[static_cast<unsigned char>(text[at])]) continue;
    out.append(text, copied, at - copied).append(entity_of(text[at]));
    copied = at + 1;
  }
  out.append(text, copied);
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  append_escaped(out, text);
  return out;
}

std::string escape_xml(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view entity = entity_of(text[at]);
    if (!entity.empty()) {
      out.append(entity);
      ++at;
      continue;
    }
    const char32_t code_point = next_code_point(text, at);
    if (is_xml_char(code_point)) append_utf8(out, code_point);
  }
  return out;
}

}  // namespace haidang::render
