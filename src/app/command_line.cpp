#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>

#include "app/commands.h"
#include "app/data_folder.h"
#include "store/database.h"
#include "store/migration.h"

namespace haidang::app {

namespace {

constexpr const char* kExitCodes =
    "Exit codes: 0 done, 1 done but faults were found, 2 wrong usage, 3 wrong configuration,\n"
    "4 data folder or database cannot be used, 5 cannot listen, 70 internal error.";

// Everything the parser fills; lives as long as the parsing and the command.
struct Arguments {
  std::filesystem::path data;
  std::map<std::string, std::string, std::less<>> settings;  // by key, as given by flag or environment
  InitOptions init;
  ImportOptions import;
  UserOptions user;
  TokenOptions token;
  BackupOptions backup;
  RestoreOptions restore;
  CheckOptions check;
  std::function<ExitCode()> command;

  // File, then environment and flags over it. `init` has no file yet.
  InstallationOptions installation() const {
    InstallationOptions options{data, {}};
    read_configuration(data / "haidang.toml", options.configuration);
    for (const Setting& setting : settings_given()) {
      const std::string& text = settings.find(setting.key)->second;
      if (const auto expected = setting.apply(options.configuration, text))
        throw CommandFailure(ExitCode::configuration, "bad value \"" + text + "\" for " + setting.flag() +
                                                          " (" + setting.environment() + "): expected " +
                                                          *expected);
    }
    return options;
  }

 private:
  std::vector<Setting> settings_given() const {
    std::vector<Setting> given;
    for (const Setting& setting : app::settings())
      if (settings.contains(setting.key)) given.push_back(setting);
    return given;
  }
};

void add_setting(CLI::App& command, const Setting& setting, Arguments& arguments) {
  const std::string key(setting.key);
  command
      .add_option_function<std::string>(
          setting.flag(), [&arguments, key](const std::string& text) { arguments.settings[key] = text; },
          std::string(setting.help))
      ->type_name(std::string(setting.placeholder))
      ->envname(setting.environment());
}

CLI::App& add_command(CLI::App& parent, const char* name, const char* description, Arguments& arguments,
                      std::function<ExitCode()> run) {
  CLI::App& command = *parent.add_subcommand(name, description);
  command.add_option("--data", arguments.data, "Data folder of the installation")
      ->required()
      ->type_name("DIR")
      ->envname("HAIDANG_DATA");
  command.callback([&arguments, run = std::move(run)] { arguments.command = run; });
  command.footer(kExitCodes);
  return command;
}

void add_database(CLI::App& command, Arguments& arguments) {
  for (const Setting& setting : settings())
    if (setting.key == "database") add_setting(command, setting, arguments);
}

void add_json(CLI::App& command, OutputForm& form) {
  command.add_flag_callback(
      "--json", [&form] { form = OutputForm::json; }, "Print JSON for programs");
}

void add_serve(CLI::App& app, Arguments& arguments) {
  CLI::App& command = add_command(app, "serve", "Serve the portal", arguments,
                                  [&] { return serve_command(arguments.installation()); });
  for (const Setting& setting : settings()) add_setting(command, setting, arguments);
}

void add_init(CLI::App& app, Arguments& arguments) {
  CLI::App& command =
      add_command(app, "init", "Make a new installation with one site and one administrator", arguments,
                  [&] { return init_command(arguments.installation(), arguments.init); });
  add_database(command, arguments);
  command.add_flag("--demo", arguments.init.demo, "Fill it with the demo province and its accounts");
  command.add_option("--site-name", arguments.init.site_name, "Vietnamese name of the site");
  command.add_option("--host", arguments.init.hosts, "Host names of the site, the canonical one first")
      ->type_name("HOST");
  command.add_option("--email", arguments.init.email, "E-mail address of the administrator");
  command.add_option("--name", arguments.init.name, "Name of the administrator");
}

void add_import(CLI::App& app, Arguments& arguments) {
  ImportOptions& options = arguments.import;
  CLI::App& command = add_command(app, "import", "Bring in pages of other systems", arguments,
                                  [&] { return import_command(arguments.installation(), options); });
  add_database(command, arguments);
  command.add_option("PATH", options.paths, "Text, HTML, RSS, Atom or WXR files, or folders of them")
      ->required();
  command.add_option("--locale", options.locale, "Language when a page does not tell")
      ->capture_default_str()
      ->check(CLI::IsMember({"vi", "en", "zh"}));
  command.add_option("--site", options.site, "Key of the site; default is the first");
  command.add_option("--section", options.section,
                     "Section by key or slug; default goes by what each page says");
  command.add_option("--state", options.state, "published or draft")
      ->capture_default_str()
      ->check(CLI::IsMember({"published", "draft"}));
  command.add_flag("--dry-run", options.dry_run, "Recognise only, change nothing");
  command.add_flag("--explain", options.explain, "Say where each field was found");
  add_json(command, options.form);
}

void add_user(CLI::App& app, Arguments& arguments) {
  CLI::App& user = *app.add_subcommand("user", "Accounts");
  user.require_subcommand(1);
  UserOptions& options = arguments.user;
  CLI::App& command = add_command(
      user, "add", "Add an account; the password is read from standard input (one is made if that is empty)",
      arguments, [&] { return user_add_command(arguments.installation(), options); });
  add_database(command, arguments);
  command.add_option("--email", options.email, "E-mail address, also the sign-in name")->required();
  command.add_option("--name", options.name, "Name of the person")->required();
  command
      .add_option("--role", options.role,
                  "reporter, editor, approver, translator, reviser, moderator, secretary, member, oversight "
                  "or administrator")
      ->required();
  command.add_option("--agency", options.agency, "Key of the agency");
  add_json(command, options.form);
}

void add_token(CLI::App& app, Arguments& arguments) {
  CLI::App& token = *app.add_subcommand("token", "API tokens");
  token.require_subcommand(1);
  TokenOptions& options = arguments.token;
  CLI::App& command =
      add_command(token, "create", "Make a token for an account; it is printed once", arguments,
                  [&] { return token_create_command(arguments.installation(), options); });
  add_database(command, arguments);
  command.add_option("--email", options.email, "E-mail address of the account")->required();
  command.add_option("--scope", options.scope, "What the token may do")->capture_default_str();
  add_json(command, options.form);
}

void add_backup(CLI::App& app, Arguments& arguments) {
  CLI::App& command =
      add_command(app, "backup", "Write all of an installation into one file, while it serves", arguments,
                  [&] { return backup_command(arguments.installation(), arguments.backup); });
  add_database(command, arguments);
  command.add_option("FILE", arguments.backup.file, "The file to write, e.g. haidang.tar.zst")->required();
  command.add_flag("--force", arguments.backup.force, "Replace the file if it exists");
}

void add_restore(CLI::App& app, Arguments& arguments) {
  CLI::App& command = add_command(
      app, "restore", "Make an installation from a backup, in a new data folder; verifies everything",
      arguments, [&] { return restore_command(arguments.installation(), arguments.restore); });
  add_database(command, arguments);
  command.add_option("FILE", arguments.restore.file, "A file that backup has written")->required();
}

void add_check(CLI::App& app, Arguments& arguments) {
  CLI::App& command =
      add_command(app, "check", "Look for damage in an installation; changes nothing", arguments,
                  [&] { return check_command(arguments.installation(), arguments.check); });
  add_database(command, arguments);
  add_json(command, arguments.check.form);
}

int fail(ExitCode code, const std::string& sentence) {
  std::cerr << "haidang: " << sentence << std::endl;
  return static_cast<int>(code);
}

int run_command(const Arguments& arguments) {
  using Category = store::DatabaseError::Category;
  try {
    return static_cast<int>(arguments.command());
  } catch (const CommandFailure& failure) {
    return fail(failure.code(), failure.what());
  } catch (const store::NewerDatabase& failure) {
    return fail(ExitCode::data, failure.what());
  } catch (const store::DatabaseError& failure) {
    if (failure.category() == Category::full)
      return fail(ExitCode::data, "the disk is full; what was not acknowledged was undone");
    return fail(failure.category() == Category::other ? ExitCode::internal : ExitCode::data, failure.what());
  } catch (const std::filesystem::filesystem_error& failure) {
    return fail(ExitCode::data, failure.what());
  } catch (const std::exception& failure) {
    return fail(ExitCode::internal, std::string("internal error: ") + failure.what());
  }
}

}  // namespace

int run_command_line(int count, char** arguments_given) {
  CLI::App app{"Hải Đăng: the external-information system of a province", "haidang"};
  app.set_version_flag("--version", "haidang " HAIDANG_VERSION);
  app.require_subcommand(1);
  app.footer(kExitCodes);
  Arguments arguments;
  add_serve(app, arguments);
  add_init(app, arguments);
  add_import(app, arguments);
  add_user(app, arguments);
  add_token(app, arguments);
  add_backup(app, arguments);
  add_restore(app, arguments);
  add_check(app, arguments);
  try {
    app.parse(count, arguments_given);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? 0 : static_cast<int>(ExitCode::usage);
  }
  return run_command(arguments);
}

}  // namespace haidang::app
