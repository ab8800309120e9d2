// Backup files that are damaged, cut short, incomplete, too new or hostile: each
// is refused with a sentence, and the target stays as empty as it was.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <regex>

#include "backup/bad_backup.h"
#include "backup/restore_backup.h"
#include "base/digest.h"
#include "store/tables.h"
#include "test_installation.h"

namespace haidang::backup {
namespace {

using haidang::testing::Engine;
using haidang::testing::engine_name;
using haidang::testing::engines;
using haidang::testing::kWrittenAt;
using haidang::testing::Members;
using haidang::testing::TestDatabase;
using haidang::testing::TestInstallation;
using ::testing::HasSubstr;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class DamagedBackup : public ::testing::TestWithParam<Engine> {
 protected:
  DamagedBackup() : original_(Engine::sqlite), target_(GetParam()) {
    original_.back_up("good");
    good_ = haidang::testing::members_of(original_.path("good"));
  }

  Restored restore(const std::string& name) {
    const TestFolder folder;
    return restore_backup(original_.path(name),
                          {*target_, files::BlobStore(folder.path() / "blobs"), folder.path()},
                          store::migrations_from(resources::list("sql/")), kWrittenAt,
                          [](std::string_view, std::size_t, std::size_t) {});
  }
  // Restores these members; gives the sentence of the refusal.
  std::string refusal_of(const Members& members) {
    haidang::testing::write_members(original_.path("bad"), members);
    return refusal();
  }
  std::string refusal() {
    try {
      restore("bad");
      ADD_FAILURE() << "restored";
      return {};
    } catch (const BadBackup& error) {
      EXPECT_TRUE(target_->read([](store::Session& session) { return store::list_tables(session).empty(); }));
      EXPECT_EQ(store::schema_version(*target_), 0);
      return error.what();
    }
  }
  // With the manifest changed and its digest made to fit.
  Members with_manifest(const std::string& pattern, const std::string& replacement) {
    Members members = good_;
    members[0].second = std::regex_replace(members[0].second, std::regex(pattern), replacement,
                                           std::regex_constants::format_first_only);
    EXPECT_NE(members[0].second, good_[0].second) << pattern;
    members[1].second = sha256_hex(members[0].second) + "  manifest.json\n";
    return members;
  }
  // With a table changed, and the manifest made to fit.
  Members with_table(const std::string& name, const std::string& bytes) {
    const std::string member = "tables/" + name + ".jsonl";
    const auto at =
        std::find_if(good_.begin(), good_.end(), [&](const auto& each) { return each.first == member; });
    Members members = with_manifest(sha256_hex(at->second), sha256_hex(bytes));
    members[static_cast<std::size_t>(at - good_.begin())].second = bytes;
    const std::string before =
        "\"bytes\": " + std::to_string(at->second.size()) + ",\\s*\"sha256\": \"" + sha256_hex(bytes);
    members[0].second = std::regex_replace(
        members[0].second, std::regex(before),
        "\"bytes\": " + std::to_string(bytes.size()) + ", \"sha256\": \"" + sha256_hex(bytes));
    members[1].second = sha256_hex(members[0].second) + "  manifest.json\n";
    return members;
  }
  const std::string& table(const std::string& name) {
    return std::find_if(good_.begin(), good_.end(),
                        [&](const auto& each) { return each.first == "tables/" + name + ".jsonl"; })
        ->second;
  }

  TestInstallation original_;
  TestDatabase target_;
  Members good_;
};

TEST_P(DamagedBackup, TheMembersAsTheyAreAreGood) {
  haidang::testing::write_members(original_.path("bad"), good_);
  EXPECT_TRUE(restore("bad").check.faults.empty());
}

TEST_P(DamagedBackup, AByteChangedInAnyMemberIsFound) {
  for (std::size_t i = 0; i < good_.size(); ++i) {
    if (good_[i].second.empty()) continue;
    Members members = good_;
    members[i].second[members[i].second.size() / 3] ^= 1;
    EXPECT_THAT(refusal_of(members), HasSubstr("damaged")) << good_[i].first;
  }
}

TEST_P(DamagedBackup, AMemberThatIsNotThereIsNamed) {
  for (std::size_t i = 2; i < good_.size(); ++i) {
    Members members = good_;
    members.erase(members.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_THAT(refusal_of(members), HasSubstr(good_[i].first));
  }
}

TEST_P(DamagedBackup, AFileWithoutManifestIsNotOurs) {
  Members members = good_;
  members.erase(members.begin());
  EXPECT_THAT(refusal_of(members), HasSubstr("no backup"));
}

TEST_P(DamagedBackup, MembersTooManyAreRefusedAndWrittenNowhere) {
  for (const char* name : {"extra", "../escaped", "/tmp/escaped-haidang", "tables/../../escaped.jsonl",
                           "blobs/aa/bb/../../../escaped", "tables/item.jsonl", "manifest.json"}) {
    Members members = good_;
    members.emplace_back(name, "x");
    EXPECT_THAT(refusal_of(members), HasSubstr("does not name")) << name;
  }
  EXPECT_FALSE(std::filesystem::exists(original_.path("escaped")));
  EXPECT_FALSE(std::filesystem::exists(original_.folder.path().parent_path() / "escaped"));
}

TEST_P(DamagedBackup, NamesInTheManifestAreNoPathsEither) {
  EXPECT_THAT(refusal_of(with_manifest("\"name\": \"account\"", "\"name\": \"../account\"")),
              HasSubstr("table"));
  EXPECT_THAT(
      refusal_of(with_manifest("\"" + original_.picture + "\"", "\"../../" + original_.picture + "\"")),
      HasSubstr("digest"));
}

TEST_P(DamagedBackup, AnotherFormatOrSchemaIsRefused) {
  EXPECT_THAT(refusal_of(with_manifest("\"format\": 1", "\"format\": 2")), HasSubstr("format 2"));
  EXPECT_THAT(refusal_of(with_manifest("\"schema\": [0-9]+", "\"schema\": 999")),
              HasSubstr("schema version 999"));
  EXPECT_THAT(refusal_of(with_manifest("\"schema\": [0-9]+", "\"schema\": 0")), HasSubstr("damaged"));
  EXPECT_THAT(refusal_of(with_manifest("\"last_number\"", "\"other\"")), HasSubstr("damaged"));
}

TEST_P(DamagedBackup, TablesThatDoNotFitTheSchemaAreRefused) {
  EXPECT_THAT(refusal_of(with_manifest("\"disabled_at\"", "\"enabled_at\"")), HasSubstr("tables of schema"));
}

TEST_P(DamagedBackup, RowsThatDoNotFitAreRefused) {
  EXPECT_THAT(refusal_of(with_table("section", "[1]\n")), HasSubstr("no row"));
  EXPECT_THAT(refusal_of(with_table("section", "nonsense\n")), HasSubstr("no row"));
  EXPECT_THAT(refusal_of(with_table("section", "")), HasSubstr("0 rows"));
  std::string other_type = table("section");
  other_type.replace(other_type.find('1'), 1, "\"1\"");
  EXPECT_THAT(refusal_of(with_table("section", other_type)), HasSubstr("another type"));
}

TEST_P(DamagedBackup, RowsThatReferToNothingAreRefused) {
  const std::string rows = table("redirect");
  const auto item = "," + std::to_string(original_.article.value) + ",";
  const auto at = rows.find(item);
  ASSERT_NE(at, std::string::npos);
  EXPECT_THAT(refusal_of(with_table("redirect", std::string(rows).replace(at, item.size(), ",4242,"))),
              HasSubstr("not in it"));
}

TEST_P(DamagedBackup, AFileCutAnywhereIsRefused) {
  const std::string good = bytes_of(original_.path("good"));
  for (std::size_t length = 0; length < good.size(); length += std::max<std::size_t>(1, good.size() / 40)) {
    original_.folder.write("bad", good.substr(0, length));
    EXPECT_FALSE(refusal().empty()) << length;
  }
}

TEST_P(DamagedBackup, ChangedBytesAreRefusedOrWithoutEffect) {
  const std::string good = bytes_of(original_.path("good"));
  for (std::size_t at = 0; at < good.size(); at += std::max<std::size_t>(1, good.size() / 60)) {
    std::string changed = good;
    changed[at] = static_cast<char>(~changed[at]);
    original_.folder.write("bad", changed);
    TestDatabase database(GetParam());
    const TestFolder folder;
    try {
      const Restored restored = restore_backup(
          original_.path("bad"), {*database, files::BlobStore(folder.path() / "blobs"), folder.path()},
          store::migrations_from(resources::list("sql/")), kWrittenAt,
          [](std::string_view, std::size_t, std::size_t) {});
      EXPECT_TRUE(restored.check.faults.empty()) << at;  // the time of a member, padding
    } catch (const BadBackup&) {
    }
  }
}

TEST_P(DamagedBackup, WhatIsNoArchiveIsNotOurs) {
  original_.folder.write("bad", "SQLite format 3, or anything else that is no backup at all");
  EXPECT_FALSE(refusal().empty());
  std::filesystem::create_directory(original_.path("folder"));
  EXPECT_THROW(restore("folder"), BadBackup);
  EXPECT_THROW(restore("nothing"), BadBackup);
}

INSTANTIATE_TEST_SUITE_P(Engines, DamagedBackup, ::testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace haidang::backup
