#pragma once
// haidang.toml as it goes into a backup: every value but the database's address,
// which may hold a password and is that of the old machine. Comments are lost.
#include <string>
#include <string_view>

namespace haidang::app {

// "" if no value is left. Throws CommandFailure (configuration) if this is no TOML.
std::string portable_configuration(std::string_view toml_text);

// A configuration line that names this database.
std::string database_line(std::string_view url);

}  // namespace haidang::app
