// Backups of both databases into both databases.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <tuple>

#include "backup/bad_backup.h"
#include "backup/restore_backup.h"
#include "backup/row_text.h"
#include "backup/write_backup.h"
#include "base/digest.h"
#include "base/json.h"
#include "store/tables.h"
#include "test_installation.h"

namespace haidang::backup {
namespace {

using haidang::testing::Engine;
using haidang::testing::engine_name;
using haidang::testing::engines;
using haidang::testing::kWrittenAt;
using haidang::testing::members_of;
using haidang::testing::TestDatabase;
using haidang::testing::TestInstallation;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const StepProgress kSilent = [](std::string_view, std::size_t, std::size_t) {};

std::vector<store::Migration> migrations() {
  return store::migrations_from(resources::list("sql/"));
}

// Every row of every table, as text.
std::string everything(store::Database& database) {
  return database.read([](store::Session& session) {
    std::string all;
    for (const store::Table& table : store::list_tables(session)) {
      all += table.name + "\n";
      store::for_each_row(session, table,
                          [&](std::span<store::Cell> cells) { all += row_line(table, cells); });
    }
    return all;
  });
}

struct Copy {
  explicit Copy(Engine engine) : database(engine), blobs(folder.path() / "blobs") {}
  Restored restore(const std::filesystem::path& file) {
    return restore_backup(file, {*database, blobs, folder.path()}, migrations(), kWrittenAt, kSilent);
  }
  TestFolder folder;
  TestDatabase database;
  files::BlobStore blobs;
};

class BackupBetween : public ::testing::TestWithParam<std::tuple<Engine, Engine>> {};

TEST_P(BackupBetween, GivesBackEveryRowAndEveryFile) {
  TestInstallation original(std::get<0>(GetParam()));
  original.back_up("b.tar.zst");
  Copy copy(std::get<1>(GetParam()));
  const Restored restored = copy.restore(original.path("b.tar.zst"));
  EXPECT_EQ(everything(*copy.database), everything(original.database()));
  EXPECT_THAT(restored.check.faults, IsEmpty());
  EXPECT_EQ(restored.check.blobs, 2);
  EXPECT_EQ(restored.configuration, "workers = 8\n");
  EXPECT_EQ(copy.blobs.read(original.picture), "bytes of a picture");

  // And on: a backup of the copy holds the same members.
  write_backup(copy.folder.path() / "c.tar.zst", IfExists::refuse,
               {*copy.database, copy.blobs, "workers = 8\n", "1.2.3"}, kWrittenAt, kSilent);
  EXPECT_EQ(members_of(copy.folder.path() / "c.tar.zst"), members_of(original.path("b.tar.zst")));
}

TEST_P(BackupBetween, NumbersGoOnWhereTheyWere) {
  TestInstallation original(std::get<0>(GetParam()));
  const auto add = [&](store::Database& database) {
    return database.write([&](store::Session& session) {
      return content::insert_item(session, {{}, original.site.portal().id, original.site.section("news")},
                                  kWrittenAt, {});
    });
  };
  // A number that was given to a row that is gone is not given again.
  const auto gone = add(original.database());
  original.database().write(
      [&](store::Session& session) { session.execute("DELETE FROM item WHERE id = :item", gone.value); });
  original.back_up("b.tar.zst");
  Copy copy(std::get<1>(GetParam()));
  copy.restore(original.path("b.tar.zst"));
  EXPECT_EQ(add(*copy.database).value, gone.value + 1);
}

INSTANTIATE_TEST_SUITE_P(Engines, BackupBetween,
                         ::testing::Combine(::testing::ValuesIn(engines()), ::testing::ValuesIn(engines())),
                         [](const auto& engines_of) {
                           const auto name = [](Engine engine) {
                             return std::string(engine == Engine::sqlite ? "SQLite" : "PostgreSQL");
                           };
                           return name(std::get<0>(engines_of.param)) + "To" +
                                  name(std::get<1>(engines_of.param));
                         });

class BackupOf : public ::testing::TestWithParam<Engine> {
 protected:
  BackupOf() : original_(GetParam()) {}
  TestInstallation original_;
};

TEST_P(BackupOf, SaysWhatIsInIt) {
  const BackupSummary summary = original_.back_up("b.tar.zst");
  EXPECT_THAT(summary.missing_blobs, IsEmpty());
  const auto members = members_of(original_.path("b.tar.zst"));
  ASSERT_GT(members.size(), 4U);
  EXPECT_EQ(members[0].first, "manifest.json");
  EXPECT_EQ(members[1].second, sha256_hex(members[0].second) + "  manifest.json\n");
  const json::value manifest = parse_json(members[0].second).value();
  EXPECT_EQ(manifest.at("format"), 1);
  EXPECT_EQ(manifest.at("schema"), static_cast<std::int64_t>(migrations().size()));
  EXPECT_EQ(manifest.at("program"), "1.2.3");
  EXPECT_EQ(manifest.at("made_at").as_string(), format_rfc3339(kWrittenAt));
  EXPECT_EQ(manifest.at("sites").at(0), "portal: Cổng Bình Hải");
  EXPECT_THAT(members, Contains(std::pair(blob_member_name(original_.variant),
                                          std::string("bytes of a smaller picture"))));
}

TEST_P(BackupOf, LeavesOnlyTheFileAndThatForItsOwner) {
  original_.back_up("b.tar.zst");
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(original_.folder.path()))
    names.push_back(entry.path().filename());
  EXPECT_THAT(names, ::testing::UnorderedElementsAre("blobs", "b.tar.zst"));
  struct stat facts {};
  ASSERT_EQ(::stat(original_.path("b.tar.zst").c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777, 0600U);
}

TEST_P(BackupOf, AnExistingFileIsReplacedOnlyWhenAsked) {
  original_.folder.write("b.tar.zst", "precious");
  EXPECT_THROW(original_.back_up("b.tar.zst"), std::system_error);
  EXPECT_EQ(std::filesystem::file_size(original_.path("b.tar.zst")), 8U);
  original_.back_up("b.tar.zst", IfExists::replace);
  EXPECT_EQ(members_of(original_.path("b.tar.zst"))[0].first, "manifest.json");
}

TEST_P(BackupOf, ABackupThatFailsLeavesNoFile) {
  const auto interrupted = [&](std::string_view step, std::size_t, std::size_t) {
    if (step == "files written") throw std::runtime_error("interrupted");
  };
  EXPECT_THROW(write_backup(original_.path("b.tar.zst"), IfExists::refuse, original_.source(), kWrittenAt,
                            interrupted),
               std::runtime_error);
  EXPECT_FALSE(std::filesystem::exists(original_.path("b.tar.zst")));
  EXPECT_FALSE(std::filesystem::exists(original_.path("b.tar.zst.part")));
}

TEST_P(BackupOf, IsOneMomentThoughOthersWrite) {
  const std::string before = everything(original_.database());
  const auto write_meanwhile = [&](std::string_view step, std::size_t, std::size_t) {
    if (step != "tables") return;
    original_.database().write([&](store::Session& session) {
      const auto item = content::insert_item(
          session, {{}, original_.site.portal().id, original_.site.section("news")}, kWrittenAt, {});
      content::put_redirect(session, original_.site.portal().id, "", "/" + std::to_string(item.value), item,
                            "vi", kWrittenAt);
    });
  };
  write_backup(original_.path("b.tar.zst"), IfExists::refuse, original_.source(), kWrittenAt,
               write_meanwhile);
  EXPECT_NE(everything(original_.database()), before);
  Copy copy(GetParam());
  EXPECT_THAT(copy.restore(original_.path("b.tar.zst")).check.faults, IsEmpty());
  EXPECT_EQ(everything(*copy.database), before);
}

TEST_P(BackupOf, ADamagedFileIsNamedAndTheRestIsSaved) {
  original_.blobs.remove(original_.variant);
  const BackupSummary summary = original_.back_up("b.tar.zst");
  EXPECT_THAT(summary.missing_blobs, ElementsAre(original_.variant));
  Copy copy(GetParam());
  const Restored restored = copy.restore(original_.path("b.tar.zst"));
  ASSERT_EQ(restored.check.faults.size(), 1U);
  EXPECT_EQ(restored.check.faults[0].kind, "blob.missing");
  EXPECT_EQ(restored.check.faults[0].subject, original_.variant);
}

TEST_P(BackupOf, ADatabaseThatHoldsSomethingIsNotTouched) {
  original_.back_up("b.tar.zst");
  TestInstallation other(GetParam());
  const std::string before = everything(other.database());
  EXPECT_THROW(
      restore_backup(original_.path("b.tar.zst"), {other.database(), other.blobs, other.folder.path()},
                     migrations(), kWrittenAt, kSilent),
      NotEmpty);
  EXPECT_EQ(everything(other.database()), before);
}

TEST_P(BackupOf, AnOlderSchemaIsRestoredAndBroughtForward) {
  original_.back_up("b.tar.zst");
  auto more = migrations();
  const auto version = static_cast<std::int64_t>(more.size()) + 1;
  more.push_back({version, "later", "ALTER TABLE item ADD COLUMN note TEXT; UPDATE item SET note = 'later'"});
  Copy copy(GetParam());
  restore_backup(original_.path("b.tar.zst"), {*copy.database, copy.blobs, copy.folder.path()}, more,
                 kWrittenAt, kSilent);
  EXPECT_EQ(store::schema_version(*copy.database), version);
  EXPECT_THAT(everything(*copy.database), HasSubstr("\"later\"]"));
}

TEST_P(BackupOf, ANewerSchemaIsRefusedInOneSentence) {
  auto more = migrations();
  more.push_back(
      {static_cast<std::int64_t>(more.size()) + 1, "later", "ALTER TABLE item ADD COLUMN note TEXT"});
  store::migrate(original_.database(), more);
  original_.back_up("b.tar.zst");
  Copy copy(GetParam());
  try {
    copy.restore(original_.path("b.tar.zst"));
    FAIL() << "no exception";
  } catch (const BadBackup& error) {
    EXPECT_THAT(error.what(), AllOf(HasSubstr("schema version"), HasSubstr("newer")));
  }
  EXPECT_EQ(store::schema_version(*copy.database), 0);
}

INSTANTIATE_TEST_SUITE_P(Engines, BackupOf, ::testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace haidang::backup
