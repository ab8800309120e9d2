#pragma once
// Who does something: an account, or the program itself (command line, scheduler).
#include <cstdint>
#include <optional>
#include <string>

#include "base/id.h"

namespace haidang::people {

using AccountId = Id<struct AccountTag>;

struct Actor {
  AccountId account;  // none: the program
  std::string name;   // for the audit log

  std::optional<std::int64_t> stored_account() const {
    return account ? std::optional(account.value) : std::nullopt;
  }
};

// The command line on the server: whoever may write the data folder.
inline Actor command_line_actor() {
  return {{}, "command line"};
}

}  // namespace haidang::people
