#pragma once
// Accounts, their roles and API tokens.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "people/actor.h"
#include "store/database.h"

namespace haidang::people {

struct Account {
  AccountId id;
  std::string email;
  std::string name;
  std::string password_hash;
  std::vector<std::string> roles;
};

struct NewAccount {
  std::string email;
  std::string name;
  std::string password_hash;
  std::string role;
  std::string agency;  // key, "" for none; made known if it is new
};

// Problems: "account.email_invalid", "account.email_taken", "account.name_missing",
// "account.role_unknown" with the field.
Result<AccountId> insert_account(store::Session& session, const NewAccount& account, Instant now);
std::optional<Account> find_account(store::Session& session, std::string_view email);

struct NewToken {
  AccountId account;
  std::string secret;  // only its SHA-256 is stored
  std::string scope;
  std::optional<Instant> expires_at;
};
void insert_token(store::Session& session, const NewToken& token, Instant now);

}  // namespace haidang::people
