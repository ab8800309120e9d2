#pragma once
// The first member of a backup file: what is in it, of which version, and the
// digest and size of everything. The members of a file:
//   manifest.json         this
//   manifest.sha256       its digest, as sha256sum writes it
//   haidang.toml          the configuration without the database's address (optional)
//   tables/NAME.jsonl     one row a line: an array of the columns' values
//   blobs/aa/bb/SHA256    pictures and files
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"

namespace haidang::backup {

inline constexpr std::int64_t kFormat = 1;
inline constexpr std::string_view kManifestName = "manifest.json";
inline constexpr std::string_view kManifestDigestName = "manifest.sha256";
inline constexpr std::string_view kConfigurationName = "haidang.toml";
inline constexpr std::size_t kManifestLimit = std::size_t{256} << 20;  // some three million blobs

struct FileMember {
  std::int64_t bytes = 0;
  std::string sha256;
};

struct TableMember {
  std::string name;
  std::vector<std::string> columns;
  std::int64_t last_number = 0;  // store::last_number
  std::int64_t rows = 0;
  FileMember file;
};

struct Manifest {
  std::string program;      // version that wrote it
  std::int64_t schema = 0;  // version of the database's schema
  Instant made_at{};
  std::vector<std::string> sites;  // "portal: Cổng thông tin …", for people
  std::vector<TableMember> tables;
  std::optional<FileMember> configuration;
  std::map<std::string, std::int64_t, std::less<>> blobs;  // bytes by digest
};

std::string table_member_name(std::string_view table);
std::string blob_member_name(std::string_view digest);

std::string manifest_text(const Manifest& manifest);
// Throws BadBackup: no manifest, of a newer format, or with a name or digest
// that is none.
Manifest read_manifest(std::string_view text);

}  // namespace haidang::backup
