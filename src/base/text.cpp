#include "base/text.h"

#include <algorithm>
#include <array>

namespace haidang {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Length of the sequence a lead byte starts, 0 if it starts none.
constexpr std::array<std::uint8_t, 256> kSequenceLength = [] {
  std::array<std::uint8_t, 256> lengths{};
  for (std::size_t lead = 0; lead < 0x80; ++lead) lengths[lead] = 1;
  for (std::size_t lead = 0xC2; lead <= 0xDF; ++lead) lengths[lead] = 2;
  for (std::size_t lead = 0xE0; lead <= 0xEF; ++lead) lengths[lead] = 3;
  for (std::size_t lead = 0xF0; lead <= 0xF4; ++lead) lengths[lead] = 4;
  return lengths;
}();

// Decodes one sequence; returns its length, 0 if malformed.
std::size_t decode(std::string_view text, std::size_t at, char32_t& code_point) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const std::size_t length = kSequenceLength[byte(0)];
  if (length == 0 || at + length > text.size()) return 0;
  if (length == 1) {
    code_point = byte(0);
    return 1;
  }
  code_point = byte(0) & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
    code_point = (code_point << 6) | (byte(i) & 0x3FU);
  }
  const bool overlong = (length == 3 && code_point < 0x800) || (length == 4 && code_point < 0x10000);
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  return overlong || surrogate || code_point > 0x10FFFF ? 0 : length;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_invisible(char32_t c) {
  return c == 0x200B || c == 0xFEFF || c == 0xAD;
}

// What begins neither white space nor anything invisible: nearly all bytes of
// nearly all texts. "Ế" and "ế" share their lead byte with one odd space, so two
// bytes decide.
bool begins_ordinary(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return byte > ' ' || byte < '\t' || (byte > '\r' && byte < ' ');
  const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
  switch (byte) {
    case 0xC2:  // U+0085, U+00A0, U+00AD
      return next != 0x85 && next != 0xA0 && next != 0xAD;
    case 0xE1:  // U+1680
      return next != 0x9A;
    case 0xE2:  // U+2000 .. U+205F
    case 0xE3:  // U+3000
      return next != 0x80 && next != 0x81;
    case 0xEF:  // U+FEFF
      return next != 0xBB;
    default:
      return true;
  }
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  char32_t ignored = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = decode(text, at, ignored);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

char32_t next_code_point_beyond_ascii(std::string_view text, std::size_t& at) {
  char32_t code_point = 0;
  const std::size_t length = decode(text, at, code_point);
  at += length == 0 ? 1 : length;
  return length == 0 ? kReplacement : code_point;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string_view truncate_utf8(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return text.substr(0, limit);
}

std::string fold_spaces(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    while (at < text.size() && begins_ordinary(text, at)) ++at;
    if (at == start) {
      const char32_t c = next_code_point(text, at);
      if (is_invisible(c)) continue;
      if (is_space(c)) {
        pending = !folded.empty();
        continue;
      }
    }
    if (pending) folded.push_back(' ');
    pending = false;
    folded.append(text, start, at - start);
  }
  return folded;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n\f\v";
  const auto first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

bool is_storable_text(std::string_view text) {
  if (!is_valid_utf8(text)) return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool control = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F);
    const bool override_direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (control || override_direction) return false;
  }
  return true;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string to_ascii_lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool equals_ignoring_ascii_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace haidang
