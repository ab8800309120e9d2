#include "http/ranges.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace haidang::http {

namespace {

constexpr int kMostRanges = 16;

std::optional<std::uint64_t> parse_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || end != text.data() + text.size()) return std::nullopt;
  if (error == std::errc::result_out_of_range) return UINT64_MAX;
  if (error != std::errc{}) return std::nullopt;
  return value;
}

// int-range or suffix-range (section 14.1.2). Outer nothing: malformed; inner
// nothing: well-formed but outside of the representation.
std::optional<std::optional<ByteRange>> parse_one(std::string_view text, std::uint64_t size) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  if (dash == 0) {
    const auto suffix = parse_number(text.substr(1));
    if (!suffix) return std::nullopt;
    const std::uint64_t length = std::min(*suffix, size);
    if (length == 0) return std::optional<ByteRange>{};
    return std::optional(ByteRange{size - length, length});
  }
  const auto first = parse_number(text.substr(0, dash));
  const auto last = dash + 1 == text.size() ? UINT64_MAX : parse_number(text.substr(dash + 1));
  if (!first || !last || *last < *first) return std::nullopt;
  if (*first >= size) return std::optional<ByteRange>{};
  return std::optional(ByteRange{*first, std::min(*last, size - 1) - *first + 1});
}

}  // namespace

RangeChoice choose_range(std::string_view range, std::uint64_t size) {
  const auto equals = range.find('=');
  if (equals == std::string_view::npos || !equals_ignoring_ascii_case(range.substr(0, equals), "bytes"))
    return {};
  int satisfiable = 0, seen = 0;
  RangeChoice choice{RangeChoice::Kind::unsatisfiable, {}};
  for (const std::string_view member : split(range.substr(equals + 1), ',')) {
    const std::string_view text = trim(member);
    if (text.empty()) continue;
    const auto one = parse_one(text, size);
    if (!one || ++seen > kMostRanges) return {};
    if (!*one) continue;
    choice = {RangeChoice::Kind::part, **one};
    ++satisfiable;
  }
  if (seen == 0 || satisfiable > 1) return {};
  return choice;
}

}  // namespace haidang::http
