#include "backup/restore_backup.h"

#include <algorithm>
#include <fstream>
#include <system_error>

#include "backup/bad_backup.h"
#include "backup/row_text.h"
#include "backup/unpack_backup.h"
#include "store/tables.h"

namespace haidang::backup {

namespace {

std::vector<std::string> names_of(const std::vector<store::TableColumn>& columns) {
  std::vector<std::string> names;
  for (const store::TableColumn& column : columns) names.push_back(column.name);
  return names;
}

// The tables of the backup must be those of its schema version, column by column.
void require_same_tables(const std::vector<store::Table>& tables, const Manifest& manifest) {
  const bool same =
      std::equal(tables.begin(), tables.end(), manifest.tables.begin(), manifest.tables.end(),
                 [](const store::Table& table, const TableMember& member) {
                   return table.name == member.name && names_of(table.columns) == member.columns;
                 });
  if (!same)
    throw BadBackup("the backup does not hold the tables of schema version " +
                    std::to_string(manifest.schema));
}

class Filling {
 public:
  Filling(store::Session& session, const std::filesystem::path& spool, const Manifest& manifest,
          const StepProgress& progress)
      : session_(session), spool_(spool), manifest_(manifest), progress_(progress) {
    for (const TableMember& table : manifest.tables) total_ += static_cast<std::size_t>(table.rows);
  }

  void run() {
    const std::vector<store::Table> tables = store::list_tables(session_);
    require_same_tables(tables, manifest_);
    store::defer_foreign_keys(session_);
    // Rows that migrations made are in the backup, too.
    for (const store::Table& table : tables) store::delete_all_rows(session_, table);
    for (const store::Table& table : store::parents_first(tables)) fill(table, member_of(table));
    try {
      store::settle_foreign_keys(session_);
    } catch (const store::DatabaseError& error) {
      if (error.category() != store::DatabaseError::Category::constraint) throw;
      throw BadBackup("rows of the backup refer to rows that are not in it");
    }
  }

 private:
  const TableMember& member_of(const store::Table& table) const {
    return *std::find_if(manifest_.tables.begin(), manifest_.tables.end(),
                         [&](const TableMember& member) { return member.name == table.name; });
  }

  void fill(const store::Table& table, const TableMember& member) {
    std::int64_t rows = 0;
    try {
      rows = insert_rows(table);
    } catch (const store::DatabaseError& error) {
      using Category = store::DatabaseError::Category;
      if (error.category() != Category::constraint && error.category() != Category::unique_violation) throw;
      throw BadBackup(table.name + " of the backup holds a row that cannot be");
    }
    if (rows != member.rows)
      throw BadBackup(table.name + " of the backup has " + std::to_string(rows) + " rows instead of " +
                      std::to_string(member.rows));
    store::continue_after(session_, table, member.last_number);
  }

  std::int64_t insert_rows(const store::Table& table) {
    std::ifstream in(unpacked_table(spool_, table.name), std::ios::binary);
    store::RowWriter writer(session_, table);
    std::int64_t rows = 0;
    for (std::string line; std::getline(in, line); ++rows) {
      writer.insert(read_row_line(table, line));
      progress_("rows", ++done_, total_);
    }
    if (in.bad()) throw std::system_error(errno, std::generic_category(), "read " + table.name);
    writer.flush();
    return rows;
  }

  store::Session& session_;
  const std::filesystem::path& spool_;
  const Manifest& manifest_;
  const StepProgress& progress_;
  std::size_t done_ = 0;
  std::size_t total_ = 0;
};

std::vector<store::Migration> up_to(const std::vector<store::Migration>& migrations, std::int64_t version) {
  return {migrations.begin(), migrations.begin() + static_cast<std::ptrdiff_t>(version)};
}

}  // namespace

Restored restore_backup(const std::filesystem::path& file, const RestoreTarget& target,
                        const std::vector<store::Migration>& migrations, Instant now,
                        const StepProgress& progress) {
  Unpacked unpacked =
      unpack_backup(file, static_cast<std::int64_t>(migrations.size()), target.spool, target.blobs, progress);
  Restored restored{std::move(unpacked.manifest), std::move(unpacked.configuration), {}};
  target.database.write([&](store::Session& session) {
    if (store::schema_version(session) != 0 || !store::list_tables(session).empty())
      throw NotEmpty("the database is not empty; nothing was changed");
    store::migrate(session, up_to(migrations, restored.manifest.schema), now);
    Filling(session, target.spool, restored.manifest, progress).run();
    store::migrate(session, migrations, now);
    restored.check = check_installation(session, target.blobs, progress);
  });
  return restored;
}

}  // namespace haidang::backup
