#include "people/role.h"

#include <algorithm>

namespace haidang::people {

namespace {
constexpr std::string_view kRoles[] = {"reporter",  "editor",    "approver", "translator", "reviser",
                                       "moderator", "secretary", "member",   "oversight",  "administrator"};
}  // namespace

std::span<const std::string_view> known_roles() {
  return kRoles;
}

bool is_known_role(std::string_view role) {
  return std::find(std::begin(kRoles), std::end(kRoles), role) != std::end(kRoles);
}

}  // namespace haidang::people
