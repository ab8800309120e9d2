#pragma once
// One function per command. Each returns its exit code or throws CommandFailure.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/configuration.h"
#include "app/exit_code.h"

namespace haidang::app {

enum class OutputForm { text, json };

// Options every command on an installation has.
struct InstallationOptions {
  std::filesystem::path data;
  Configuration configuration;  // file, environment and flags already merged
};

ExitCode serve_command(const InstallationOptions& options);

struct InitOptions {
  bool demo = false;
  std::string site_name;  // Vietnamese name; "" keeps the one of setup/site.json
  std::vector<std::string> hosts;
  std::string email;
  std::string name;
};
ExitCode init_command(const InstallationOptions& installation, const InitOptions& options);

struct ImportOptions {
  std::vector<std::filesystem::path> paths;
  std::string site;     // key; "" is the first
  std::string section;  // key or slug; "" goes by what the page says
  std::string locale = "vi";
  std::string state = "draft";
  bool dry_run = false;
  bool explain = false;
  OutputForm form = OutputForm::text;
};
ExitCode import_command(const InstallationOptions& installation, const ImportOptions& options);

struct UserOptions {
  std::string email;
  std::string name;
  std::string role;
  std::string agency;
  OutputForm form = OutputForm::text;
};
ExitCode user_add_command(const InstallationOptions& installation, const UserOptions& options);

struct TokenOptions {
  std::string email;
  std::string scope = "*";
  OutputForm form = OutputForm::text;
};
ExitCode token_create_command(const InstallationOptions& installation, const TokenOptions& options);

struct BackupOptions {
  std::filesystem::path file;
  bool force = false;
};
ExitCode backup_command(const InstallationOptions& installation, const BackupOptions& options);

struct RestoreOptions {
  std::filesystem::path file;
};
ExitCode restore_command(const InstallationOptions& installation, const RestoreOptions& options);

struct CheckOptions {
  OutputForm form = OutputForm::text;
};
ExitCode check_command(const InstallationOptions& installation, const CheckOptions& options);

}  // namespace haidang::app
