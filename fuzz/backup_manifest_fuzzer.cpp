// module: backup
// The manifest and the rows of a backup file: whatever stands there, the answer
// is a value or BadBackup.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "backup/bad_backup.h"
#include "backup/manifest.h"
#include "backup/row_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace haidang;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    const backup::Manifest manifest = backup::read_manifest(text);
    if (backup::manifest_text(backup::read_manifest(backup::manifest_text(manifest))) !=
        backup::manifest_text(manifest))
      __builtin_trap();
  } catch (const backup::BadBackup&) {
  }
  const store::Table table{
      "t", {{"id", store::CellType::integer}, {"name", store::CellType::text}}, {0}, true, {}};
  try {
    const auto cells = backup::read_row_line(table, text);
    if (backup::read_row_line(table, backup::row_line(table, cells)) != cells) __builtin_trap();
  } catch (const backup::BadBackup&) {
  }
  return 0;
}
