#pragma once
// A Moment as two columns: microseconds (NULL: unknown) and precision.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace haidang::content {

inline std::optional<std::int64_t> stored_instant(const std::optional<Moment>& moment) {
  return moment ? std::optional(to_microseconds(moment->instant)) : std::nullopt;
}
inline std::string_view stored_precision(const std::optional<Moment>& moment) {
  return moment && moment->precision == Precision::day ? "day" : "second";
}
inline std::optional<Moment> moment_from(std::optional<std::int64_t> instant, std::string_view precision) {
  if (!instant) return std::nullopt;
  return Moment{from_microseconds(*instant), precision == "day" ? Precision::day : Precision::second};
}

}  // namespace haidang::content
