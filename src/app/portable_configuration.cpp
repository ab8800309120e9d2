#include "app/portable_configuration.h"

#include <toml++/toml.h>

#include <sstream>

#include "app/exit_code.h"
#include "base/json.h"

namespace haidang::app {

std::string portable_configuration(std::string_view toml_text) {
  try {
    toml::table table = toml::parse(toml_text);
    table.erase("database");
    if (table.empty()) return {};
    std::ostringstream text;
    text << table << '\n';
    return std::move(text).str();
  } catch (const toml::parse_error& error) {
    throw CommandFailure(ExitCode::configuration,
                         "haidang.toml cannot be read: " + std::string(error.description()));
  }
}

std::string database_line(std::string_view url) {
  // A JSON string is a TOML basic string.
  return "database = " + json::serialize(json::string(url)) + "\n";
}

}  // namespace haidang::app
