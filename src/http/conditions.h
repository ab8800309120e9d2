#pragma once
// Entity tags and conditional requests (RFC 9110 sections 8.8.3 and 13).
// Preconditions of changes (If-Match) are the application's: only it knows the
// state that must not have moved.
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "http/encodings.h"
#include "http/message.h"

namespace haidang::http {

// A strong tag, quoted, of these bytes.
std::string entity_tag_of(std::string_view bytes);

// The tag of the same content in another coding: "abc" becomes "abc;br". Each
// coding is another representation and needs another strong tag (section
// 8.8.3.3); weak tags stay. The second undoes it in a list of tags, so that a
// client may send back in If-Match what it was given.
std::string tag_with_encoding(std::string_view tag, Encoding encoding);
std::string tags_without_encoding(std::string_view list);

// Whether an If-None-Match list names the tag, by weak comparison (section
// 8.8.3.2); "*" names every one. A malformed list names none.
bool matches_any(std::string_view list, std::string_view tag);

// Whether a GET or HEAD may be answered 304: If-None-Match if there is one,
// else If-Modified-Since (section 13.2.2).
bool is_not_modified(const Headers& request, const Headers& response);

// Whether If-Range lets Range stand (section 13.1.5); true without If-Range.
bool allows_range(const Headers& request, const Headers& response);

}  // namespace haidang::http
