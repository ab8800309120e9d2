#pragma once
// A fast 128-bit hash for entity tags: two versions of a page do not share one by
// accident. Not cryptographic, and it need not be: whoever could make two pages
// with one tag could only keep readers from seeing his own correction.
#include <string>
#include <string_view>

namespace haidang::http {

// 32 lower-case hexadecimal digits, the same on every node of a kind.
std::string content_hash(std::string_view bytes);

}  // namespace haidang::http
