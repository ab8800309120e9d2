#pragma once
// Range requests (RFC 9110 section 14).
#include <cstdint>
#include <optional>
#include <string_view>

namespace haidang::http {

struct ByteRange {
  std::uint64_t first = 0;
  std::uint64_t length = 0;
  bool operator==(const ByteRange&) const = default;
};

struct RangeChoice {
  enum class Kind {
    whole,          // no range, another unit, malformed, or several: the field is ignored (section 14.2)
    part,           // 206
    unsatisfiable,  // 416
  };
  Kind kind = Kind::whole;
  ByteRange part;
  bool operator==(const RangeChoice&) const = default;
};

// `size` is that of the whole representation. Several ranges are answered with
// the whole unless only one of them can be satisfied: multipart/byteranges
// serves few and has been a way to exhaust servers.
RangeChoice choose_range(std::string_view range, std::uint64_t size);

}  // namespace haidang::http
