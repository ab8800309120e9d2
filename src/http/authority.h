#pragma once
// host [ ":" port ] (RFC 9110 section 7.2, RFC 3986 section 3.2.2). Internal to http.
#include <optional>
#include <string>
#include <string_view>

namespace haidang::http {

// The host in its one spelling: lower case, without port and trailing dot; an
// IPv6 address keeps its brackets. Nothing if the authority is malformed, empty
// or has user information.
std::optional<std::string> normal_host(std::string_view authority);

}  // namespace haidang::http
