#include "http/conditions.h"

#include <array>

#include "base/text.h"
#include "http/content_hash.h"

namespace haidang::http {

namespace {

constexpr std::array kCodings = {Encoding::brotli, Encoding::zstd, Encoding::gzip};

std::string_view without_weakness(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

// Takes the next entity-tag, with W/, off the list; nothing at its end or
// where it is malformed.
std::optional<std::string_view> next_tag(std::string_view& list) {
  const auto start = list.find_first_not_of(" \t,");
  if (start == std::string_view::npos) return std::nullopt;
  list.remove_prefix(start);
  const std::size_t quote = list.starts_with("W/") ? 2 : 0;
  if (list.size() <= quote || list[quote] != '"') return std::nullopt;
  const auto end = list.find('"', quote + 1);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view tag = list.substr(0, end + 1);
  list.remove_prefix(end + 1);
  return tag;
}

}  // namespace

std::string entity_tag_of(std::string_view bytes) {
  return '"' + content_hash(bytes) + '"';
}

std::string tag_with_encoding(std::string_view tag, Encoding encoding) {
  if (encoding == Encoding::identity || tag.size() < 2 || tag.front() != '"' || tag.back() != '"')
    return std::string(tag);
  std::string other(tag.substr(0, tag.size() - 1));
  other.append(";").append(to_string(encoding)).append("\"");
  return other;
}

std::string tags_without_encoding(std::string_view list) {
  const std::string_view given = list;
  std::string out;
  while (auto tag = next_tag(list)) {
    std::string plain(*tag);
    for (const Encoding coding : kCodings) {
      std::string suffix = ";";
      suffix.append(to_string(coding)).append("\"");
      if (plain.starts_with('"') && plain.ends_with(suffix)) {
        plain.resize(plain.size() - suffix.size());
        plain.push_back('"');
        break;
      }
    }
    out.append(out.empty() ? "" : ", ").append(plain);
  }
  return trim(list).empty() ? out : std::string(given);  // "*", or malformed: for the application to judge
}

bool matches_any(std::string_view list, std::string_view tag) {
  if (trim(list) == "*") return true;
  while (const auto candidate = next_tag(list))
    if (without_weakness(*candidate) == without_weakness(tag)) return true;
  return false;
}

bool is_not_modified(const Headers& request, const Headers& response) {
  if (const auto list = request.joined("If-None-Match")) {
    const auto tag = response.find("ETag");
    return tag && matches_any(*list, *tag);
  }
  const auto since = request.find("If-Modified-Since");
  const auto modified = response.find("Last-Modified");
  if (!since || !modified) return false;
  const auto known = parse_http_date(*since), latest = parse_http_date(*modified);
  return known && latest && *latest <= *known;
}

bool allows_range(const Headers& request, const Headers& response) {
  const auto condition = request.find("If-Range");
  if (!condition) return true;
  if (condition->starts_with('"') || condition->starts_with("W/")) {
    const auto tag = response.find("ETag");  // strong comparison: a weak tag never matches
    return tag && !tag->starts_with("W/") && *tag == *condition;
  }
  const auto modified = response.find("Last-Modified");
  return modified && *modified == *condition;
}

}  // namespace haidang::http
