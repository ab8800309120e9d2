#include "app/commands.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <system_error>

#include "app/check_report.h"
#include "app/installation.h"
#include "app/portable_configuration.h"
#include "app/restore_folder.h"
#include "app/step_bars.h"
#include "backup/bad_backup.h"
#include "backup/restore_backup.h"
#include "backup/write_backup.h"
#include "resources/resources.h"
#include "store/migration.h"

namespace haidang::app {

namespace {

std::vector<store::Migration> migrations() {
  return store::migrations_from(resources::list("sql/"));
}

// The installation without a change to it: an older schema is left as it is, and
// no database is made, as opening a SQLite file that is not there would.
Installation open_as_it_is(const InstallationOptions& options) {
  DataFolder folder = DataFolder::open(options.data);
  if (options.configuration.database.empty() && !std::filesystem::exists(folder.path() / "haidang.db"))
    throw CommandFailure(ExitCode::data, "there is no database in " + folder.path().string());
  auto database = std::make_unique<store::Database>(folder.database_url(options.configuration), 1);
  const std::int64_t found = store::schema_version(*database);
  const auto known = static_cast<std::int64_t>(migrations().size());
  if (found > known) throw store::NewerDatabase(found, known);
  if (found == 0) throw CommandFailure(ExitCode::data, "the database holds no installation");
  return {std::move(folder), std::move(database)};
}

void require_newest_schema(store::Database& database) {
  const std::int64_t found = store::schema_version(database);
  if (found == static_cast<std::int64_t>(migrations().size())) return;
  throw CommandFailure(ExitCode::data,
                       "the database has the older schema version " + std::to_string(found) +
                           ": start the server once, which brings it forward, and check then");
}

std::optional<std::string> configuration_for_backup(const DataFolder& folder) {
  std::ifstream file(folder.configuration_file(), std::ios::binary);
  if (!file) return std::nullopt;
  std::ostringstream bytes;
  bytes << file.rdbuf();
  std::string text = portable_configuration(bytes.str());
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

backup::BackupSummary write_or_fail(const BackupOptions& options, const backup::BackupSource& source,
                                    const backup::StepProgress& progress) {
  const auto if_exists = options.force ? backup::IfExists::replace : backup::IfExists::refuse;
  try {
    return backup::write_backup(options.file, if_exists, source, SystemClock().now(), progress);
  } catch (const std::system_error& error) {
    if (error.code() == std::errc::file_exists)
      throw CommandFailure(ExitCode::data, options.file.string() + " already exists; --force replaces it");
    if (error.code() == std::errc::resource_unavailable_try_again)
      throw CommandFailure(ExitCode::data, "another backup is writing " + options.file.string());
    throw CommandFailure(ExitCode::data, std::string("no backup was made: ") + error.what());
  } catch (const std::runtime_error& error) {
    if (dynamic_cast<const store::DatabaseError*>(&error) != nullptr) throw;
    throw CommandFailure(ExitCode::data, std::string("no backup was made: ") + error.what());
  }
}

std::int64_t rows_of(const backup::Manifest& manifest) {
  std::int64_t rows = 0;
  for (const backup::TableMember& table : manifest.tables) rows += table.rows;
  return rows;
}

void print_contents(const backup::Manifest& manifest) {
  for (const std::string& site : manifest.sites) std::cout << "  " << site << "\n";
  std::cout << "  " << rows_of(manifest) << " rows, " << manifest.blobs.size() << " files, schema version "
            << manifest.schema << ", " << format_rfc3339(manifest.made_at) << "\n";
}

backup::Restored restore_or_fail(const std::filesystem::path& file, const backup::RestoreTarget& target,
                                 const backup::StepProgress& progress) {
  try {
    return backup::restore_backup(file, target, migrations(), SystemClock().now(), progress);
  } catch (const backup::BadBackup& error) {
    throw CommandFailure(ExitCode::data, file.string() + ": " + error.what() + "; nothing was restored");
  } catch (const backup::NotEmpty& error) {
    throw CommandFailure(ExitCode::data, error.what());
  } catch (const std::system_error& error) {
    throw CommandFailure(ExitCode::data, std::string("nothing was restored: ") + error.what());
  }
}

backup::CheckReport look_through(store::Database& database, const files::BlobStore& blobs,
                                 const backup::StepProgress& progress) {
  backup::CheckReport report;
  try {
    database.read(
        [&](store::Session& session) { report = backup::check_installation(session, blobs, progress); });
  } catch (const store::DatabaseError& error) {
    // SQLite does not even end a transaction in which it met damage; the report says so already.
    if (error.category() != store::DatabaseError::Category::corrupt || report.faults.empty()) throw;
  }
  return report;
}

}  // namespace

ExitCode backup_command(const InstallationOptions& installation, const BackupOptions& options) {
  const Installation source = open_as_it_is(installation);
  const files::BlobStore blobs(source.folder.blobs());
  backup::BackupSummary summary;
  {
    StepBars bars;
    summary = write_or_fail(
        options, {*source.database, blobs, configuration_for_backup(source.folder), HAIDANG_VERSION},
        [&](auto... step) { bars.update(step...); });
  }
  std::cout << "Backup written to " << options.file.string() << ", " << summary.bytes << " bytes\n";
  print_contents(summary.manifest);
  std::cout << "  The address of the database is not in it. Password hashes are: keep it safe." << std::endl;
  for (const std::string& digest : summary.missing_blobs)
    std::cerr << "haidang: not in the backup, since it is not there or damaged: "
              << backup::blob_member_name(digest) << "\n";
  return summary.missing_blobs.empty() ? ExitCode::success : ExitCode::faults_found;
}

ExitCode restore_command(const InstallationOptions& installation, const RestoreOptions& options) {
  RestoreFolder folder(installation.data);
  const files::BlobStore blobs(folder.blobs());
  backup::Restored restored;
  bool configured = true;
  {
    store::Database database(folder.database_url(installation.configuration), 1);
    StepBars bars;
    restored = restore_or_fail(options.file, {database, blobs, folder.spool()},
                               [&](auto... step) { bars.update(step...); });
    std::string configuration = portable_configuration(restored.configuration.value_or(""));
    if (const std::string& url = installation.configuration.database; !url.empty())
      configuration.insert(0, database_line(url));
    if (!configuration.empty()) configured = folder.write_configuration(configuration);
  }
  folder.publish();
  std::cout << "Restored to " << installation.data.string() << "\n";
  print_contents(restored.manifest);
  if (!configured)
    std::cout << "  The haidang.toml that was there is kept; that of the backup is not used.\n";
  std::cout << check_report_text(restored.check) << std::flush;
  return restored.check.faults.empty() ? ExitCode::success : ExitCode::faults_found;
}

ExitCode check_command(const InstallationOptions& options, const CheckOptions& check) {
  const Installation installation = open_as_it_is(options);
  require_newest_schema(*installation.database);
  const files::BlobStore blobs(installation.folder.blobs());
  StepBars bars(check.form == OutputForm::json ? ProgressStyle::silent : ProgressStyle::automatic);
  const backup::CheckReport report =
      look_through(*installation.database, blobs, [&](auto... step) { bars.update(step...); });
  if (check.form == OutputForm::json)
    std::cout << json::serialize(check_report_json(report)) << std::endl;
  else
    std::cout << check_report_text(report) << std::flush;
  return report.faults.empty() ? ExitCode::success : ExitCode::faults_found;
}

}  // namespace haidang::app
