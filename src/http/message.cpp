#include "http/message.h"

#include <algorithm>

#include "base/text.h"

namespace haidang::http {

std::string_view to_string(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::patch:
      return "PATCH";
    case Method::delete_:
      return "DELETE";
    case Method::options:
      return "OPTIONS";
    case Method::other:
      break;
  }
  return {};
}

void Headers::add(std::string name, std::string value) {
  fields_.emplace_back(std::move(name), std::move(value));
}

void Headers::set(std::string name, std::string value) {
  remove(name);
  add(std::move(name), std::move(value));
}

void Headers::remove(std::string_view name) {
  std::erase_if(fields_, [&](const auto& field) { return equals_ignoring_ascii_case(field.first, name); });
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const auto& field) {
    return equals_ignoring_ascii_case(field.first, name);
  });
  if (found == fields_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string> Headers::joined(std::string_view name) const {
  std::optional<std::string> list;
  for (const auto& [field, value] : fields_) {
    if (!equals_ignoring_ascii_case(field, name)) continue;
    if (list) {
      list->append(", ").append(value);
    } else {
      list = value;
    }
  }
  return list;
}

std::optional<std::string_view> Request::query_value(std::string_view name) const {
  for (const auto& [key, value] : query)
    if (key == name) return value;
  return std::nullopt;
}

Response Response::with_type(int status, std::string media_type, std::string body) {
  Response response;
  response.status = status;
  response.headers.add("Content-Type", std::move(media_type));
  response.body = std::move(body);
  return response;
}

Response Response::html(int status, std::string body) {
  return with_type(status, "text/html; charset=utf-8", std::move(body));
}

Response Response::text(int status, std::string body) {
  return with_type(status, "text/plain; charset=utf-8", std::move(body));
}

Response Response::redirect(int status, std::string location) {
  Response response;
  response.status = status;
  response.headers.add("Location", std::move(location));
  return response;
}

}  // namespace haidang::http
