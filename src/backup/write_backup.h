#pragma once
// Writes a backup of a whole installation while it serves. Rows come from one
// snapshot; the blobs that this snapshot names are copied afterwards, for a blob
// never changes and is there before the row that names it.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "backup/manifest.h"
#include "backup/part_file.h"
#include "backup/step_progress.h"
#include "files/blob_store.h"
#include "store/database.h"

namespace haidang::backup {

struct BackupSource {
  store::Database& database;  // of any schema version; nothing is written to it
  const files::BlobStore& blobs;
  std::optional<std::string> configuration;  // haidang.toml without secrets
  std::string program;                       // version
};

struct BackupSummary {
  Manifest manifest;
  std::int64_t bytes = 0;                  // of the file
  std::vector<std::string> missing_blobs;  // not there or damaged, so not in the file
};

// Throws std::system_error (disk, or PartFile's), store::DatabaseError. `file`
// exists afterwards only if all of it was written.
BackupSummary write_backup(const std::filesystem::path& file, IfExists if_exists, const BackupSource& source,
                           Instant now, const StepProgress& progress);

}  // namespace haidang::backup
