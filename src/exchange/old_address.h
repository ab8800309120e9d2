#pragma once
// The address a page had on its former site, in the form redirects are looked
// up by: host in lower case without port and "www.", path percent-decoded, then
// "?" and the query as sent (domain.md 2.8: some pages differ by query alone).
#include <optional>
#include <string>
#include <string_view>

namespace haidang::exchange {

struct OldAddress {
  std::string host;
  std::string target;
};

// Empty for anything but an absolute http(s) address with a host.
std::optional<OldAddress> parse_old_address(std::string_view address);

// "URL của bản tin này:", "Link gốc:": what follows is the address.
bool names_old_address(std::string_view line);

}  // namespace haidang::exchange
