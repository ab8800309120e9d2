#include "http/authority.h"

#include <algorithm>

#include "base/text.h"
#include "http/ip_address.h"

namespace haidang::http {

namespace {

// Letters of names in the DNS, plus "_" which people use. RFC 3986 allows more
// (percent-encoding, sub-delims); no host that resolves has them.
bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_';
}

bool is_port(std::string_view text) {  // may be empty: "example.vn:"
  return text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<std::string> normal_host(std::string_view authority) {
  std::string_view host = authority, port;
  if (host.starts_with('[')) {
    const auto end = host.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    port = host.substr(end + 1);
    host = host.substr(0, end + 1);
    const std::string_view inside = host.substr(1, end - 1);
    if (inside.find(':') == std::string_view::npos || !IpAddress::parse(inside)) return std::nullopt;
  } else {
    const auto colon = host.find(':');
    port = colon == std::string_view::npos ? std::string_view{} : host.substr(colon);
    host = host.substr(0, colon);
    if (host.ends_with('.')) host.remove_suffix(1);
    if (host.empty() || host.size() > 253 || !std::all_of(host.begin(), host.end(), is_name_character))
      return std::nullopt;
  }
  if (!port.empty() && (port.front() != ':' || !is_port(port.substr(1)))) return std::nullopt;
  return to_ascii_lower(host);
}

}  // namespace haidang::http
