#pragma once
// Numbers that cannot be mixed up: Id<struct ItemTag> is not Id<struct SiteTag>.
#include <compare>
#include <cstdint>
#include <functional>

namespace haidang {

template <class Tag>
struct Id {
  std::int64_t value = 0;  // 0: none; the database gives numbers from 1
  explicit operator bool() const { return value != 0; }
  auto operator<=>(const Id&) const = default;
};

}  // namespace haidang

template <class Tag>
struct std::hash<haidang::Id<Tag>> {
  std::size_t operator()(const haidang::Id<Tag>& id) const noexcept {
    return std::hash<std::int64_t>{}(id.value);
  }
};
