#pragma once
// JSON values are vocabulary, like std::string: Boost.JSON under one name, used
// by every module (docs/adr/0004-vocabulary-types.md).
#include <boost/json/array.hpp>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace haidang {

namespace json = boost::json;

// Parses one JSON text (RFC 8259), nesting at most 64 deep, no duplicate-key
// tolerance beyond "last wins". Invalid: message "problem.json_invalid".
Result<json::value> parse_json(std::string_view text);

// Indented, keys in the order given; for files and terminals that people read.
std::string pretty_json(const json::value& value);

}  // namespace haidang
