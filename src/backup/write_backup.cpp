#include "backup/write_backup.h"

#include <utility>

#include "backup/archive_writer.h"
#include "backup/backup_store.h"
#include "backup/row_text.h"
#include "backup/spool_file.h"
#include "base/digest.h"
#include "files/mapped_file.h"
#include "store/migration.h"
#include "store/tables.h"

namespace haidang::backup {

namespace {

// What one snapshot of the database says.
struct Snapshot {
  Manifest manifest;
  std::vector<std::string> blobs;
};

TableMember spool_table(store::Session& session, const store::Table& table, SpoolFile& spool) {
  TableMember member{table.name, {}, store::last_number(session, table), 0, {}};
  for (const store::TableColumn& column : table.columns) member.columns.push_back(column.name);
  const std::int64_t start = spool.size();
  Sha256Stream digest;
  store::for_each_row(session, table, [&](std::span<store::Cell> cells) {
    const std::string line = row_line(table, cells);
    digest.append(line);
    spool.append(line);
    ++member.rows;
  });
  member.file = {spool.size() - start, std::move(digest).hex()};
  return member;
}

Snapshot take_snapshot(store::Session& session, SpoolFile& spool, const StepProgress& progress) {
  Snapshot snapshot;
  snapshot.manifest.schema = store::schema_version(session);
  snapshot.manifest.sites = list_site_names(session);
  snapshot.blobs = list_blobs(session);
  const std::vector<store::Table> tables = store::list_tables(session);
  for (const store::Table& table : tables) {
    progress("tables", snapshot.manifest.tables.size(), tables.size());
    snapshot.manifest.tables.push_back(spool_table(session, table, spool));
  }
  progress("tables", tables.size(), tables.size());
  return snapshot;
}

// Only sound blobs go into a backup; the others are named.
std::vector<std::string> choose_blobs(const files::BlobStore& store, const std::vector<std::string>& wanted,
                                      Manifest& manifest, const StepProgress& progress) {
  std::vector<std::string> missing;
  std::size_t done = 0;
  for (const std::string& digest : wanted) {
    if (store.verify(digest))
      manifest.blobs[digest] = store.size(digest).value();
    else
      missing.push_back(digest);
    progress("files verified", ++done, wanted.size());
  }
  return missing;
}

void write_member(ArchiveWriter& archive, const std::string& name, std::string_view bytes) {
  archive.begin(name, static_cast<std::int64_t>(bytes.size()));
  archive.append(bytes);
}

void write_blobs(ArchiveWriter& archive, const files::BlobStore& store, const Manifest& manifest,
                 const StepProgress& progress) {
  std::size_t done = 0;
  for (const auto& [digest, bytes] : manifest.blobs) {
    const auto path = store.find(digest);
    if (!path) throw std::runtime_error("the file " + digest + " went away while the backup was made");
    const files::MappedFile file(*path);
    if (static_cast<std::int64_t>(file.bytes().size()) != bytes || sha256_hex(file.bytes()) != digest)
      throw std::runtime_error("the file " + digest + " changed while the backup was made");
    write_member(archive, blob_member_name(digest), file.bytes());
    progress("files written", ++done, manifest.blobs.size());
  }
}

}  // namespace

BackupSummary write_backup(const std::filesystem::path& file, IfExists if_exists, const BackupSource& source,
                           Instant now, const StepProgress& progress) {
  PartFile part(file, if_exists);
  SpoolFile spool(file);
  BackupSummary summary;
  {
    Snapshot snapshot = source.database.read(
        [&](store::Session& session) { return take_snapshot(session, spool, progress); });
    summary.manifest = std::move(snapshot.manifest);
    summary.missing_blobs = choose_blobs(source.blobs, snapshot.blobs, summary.manifest, progress);
  }
  Manifest& manifest = summary.manifest;
  manifest.program = source.program;
  manifest.made_at = now;
  if (source.configuration)
    manifest.configuration = FileMember{static_cast<std::int64_t>(source.configuration->size()),
                                        sha256_hex(*source.configuration)};

  ArchiveWriter archive(part.descriptor(), now);
  const std::string text = manifest_text(manifest);
  if (text.size() > kManifestLimit) throw std::runtime_error("more files than one backup can hold");
  write_member(archive, std::string(kManifestName), text);
  write_member(archive, std::string(kManifestDigestName),
               sha256_hex(text) + "  " + std::string(kManifestName) + "\n");
  if (source.configuration) write_member(archive, std::string(kConfigurationName), *source.configuration);
  std::int64_t at = 0;
  for (const TableMember& table : manifest.tables) {
    archive.begin(table_member_name(table.name), table.file.bytes);
    spool.read(at, table.file.bytes, [&](std::string_view bytes) { archive.append(bytes); });
    at += table.file.bytes;
  }
  write_blobs(archive, source.blobs, manifest, progress);
  archive.finish();
  summary.bytes = part.commit();
  return summary;
}

}  // namespace haidang::backup
