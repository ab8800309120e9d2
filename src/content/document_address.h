#pragma once
// Which addresses and language tags a document may carry.
#include <string_view>

namespace haidang::content {

// An address that a page may link to: http, https (with a host, without user
// name or password), mailto, tel, "/…" of this site, or "#…" of this page; at
// most kMaximumAddressBytes. Everything else is refused: javascript:, data:,
// protocol-relative "//host", relative paths (they mean another thing on every
// page), backslashes (browsers read them as slashes: WHATWG URL section 4.4),
// spaces and control characters (browsers drop tabs and newlines, so
// "java\tscript:" would run).
bool is_link_address(std::string_view address);

// "/…" but not "//…": an address on this site.
bool is_root_relative(std::string_view address);

// Well-formed in the manner of RFC 5646 section 2.1, without asking the registry.
bool is_language_tag(std::string_view tag);

}  // namespace haidang::content
