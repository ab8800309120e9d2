#include "resources/resources.h"

#include <algorithm>

#include "resources/resource_table.h"

namespace haidang::resources {

namespace {
std::string_view view(const Bytes& bytes) {
  return {bytes.begin, static_cast<std::size_t>(bytes.end - bytes.begin)};
}
}  // namespace

std::optional<std::string_view> find(std::string_view path) {
  for (const Entry& entry : table())
    if (entry.path == path) return view(entry.bytes);
  return std::nullopt;
}

std::vector<std::pair<std::string_view, std::string_view>> list(std::string_view prefix) {
  std::vector<std::pair<std::string_view, std::string_view>> found;
  for (const Entry& entry : table())
    if (entry.path.starts_with(prefix)) found.emplace_back(entry.path, view(entry.bytes));
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace haidang::resources
