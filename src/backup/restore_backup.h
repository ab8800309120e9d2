#pragma once
// Brings a backup into an empty database and an empty blob folder. Every member
// is verified against the manifest before the first row is written, and all rows
// are one transaction: when this throws, the database is as empty as before.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "backup/installation_check.h"
#include "backup/manifest.h"
#include "backup/step_progress.h"
#include "files/blob_store.h"
#include "store/database.h"
#include "store/migration.h"

namespace haidang::backup {

struct RestoreTarget {
  store::Database& database;
  const files::BlobStore& blobs;
  std::filesystem::path spool;  // a folder for temporary files, all removed by its owner
};

struct Restored {
  Manifest manifest;
  std::optional<std::string> configuration;
  CheckReport check;  // faults the installation already had when it was backed up
};

// The database was not empty; nothing was touched.
class NotEmpty : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Makes the schema as it was (migrations up to the backup's), fills it, brings
// it forward, checks it. Throws BadBackup, NotEmpty, store::DatabaseError,
// std::system_error.
Restored restore_backup(const std::filesystem::path& file, const RestoreTarget& target,
                        const std::vector<store::Migration>& migrations, Instant now,
                        const StepProgress& progress);

}  // namespace haidang::backup
