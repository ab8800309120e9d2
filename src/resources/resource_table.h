#pragma once
// The generated table of embedded files; use resources/resources.h.
#include <span>
#include <string_view>

namespace haidang::resources {

struct Bytes {
  const char* begin;
  const char* end;
};
struct Entry {
  std::string_view path;
  Bytes bytes;
};
std::span<const Entry> table();

}  // namespace haidang::resources
