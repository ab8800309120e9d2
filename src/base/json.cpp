#include "base/json.h"

#include <boost/json/parse.hpp>

namespace haidang {

Result<json::value> parse_json(std::string_view text) {
  json::parse_options options;
  options.max_depth = 64;
  boost::system::error_code error;
  json::value value = json::parse(text, error, {}, options);
  if (error) return invalid("problem.json_invalid", {}, {{"detail", error.message()}});
  return value;
}

namespace {
void print(const json::value& value, std::string& out, std::size_t depth) {
  const std::string indent(2 * (depth + 1), ' ');
  const std::string closing(2 * depth, ' ');
  if (const auto* object = value.if_object(); object && !object->empty()) {
    std::string_view separator = "{\n";
    for (const auto& member : *object) {
      out.append(separator).append(indent).append(json::serialize(member.key())).append(": ");
      print(member.value(), out, depth + 1);
      separator = ",\n";
    }
    out.append("\n").append(closing).append("}");
  } else if (const auto* array = value.if_array(); array && !array->empty()) {
    std::string_view separator = "[\n";
    for (const auto& element : *array) {
      out.append(separator).append(indent);
      print(element, out, depth + 1);
      separator = ",\n";
    }
    out.append("\n").append(closing).append("]");
  } else {
    out.append(json::serialize(value));
  }
}
}  // namespace

std::string pretty_json(const json::value& value) {
  std::string out;
  print(value, out, 0);
  out.push_back('\n');
  return out;
}

}  // namespace haidang
