#pragma once
// Takes a backup file apart and proves it: every member of the manifest is there
// once, whole, with its digest, and nothing else is.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "backup/manifest.h"
#include "backup/step_progress.h"
#include "files/blob_store.h"

namespace haidang::backup {

struct Unpacked {
  Manifest manifest;
  std::optional<std::string> configuration;
};

// Tables become FOLDER/NAME.jsonl, blobs go to the store; no name from the file
// is used as a path. `newest_schema`: what this program knows. Throws BadBackup.
Unpacked unpack_backup(const std::filesystem::path& file, std::int64_t newest_schema,
                       const std::filesystem::path& folder, const files::BlobStore& blobs,
                       const StepProgress& progress);

// Where a table's rows are then.
std::filesystem::path unpacked_table(const std::filesystem::path& folder, const std::string& table);

}  // namespace haidang::backup
