#include "content/document_address.h"

#include <algorithm>

#include "base/text.h"
#include "content/document_schema.h"

namespace haidang::content {

namespace {

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_letter(char c) {
  return is_alphanumeric(c) && !(c >= '0' && c <= '9');
}

// RFC 3986 section 2 without the excluded ASCII; other letters may stand as
// they are (RFC 3987).
bool has_only_address_characters(std::string_view address) {
  constexpr std::string_view kExcluded = " \"<>\\^`{|}\x7F";
  return std::all_of(address.begin(), address.end(), [&](char c) {
    return static_cast<unsigned char>(c) > 0x20 && kExcluded.find(c) == std::string_view::npos;
  });
}

// RFC 3986 section 3.2, without userinfo: it is deprecated for http (RFC 9110
// section 4.2.4) and serves to show one host and lead to another.
bool is_plain_authority(std::string_view after_scheme) {
  if (!after_scheme.starts_with("//")) return false;
  const std::string_view authority = after_scheme.substr(2, after_scheme.find_first_of("/?#", 2) - 2);
  if (authority.empty() || authority.front() == ':') return false;
  return authority.find_first_of("@%") == std::string_view::npos;
}

bool is_telephone_number(std::string_view number) {
  return !number.empty() && std::all_of(number.begin(), number.end(), [](char c) {
    return is_alphanumeric(c) || std::string_view("+-.()*#;=").find(c) != std::string_view::npos;
  });
}

}  // namespace

bool is_root_relative(std::string_view address) {
  return address.starts_with('/') && !address.starts_with("//");
}

bool is_link_address(std::string_view address) {
  if (address.empty() || address.size() > kMaximumAddressBytes) return false;
  if (!has_only_address_characters(address) || !is_storable_text(address)) return false;
  if (address.front() == '#') return true;
  if (address.front() == '/') return is_root_relative(address);
  const auto colon = address.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string scheme = to_ascii_lower(address.substr(0, colon));
  const std::string_view rest = address.substr(colon + 1);
  if (scheme == "http" || scheme == "https") return is_plain_authority(rest);
  if (scheme == "mailto") return rest.find('@') != std::string_view::npos;
  return scheme == "tel" && is_telephone_number(rest);
}

bool is_language_tag(std::string_view tag) {
  constexpr std::size_t kMaximumTagBytes = 35;  // RFC 5646 section 4.4.1
  if (tag.size() > kMaximumTagBytes) return false;
  bool first = true;
  for (const std::string_view part : split(tag, '-')) {
    if (part.empty() || part.size() > 8) return false;
    if (first && (part.size() < 2 || !std::all_of(part.begin(), part.end(), is_letter))) return false;
    if (!std::all_of(part.begin(), part.end(), is_alphanumeric)) return false;
    first = false;
  }
  return true;
}

}  // namespace haidang::content
