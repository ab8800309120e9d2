#pragma once
// Where in a document's JSON something stands, as a chain on the stack; it
// becomes a JSON pointer (RFC 6901) only when there is a problem to report.
#include <cstddef>
#include <string>
#include <string_view>

#include "base/text.h"

namespace haidang::content {

struct Place {
  const Place* parent = nullptr;
  std::string_view key;   // a member name, or empty:
  std::size_t index = 0;  // an element of an array
};

inline std::string to_pointer(const Place& place) {
  if (place.parent == nullptr) return {};
  std::string pointer = to_pointer(*place.parent);
  pointer.push_back('/');
  if (place.key.empty()) return pointer.append(std::to_string(place.index));
  constexpr std::size_t kMaximumKey = 64;  // a stranger may have made it
  for (const char c : truncate_utf8(place.key, kMaximumKey)) {
    if (c == '~')
      pointer.append("~0");
    else if (c == '/')
      pointer.append("~1");
    else
      pointer.push_back(c);
  }
  return pointer;
}

}  // namespace haidang::content
