#include "content/edition.h"

#include <utility>

namespace haidang::content {

namespace {

constexpr std::pair<ItemKind, std::string_view> kKinds[] = {{ItemKind::article, "article"},
                                                            {ItemKind::page, "page"}};

constexpr std::pair<ContentType, std::string_view> kContentTypes[] = {
    {ContentType::official_information, "official_information"},
    {ContentType::image_promotion, "image_promotion"},
    {ContentType::world_to_vietnam, "world_to_vietnam"},
    {ContentType::clarification, "clarification"}};

template <class Value, std::size_t N>
std::string_view name_in(const std::pair<Value, std::string_view> (&table)[N], Value wanted) {
  for (const auto& [value, name] : table)
    if (value == wanted) return name;
  return {};
}

template <class Value, std::size_t N>
std::optional<Value> value_in(const std::pair<Value, std::string_view> (&table)[N], std::string_view wanted) {
  for (const auto& [value, name] : table)
    if (name == wanted) return value;
  return std::nullopt;
}

}  // namespace

std::string_view to_string(ItemKind kind) {
  return name_in(kKinds, kind);
}
std::optional<ItemKind> item_kind_from(std::string_view name) {
  return value_in(kKinds, name);
}
std::string_view to_string(ContentType type) {
  return name_in(kContentTypes, type);
}
std::optional<ContentType> content_type_from(std::string_view name) {
  return value_in(kContentTypes, name);
}

}  // namespace haidang::content
