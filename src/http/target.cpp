#include "http/target.h"

#include <algorithm>

#include "base/text.h"

namespace haidang::http {

namespace {

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

enum class Plus { plus, space };

std::optional<std::string> decoded(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    if (c == '%') {
      if (text.size() - at < 3) return std::nullopt;
      const int high = hexadecimal(text[at + 1]), low = hexadecimal(text[at + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      at += 2;
    } else if (c == '+' && plus == Plus::space) {
      c = ' ';
    }
    if (c == '\0') return std::nullopt;
    out.push_back(c);
  }
  if (!is_valid_utf8(out)) return std::nullopt;
  return out;
}

// Of a segment after decoding.
bool is_plain_segment(std::string_view segment) {
  if (segment == "." || segment == "..") return false;
  return std::none_of(segment.begin(), segment.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || c == '/' || c == '\\';
  });
}

std::optional<std::string> parse_path(std::string_view text) {
  if (text == "*") return std::string(text);  // OPTIONS * (RFC 9110 section 9.3.7)
  if (!text.starts_with('/')) return std::nullopt;
  std::string path;
  path.reserve(text.size());
  const auto segments = split(text.substr(1), '/');
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto segment = decoded(segments[i], Plus::plus);
    if (!segment || !is_plain_segment(*segment)) return std::nullopt;
    if (segment->empty() && i + 1 != segments.size()) return std::nullopt;
    path.append("/").append(*segment);
  }
  return path;
}

}  // namespace

std::optional<NameValues> parse_urlencoded(std::string_view text) {
  NameValues pairs;
  if (text.empty()) return pairs;
  for (const std::string_view piece : split(text, '&')) {
    if (piece.empty()) continue;
    const auto equals = piece.find('=');
    auto name = decoded(piece.substr(0, equals), Plus::space);
    auto value =
        equals == std::string_view::npos ? std::string{} : decoded(piece.substr(equals + 1), Plus::space);
    if (!name || !value) return std::nullopt;
    pairs.emplace_back(std::move(*name), std::move(*value));
  }
  return pairs;
}

std::optional<Target> parse_target(std::string_view origin_form) {
  const auto question = origin_form.find('?');
  Target target;
  auto path = parse_path(origin_form.substr(0, question));
  if (!path) return std::nullopt;
  target.path = std::move(*path);
  if (question == std::string_view::npos) return target;
  target.query_text = origin_form.substr(question + 1);
  auto query = parse_urlencoded(target.query_text);
  if (!query) return std::nullopt;
  target.query = std::move(*query);
  return target;
}

}  // namespace haidang::http
