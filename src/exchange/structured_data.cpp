#include "exchange/structured_data.h"

#include <algorithm>
#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

std::string text_of(const json::value* value) {
  if (value == nullptr) return {};
  if (const auto* text = value->if_string()) return clean(*text);
  if (const auto* list = value->if_array(); list && !list->empty()) return text_of(&(*list)[0]);
  if (const auto* object = value->if_object()) {
    for (const char* key : {"name", "@id", "url"}) {
      if (const auto* inner = object->if_contains(key); inner && inner->is_string())
        return clean(inner->get_string());
    }
  }
  return {};
}

void keep(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

bool is_type(const json::object& object, std::string_view end) {
  const auto* type = object.if_contains("@type");
  if (type == nullptr) return false;
  if (const auto* text = type->if_string()) return std::string_view(*text).ends_with(end);
  if (const auto* list = type->if_array()) {
    return std::any_of(list->begin(), list->end(), [&](const json::value& v) {
      return v.is_string() && std::string_view(v.get_string()).ends_with(end);
    });
  }
  return false;
}

std::string author_names(const json::value* author) {
  if (author == nullptr) return {};
  if (const auto* list = author->if_array()) {
    std::string names;
    for (const json::value& one : *list) {
      const std::string name = author_names(&one);
      if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
    return names;
  }
  if (const auto* object = author->if_object(); object && is_type(*object, "Organization")) return {};
  const std::string name = text_of(author);
  return name.find("://") == std::string::npos ? name : std::string{};
}

void read_crumbs(const json::object& object, StructuredData& data) {
  const auto* list = object.if_contains("itemListElement");
  if (list == nullptr || !list->is_array() || !data.crumbs.empty()) return;
  for (const json::value& element : list->get_array()) {
    const auto* entry = element.if_object();
    if (entry == nullptr) continue;
    std::string name = text_of(entry->if_contains("name"));
    if (name.empty()) name = text_of(entry->if_contains("item"));
    if (!name.empty()) data.crumbs.push_back(std::move(name));
  }
}

void read_article(const json::object& object, StructuredData& data) {
  keep(data.headline, text_of(object.if_contains("headline")));
  keep(data.published, text_of(object.if_contains("datePublished")));
  keep(data.updated, text_of(object.if_contains("dateModified")));
  keep(data.author, author_names(object.if_contains("author")));
  keep(data.section, text_of(object.if_contains("articleSection")));
  keep(data.locale, text_of(object.if_contains("inLanguage")));
  const auto* page = object.if_contains("mainEntityOfPage");
  std::string address =
      page != nullptr && page->is_object() ? text_of(page->get_object().if_contains("@id")) : text_of(page);
  if (address.find("://") == std::string::npos) address = text_of(object.if_contains("url"));
  keep(data.address, address);
}

void read_value(const json::value& value, StructuredData& data, int depth) {
  if (depth > 6) return;
  if (const auto* list = value.if_array()) {
    for (const json::value& element : *list) read_value(element, data, depth + 1);
    return;
  }
  const auto* object = value.if_object();
  if (object == nullptr) return;
  if (is_type(*object, "Article") || is_type(*object, "BlogPosting") || is_type(*object, "Report"))
    read_article(*object, data);
  if (is_type(*object, "BreadcrumbList")) read_crumbs(*object, data);
  if (const auto* graph = object->if_contains("@graph")) read_value(*graph, data, depth + 1);
  if (const auto* main = object->if_contains("mainEntity")) read_value(*main, data, depth + 1);
  if (const auto* crumbs = object->if_contains("breadcrumb")) read_value(*crumbs, data, depth + 1);
}

}  // namespace

void read_structured_data(std::string_view json_text, StructuredData& data) {
  std::string text(trim(json_text));
  // Some systems leave CDATA marks or raw line breaks inside strings.
  if (text.starts_with("//<![CDATA[")) text.erase(0, 11);
  if (text.starts_with("<![CDATA[")) text.erase(0, 9);
  if (text.ends_with("]]>")) text.resize(text.size() - 3);
  if (text.ends_with("//")) text.resize(text.size() - 2);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  const auto value = parse_json(text);
  if (value) read_value(*value, data, 0);
}

}  // namespace haidang::exchange
