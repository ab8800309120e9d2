#include "backup/unpack_backup.h"

#include <fstream>
#include <functional>
#include <map>
#include <stdexcept>
#include <utility>

#include "backup/archive_reader.h"
#include "backup/bad_backup.h"
#include "base/digest.h"

namespace haidang::backup {

namespace {

constexpr std::size_t kConfigurationLimit = std::size_t{1} << 20;

// Reads the member at hand and proves it.
void read_proved(ArchiveReader& archive, const ArchiveMember& found, const FileMember& expected,
                 const std::function<void(std::string_view)>& take) {
  if (found.bytes != expected.bytes) throw BadBackup(found.name + " of the backup is not as long as it was");
  Sha256Stream digest;
  archive.read([&](std::string_view piece) {
    digest.append(piece);
    take(piece);
  });
  if (std::move(digest).hex() != expected.sha256) throw BadBackup(found.name + " of the backup is damaged");
}

Manifest read_proved_manifest(ArchiveReader& archive, std::int64_t newest_schema) {
  const auto first = archive.next();
  if (!first || first->name != kManifestName) throw BadBackup("this is no backup of Hải Đăng");
  const std::string text = archive.read_whole(kManifestLimit);
  const auto second = archive.next();
  if (!second || second->name != kManifestDigestName)
    throw BadBackup("the backup is damaged: the digest of its manifest is not there");
  if (!archive.read_whole(200).starts_with(sha256_hex(text)))
    throw BadBackup("the manifest of the backup is damaged");
  Manifest manifest = read_manifest(text);
  if (manifest.schema > newest_schema)
    throw BadBackup("the backup has schema version " + std::to_string(manifest.schema) +
                    ", this program knows only up to " + std::to_string(newest_schema) +
                    ": restore it with program version " + manifest.program + " or a newer one");
  return manifest;
}

class Unpacking {
 public:
  Unpacking(ArchiveReader& archive, const std::filesystem::path& folder, const files::BlobStore& blobs,
            Unpacked& unpacked)
      : archive_(archive), folder_(folder), blobs_(blobs), unpacked_(unpacked) {
    const Manifest& manifest = unpacked.manifest;
    if (manifest.configuration)
      expect(std::string(kConfigurationName), [this, &manifest](const ArchiveMember& found) {
        if (found.bytes > static_cast<std::int64_t>(kConfigurationLimit))
          throw BadBackup("haidang.toml of the backup is larger than it can be");
        unpacked_.configuration.emplace();
        read_proved(archive_, found, *manifest.configuration,
                    [this](std::string_view piece) { unpacked_.configuration->append(piece); });
      });
    for (const TableMember& table : manifest.tables)
      expect(table_member_name(table.name),
             [this, &table](const ArchiveMember& found) { take_table(found, table); });
    for (const auto& blob : manifest.blobs)
      expect(blob_member_name(blob.first), [this, &blob](const ArchiveMember& found) {
        take_blob(found, {blob.second, blob.first});
      });
  }

  void run(const StepProgress& progress) {
    const std::size_t total = expected_.size();
    while (const auto found = archive_.next()) {
      const auto taker = expected_.find(found->name);
      if (taker == expected_.end())
        throw BadBackup("the backup holds a file that its manifest does not name, or one twice");
      taker->second(*found);
      expected_.erase(taker);
      progress("files read", total - expected_.size(), total);
    }
    if (!expected_.empty())
      throw BadBackup("the backup is cut short: " + expected_.begin()->first + " is not in it");
  }

 private:
  using Taker = std::function<void(const ArchiveMember&)>;

  void expect(std::string name, Taker taker) {
    if (!expected_.emplace(std::move(name), std::move(taker)).second)
      throw BadBackup("the manifest of the backup names a file twice");
  }

  void take_table(const ArchiveMember& found, const TableMember& table) {
    std::ofstream out;
    out.exceptions(std::ios::failbit | std::ios::badbit);
    out.open(unpacked_table(folder_, table.name), std::ios::binary);
    read_proved(archive_, found, table.file, [&](std::string_view piece) {
      out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
    });
    out.close();
  }

  void take_blob(const ArchiveMember& found, const FileMember& expected) {
    files::IncomingBlob incoming = blobs_.receive();
    read_proved(archive_, found, expected, [&](std::string_view piece) { incoming.append(piece); });
    std::move(incoming).keep();
  }

  ArchiveReader& archive_;
  const std::filesystem::path& folder_;
  const files::BlobStore& blobs_;
  Unpacked& unpacked_;
  std::map<std::string, Taker, std::less<>> expected_;
};

}  // namespace

Unpacked unpack_backup(const std::filesystem::path& file, std::int64_t newest_schema,
                       const std::filesystem::path& folder, const files::BlobStore& blobs,
                       const StepProgress& progress) {
  ArchiveReader archive(file);
  Unpacked unpacked{read_proved_manifest(archive, newest_schema), {}};
  Unpacking(archive, folder, blobs, unpacked).run(progress);
  return unpacked;
}

std::filesystem::path unpacked_table(const std::filesystem::path& folder, const std::string& table) {
  return folder / (table + ".jsonl");
}

}  // namespace haidang::backup
