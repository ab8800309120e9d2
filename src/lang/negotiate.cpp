// Accept-Language (RFC 9110 section 12.5.4), matched by lookup (RFC 4647 section 3.4).
#include <algorithm>
#include <optional>

#include "base/text.h"
#include "lang/locale.h"

namespace haidang::lang {

namespace {

// A header longer than this is no browser's; the rest is not read.
constexpr std::size_t kMostRanges = 32;

struct Range {
  std::string tag;  // lower case
  int quality = 1000;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// qvalue = ( "0" [ "." 0*3DIGIT ] ) / ( "1" [ "." 0*3("0") ] ), RFC 9110 section 12.4.2, in thousandths.
std::optional<int> parse_quality(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int value = (text[0] - '0') * 1000;
  int unit = 100;
  for (const char c : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (!is_digit(c)) return std::nullopt;
    value += (c - '0') * unit;
    unit /= 10;
  }
  return value > 1000 ? std::nullopt : std::optional(value);
}

// "zh-CN;q=0.8"; nullopt if it is not of that form.
std::optional<Range> parse_range(std::string_view text) {
  const auto parts = split(text, ';');
  Range range{to_ascii_lower(trim(parts.front()))};
  if (range.tag.empty()) return std::nullopt;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string_view parameter = trim(parts[i]);
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) continue;
    const auto quality = parse_quality(parameter.substr(2));
    if (!quality) return std::nullopt;
    range.quality = *quality;
  }
  return range;
}

// Most wanted first; equals in the order written.
std::vector<Range> parse_header(std::string_view header) {
  std::vector<Range> ranges;
  for (const std::string_view part : split(header, ',')) {
    if (ranges.size() == kMostRanges) break;
    if (auto range = parse_range(part)) ranges.push_back(std::move(*range));
  }
  std::ranges::stable_sort(ranges, std::greater{}, &Range::quality);
  return ranges;
}

// Chinese by its other names: "cmn" is Mandarin's own subtag, "yue" (Cantonese)
// readers read Chinese.
std::string normalise(std::string tag) {
  std::ranges::replace(tag, '_', '-');
  for (const std::string_view other : {"cmn", "yue"}) {
    if (tag == other) return "zh";
    if (tag.starts_with(other) && tag[3] == '-') return "zh" + tag.substr(3);
  }
  // RFC 5646 section 4.4.1: script is implied by the region.
  for (const std::string_view traditional : {"zh-tw", "zh-hk", "zh-mo"}) {
    if (tag == traditional) return "zh-hant" + tag.substr(2);
  }
  return tag;
}

// RFC 4647 section 3.4: shorten the wanted tag from its end until it is available.
const std::string* look_up(std::string tag, std::span<const std::string> available) {
  while (!tag.empty()) {
    for (const std::string& locale : available) {
      if (equals_ignoring_ascii_case(locale, tag)) return &locale;
    }
    const std::size_t dash = tag.rfind('-');
    tag.resize(dash == std::string::npos ? 0 : dash);
  }
  return nullptr;
}

}  // namespace

std::string negotiate(std::string_view accept_language, std::span<const std::string> available) {
  if (available.empty()) return {};
  const std::vector<Range> ranges = parse_header(accept_language);
  std::vector<std::string> excluded;  // q=0: "not acceptable"
  for (const Range& range : ranges) {
    if (range.quality != 0 || range.tag == "*") continue;
    if (const std::string* locale = look_up(normalise(range.tag), available)) excluded.push_back(*locale);
  }
  const auto is_excluded = [&](const std::string& locale) {
    return std::ranges::find(excluded, locale) != excluded.end();
  };
  for (const Range& range : ranges) {
    if (range.quality == 0) continue;
    if (range.tag == "*") {
      const auto free = std::ranges::find_if_not(available, is_excluded);
      if (free != available.end()) return *free;
      continue;
    }
    const std::string* locale = look_up(normalise(range.tag), available);
    if (locale != nullptr && !is_excluded(*locale)) return *locale;
  }
  return available.front();
}

}  // namespace haidang::lang
