#include <filesystem>
#include <fstream>
#include <iostream>

#include "app/commands.h"
#include "app/installation.h"
#include "app/media_shelf.h"
#include "app/progress.h"
#include "base/json.h"
#include "content/public_store.h"
#include "content/site_json.h"
#include "editing/site_verbs.h"
#include "exchange/package.h"
#include "people/account_store.h"
#include "people/password.h"
#include "resources/resources.h"

namespace haidang::app {

namespace {

struct PrintedAccount {
  std::string email;
  std::string role;
  std::string password;
};

// Fictional persons of the demo province, one for each part of the work.
constexpr struct {
  const char* email;
  const char* name;
  const char* role;
} kDemoAccounts[] = {
    {"quantri@binhhai.example", "Quản trị hệ thống", "administrator"},
    {"phongvien@binhhai.example", "Phóng viên", "reporter"},
    {"bientap@binhhai.example", "Biên tập viên", "editor"},
    {"duyet@binhhai.example", "Người duyệt", "approver"},
    {"dich@binhhai.example", "Biên dịch viên", "translator"},
    {"thuky@binhhai.example", "Thư ký Ban Chỉ đạo", "secretary"},
};

template <class T>
T value_or_fail(const lang::Catalogues& catalogues, Result<T> result) {
  if (result.has_error()) throw CommandFailure(ExitCode::usage, sentence_of(catalogues, result.error()));
  return std::move(*result);
}

PrintedAccount add_account(store::Session& session, const lang::Catalogues& catalogues,
                           const std::string& email, const std::string& name, const std::string& role,
                           Instant now) {
  const std::string password = people::random_password();
  value_or_fail(catalogues, people::insert_account(
                                session, {email, name, people::hash_password(password), role, {}}, now));
  return {email, role, password};
}

void load_demo(store::Session& session, const lang::Catalogues& catalogues, const MediaShelf& shelf,
               Instant now) {
  exchange::PackageFiles files;
  constexpr std::string_view kRoot = "demo/";
  for (const auto& [path, bytes] : resources::list(kRoot))
    files.emplace_back(path.substr(kRoot.size()), bytes);
  std::unique_ptr<Progress> progress;
  const people::Actor actor = people::command_line_actor();
  exchange::PackageOptions options;
  options.add_media = [&](store::Session& inner, std::string_view name, std::string_view bytes) {
    return shelf.add(inner, actor, now, name, bytes);
  };
  options.progress = [&](std::size_t done, std::size_t total) {
    if (!progress) progress = std::make_unique<Progress>("demo items", total);
    progress->update(done);
  };
  value_or_fail(catalogues,
                exchange::load_package(session, actor, now, content::random_ids(), files, options));
}

void make_site(store::Session& session, const lang::Catalogues& catalogues, const InitOptions& options,
               Instant now) {
  auto sites =
      value_or_fail(catalogues, content::sites_from_json(resources::find("setup/site.json").value()));
  content::Site& site = sites.front();
  if (!options.hosts.empty()) site.hosts = options.hosts;
  if (!options.site_name.empty()) site.texts["vi"].name = options.site_name;
  editing::create_site(session, people::command_line_actor(), now, std::move(site));
}

void require_empty(store::Session& session) {
  if (!content::load_sites(session).all().empty())
    throw CommandFailure(ExitCode::data, "the database already holds an installation; nothing was changed");
}

// A database elsewhere is remembered, so that later commands need only --data.
void remember_database(const DataFolder& folder, const Configuration& configuration) {
  if (configuration.database.empty() || std::filesystem::exists(folder.configuration_file())) return;
  std::ofstream file(folder.configuration_file());
  // A JSON string is a TOML basic string.
  file << "database = " << json::serialize(json::string(configuration.database)) << "\n";
  file.close();
  std::filesystem::permissions(folder.configuration_file(),
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

// A folder that was made for an installation that could not be finished goes away again.
class Unfinished {
 public:
  explicit Unfinished(std::filesystem::path folder) : folder_(std::move(folder)) {}
  ~Unfinished() {
    if (finished_) return;
    std::error_code ignored;
    for (const char* part : {"blobs", "haidang.db", "haidang.db-wal", "haidang.db-shm"})
      std::filesystem::remove_all(folder_ / part, ignored);
  }
  void finish() { finished_ = true; }

 private:
  std::filesystem::path folder_;
  bool finished_ = false;
};

}  // namespace

ExitCode init_command(const InstallationOptions& installation_options, const InitOptions& options) {
  if (!options.demo && (options.email.empty() || options.name.empty()))
    throw CommandFailure(ExitCode::usage, "init needs --email and --name of the administrator, or --demo");
  const lang::Catalogues catalogues = load_catalogues();
  DataFolder folder = DataFolder::create(installation_options.data);
  Unfinished unfinished(folder.path());
  const Installation installation = open_created(std::move(folder), installation_options.configuration);
  const MediaShelf shelf(installation.folder.blobs());
  const Instant now = SystemClock().now();

  std::vector<PrintedAccount> accounts;
  installation.database->write([&](store::Session& session) {
    require_empty(session);
    if (options.demo) {
      load_demo(session, catalogues, shelf, now);
      for (const auto& [email, name, role] : kDemoAccounts)
        accounts.push_back(add_account(session, catalogues, email, name, role, now));
    } else {
      make_site(session, catalogues, options, now);
      accounts.push_back(add_account(session, catalogues, options.email, options.name, "administrator", now));
    }
  });
  remember_database(installation.folder, installation_options.configuration);
  unfinished.finish();

  std::cout << "Installation made in " << installation.folder.path().string() << "\n\n"
            << "Accounts (each password is shown only now):\n";
  for (const PrintedAccount& account : accounts)
    std::cout << "  " << account.email << "  " << account.role << "  password: " << account.password << "\n";
  std::cout << std::endl;
  return ExitCode::success;
}

}  // namespace haidang::app
