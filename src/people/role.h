#pragma once
// The roles an account can hold. What each may do is decided in workflow/ when
// the desk brings its verbs.
#include <span>
#include <string_view>

namespace haidang::people {

// The names as given on the command line and stored.
std::span<const std::string_view> known_roles();
bool is_known_role(std::string_view role);

}  // namespace haidang::people
