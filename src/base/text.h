#pragma once
// UTF-8 text without a Unicode library: validity, white space, code points.
// Normalisation, case and languages are in lang/.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace haidang {

// Well-formed UTF-8 (RFC 3629): no overlong forms, surrogates, or > U+10FFFF.
bool is_valid_utf8(std::string_view text);

// Decodes the code point at `at` and moves `at` behind it; U+FFFD and one byte
// forward on malformed input.
char32_t next_code_point_beyond_ascii(std::string_view text, std::size_t& at);
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) return next_code_point_beyond_ascii(text, at);
  ++at;
  return byte;
}
void append_utf8(std::string& out, char32_t code_point);
std::size_t count_code_points(std::string_view text);

// The longest prefix of at most `limit` bytes that ends on a code point.
std::string_view truncate_utf8(std::string_view text, std::size_t limit);

// Replaces every run of white space (ASCII, NBSP U+00A0, U+2000..200A, U+202F,
// U+3000, zero-width space/BOM removed) by one space and trims both ends.
std::string fold_spaces(std::string_view text);
std::string_view trim(std::string_view text);  // ASCII white space only

// Text that a person may store: valid UTF-8 without C0 controls (but tab, line
// feed), C1 controls, NUL, or bidirectional overrides (U+202A..202E,
// U+2066..2069), which can make a title read otherwise than it is stored.
bool is_storable_text(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);
std::string to_ascii_lower(std::string_view text);
bool equals_ignoring_ascii_case(std::string_view a, std::string_view b);

}  // namespace haidang
