#include <iostream>
#include <iterator>

#include "app/commands.h"
#include "app/installation.h"
#include "base/json.h"
#include "base/text.h"
#include "log/audit_store.h"
#include "people/account_store.h"
#include "people/password.h"

namespace haidang::app {

namespace {

constexpr std::size_t kShortestPassword = 12;

std::string read_password() {
  std::string line;
  std::getline(std::cin, line);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

void audit(store::Session& session, Instant now, std::string_view verb, const std::string& email) {
  const people::Actor actor = people::command_line_actor();
  log::append_audit(session, {now,
                              actor.stored_account(),
                              actor.name,
                              std::string(verb),
                              {},
                              {},
                              {},
                              {},
                              json::serialize(json::object{{"email", email}})});
}

}  // namespace

ExitCode user_add_command(const InstallationOptions& installation_options, const UserOptions& options) {
  const lang::Catalogues catalogues = load_catalogues();
  const Installation installation = open_installation(installation_options);
  const std::string given = read_password();
  if (!given.empty() && count_code_points(given) < kShortestPassword)
    throw CommandFailure(ExitCode::usage, "the password is too short: at least 12 characters");
  const std::string password = given.empty() ? people::random_password() : given;
  const Instant now = SystemClock().now();

  const auto added = installation.database->write([&](store::Session& session) {
    auto account = people::insert_account(
        session, {options.email, options.name, people::hash_password(password), options.role, options.agency},
        now);
    if (account.has_value()) audit(session, now, "account.add", options.email);
    return account;
  });
  if (added.has_error()) throw CommandFailure(ExitCode::usage, sentence_of(catalogues, added.error()));

  if (options.form == OutputForm::json) {
    json::object printed{{"id", added->value}, {"email", options.email}, {"role", options.role}};
    if (given.empty()) printed["password"] = password;
    std::cout << json::serialize(printed) << std::endl;
  } else {
    std::cout << "Account " << options.email << " added as " << options.role << std::endl;
    if (given.empty()) std::cout << "Password (shown only now): " << password << std::endl;
  }
  return ExitCode::success;
}

ExitCode token_create_command(const InstallationOptions& installation_options, const TokenOptions& options) {
  const Installation installation = open_installation(installation_options);
  const std::string secret = people::random_token();
  const Instant now = SystemClock().now();
  const bool made = installation.database->write([&](store::Session& session) {
    const auto account = people::find_account(session, options.email);
    if (!account) return false;
    people::insert_token(session, {account->id, secret, options.scope, std::nullopt}, now);
    audit(session, now, "token.create", options.email);
    return true;
  });
  if (!made) throw CommandFailure(ExitCode::usage, "there is no account " + options.email);
  if (options.form == OutputForm::json)
    std::cout << json::serialize(json::object{{"token", secret}}) << std::endl;
  else
    std::cout << "Token (shown only now): " << secret << std::endl;
  return ExitCode::success;
}

}  // namespace haidang::app
