#include "people/account_store.h"

#include "base/digest.h"
#include "base/text.h"
#include "people/role.h"

namespace haidang::people {

namespace {

constexpr std::string_view kSelectAccount =
    "SELECT id, email, name, password_hash FROM account WHERE email = :email AND disabled_at IS NULL";
constexpr std::string_view kSelectRoles =
    "SELECT role FROM role_grant WHERE account_id = :account ORDER BY role";
constexpr std::string_view kInsertAccount =
    "INSERT INTO account (email, name, agency_id, password_hash, created_at) "
    "VALUES (:email, :name, (SELECT id FROM agency WHERE key = :agency), :password_hash, :created_at) "
    "RETURNING id";
constexpr std::string_view kInsertAgency =
    "INSERT INTO agency (key, name) VALUES (:key, :name) ON CONFLICT (key) DO NOTHING";
constexpr std::string_view kInsertRole =
    "INSERT INTO role_grant (account_id, role, granted_at) VALUES (:account, :role, :at)";
constexpr std::string_view kInsertToken =
    "INSERT INTO api_token (account_id, token_hash, scope, created_at, expires_at) "
    "VALUES (:account, :hash, :scope, :created_at, :expires_at)";

// Enough to catch slips of the hand; only a delivered mail proves an address.
bool is_plausible_email(std::string_view email) {
  const auto at = email.find('@');
  return at != std::string_view::npos && at > 0 && email.find('@', at + 1) == std::string_view::npos &&
         email.find('.', at) != std::string_view::npos && email.back() != '.' && email.size() <= 254 &&
         email.find_first_of(" \t\r\n,;<>\"") == std::string_view::npos;
}

}  // namespace

Result<AccountId> insert_account(store::Session& session, const NewAccount& account, Instant now) {
  const std::string email = to_ascii_lower(trim(account.email));
  if (!is_plausible_email(email)) return invalid("account.email_invalid", "email", {{"email", email}});
  if (trim(account.name).empty() || !is_storable_text(account.name))
    return invalid("account.name_missing", "name");
  if (!is_known_role(account.role)) return invalid("account.role_unknown", "role", {{"role", account.role}});
  if (find_account(session, email)) return invalid("account.email_taken", "email", {{"email", email}});
  if (!account.agency.empty()) session.execute(kInsertAgency, account.agency, account.agency);
  const auto row = session.select_one<std::int64_t>(kInsertAccount, email, trim(account.name), account.agency,
                                                    account.password_hash, to_microseconds(now));
  const AccountId id{std::get<0>(*row)};
  session.execute(kInsertRole, id.value, account.role, to_microseconds(now));
  return id;
}

std::optional<Account> find_account(store::Session& session, std::string_view email) {
  auto row = session.select_one<std::int64_t, std::string, std::string, std::string>(
      kSelectAccount, to_ascii_lower(trim(email)));
  if (!row) return std::nullopt;
  auto& [id, stored_email, name, hash] = *row;
  Account account{AccountId{id}, std::move(stored_email), std::move(name), std::move(hash), {}};
  for (auto& [role] : session.select<std::string>(kSelectRoles, id)) account.roles.push_back(std::move(role));
  return account;
}

void insert_token(store::Session& session, const NewToken& token, Instant now) {
  const auto expires = token.expires_at ? std::optional(to_microseconds(*token.expires_at)) : std::nullopt;
  session.execute(kInsertToken, token.account.value, sha256_hex(token.secret), token.scope,
                  to_microseconds(now), expires);
}

}  // namespace haidang::people
