#include "exchange/old_address.h"

#include <array>

#include <algorithm>

#include "base/text.h"

#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// RFC 3986 section 2.1; a stray "%" stays as it is.
std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0) {
      decoded.push_back(static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])));
      i += 2;
    } else {
      decoded.push_back(text[i]);
    }
  }
  return decoded;
}

}  // namespace

std::optional<OldAddress> parse_old_address(std::string_view address) {
  address = trim(address);
  const auto scheme_end = address.find("://");
  if (scheme_end == std::string_view::npos) return std::nullopt;
  const std::string scheme = to_ascii_lower(address.substr(0, scheme_end));
  if (scheme != "http" && scheme != "https") return std::nullopt;
  address.remove_prefix(scheme_end + 3);
  address = address.substr(0, address.find('#'));

  const auto authority_end = address.find_first_of("/?");
  std::string host = to_ascii_lower(address.substr(0, authority_end));
  if (const auto user = host.rfind('@'); user != std::string::npos) host.erase(0, user + 1);
  if (const auto port = host.rfind(':'); port != std::string::npos && host.find(']') == std::string::npos)
    host.erase(port);
  if (host.starts_with("www.")) host.erase(0, 4);
  if (host.empty()) return std::nullopt;

  const std::string_view rest =
      authority_end == std::string_view::npos ? std::string_view() : address.substr(authority_end);
  const auto query = rest.find('?');
  std::string path = percent_decoded(rest.substr(0, query));
  if (path.empty()) path.push_back('/');
  if (!is_storable_text(path)) return std::nullopt;
  if (query != std::string_view::npos && query + 1 < rest.size()) path.append(rest.substr(query));
  return OldAddress{std::move(host), std::move(path)};
}

bool names_old_address(std::string_view line) {
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"url cua ban tin nay", "link goc", "duong dan bai viet", "dia chi bai viet", "lien ket goc",
       "nguon bai viet: http", "permalink", "original link", "original url", "原文链接", "本文链接",
       "本文网址"});
  const std::string key = key_of(line);
  return std::any_of(kLabels.begin(), kLabels.end(),
                     [&](std::string_view label) { return key.starts_with(label); });
}

}  // namespace haidang::exchange
