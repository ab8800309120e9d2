#pragma once
// The path and query of a request target (RFC 3986 sections 3.3, 3.4).
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace haidang::http {

using NameValues = std::vector<std::pair<std::string, std::string>>;

struct Target {
  std::string path;        // decoded once
  std::string query_text;  // as sent, without "?"
  NameValues query;        // decoded, in order
};

// Nothing, so 400, if the target
// - has a "%" that two hexadecimal digits do not follow,
// - decodes to invalid UTF-8 or NUL, or in the path to a control character,
// - has an empty ("//"), "." or ".." segment, or an encoded slash or backslash:
//   programs in front and behind read those differently, and a redirect to a
//   path that starts with "//" leads to another host.
std::optional<Target> parse_target(std::string_view origin_form);

// application/x-www-form-urlencoded (WHATWG URL section 5.1), strict as above;
// also for bodies of forms.
std::optional<NameValues> parse_urlencoded(std::string_view text);

}  // namespace haidang::http
