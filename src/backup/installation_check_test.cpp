#include "backup/installation_check.h"

#include <gmock/gmock.h>

#include <fstream>

#include "test_installation.h"

namespace haidang::backup {
namespace {

using haidang::testing::Engine;
using haidang::testing::engine_name;
using haidang::testing::engines;
using haidang::testing::TestInstallation;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class InstallationCheck : public ::testing::TestWithParam<Engine> {
 protected:
  InstallationCheck() : installation_(GetParam()) {}

  CheckReport check() {
    return installation_.database().read([&](store::Session& session) {
      return check_installation(session, installation_.blobs,
                                [](std::string_view, std::size_t, std::size_t) {});
    });
  }
  std::vector<std::string> kinds() {
    std::vector<std::string> found;
    for (const Fault& fault : check().faults) {
      EXPECT_FALSE(fault.text.empty());
      EXPECT_FALSE(fault.remedy.empty());
      found.push_back(fault.kind);
    }
    return found;
  }
  void change(std::string_view sql) {
    installation_.database().write([&](store::Session& session) { session.execute(sql); });
  }

  TestInstallation installation_;
};

TEST_P(InstallationCheck, ASoundInstallationHasNoFaults) {
  const CheckReport report = check();
  EXPECT_THAT(report.faults, IsEmpty());
  EXPECT_EQ(report.revisions, 4);
  EXPECT_EQ(report.blobs, 2);
  EXPECT_EQ(report.redirects, 1);
  EXPECT_GT(report.rows, 10);
}

TEST_P(InstallationCheck, FilesThatAreGoneOrDamagedAreNamed) {
  std::ofstream(*installation_.blobs.find(installation_.picture), std::ios::binary) << "other bytes";
  EXPECT_THAT(kinds(), ElementsAre("blob.damaged"));
  EXPECT_EQ(check().faults[0].subject, installation_.picture);
  installation_.blobs.remove(installation_.picture);
  EXPECT_THAT(kinds(), ElementsAre("blob.missing"));
}

TEST_P(InstallationCheck, AChangedTextIsFound) {
  change("UPDATE revision SET title = 'Khác' WHERE locale = 'en'");
  EXPECT_THAT(kinds(), ElementsAre("revision.changed"));
}

TEST_P(InstallationCheck, ABodyThatIsNoDocumentIsFound) {
  change("UPDATE revision SET body = '{\"type\":\"doc\"' WHERE locale = 'en'");
  EXPECT_THAT(kinds(), ElementsAre("revision.unreadable"));
}

TEST_P(InstallationCheck, RevisionsThatNobodyUsesMayBeAnything) {
  change(
      "INSERT INTO revision SELECT 99, item_id, locale, 99, based_on, created_at, created_by, 'x', title, "
      "lead, "
      "byline, posted_by, source, picture, picture_alt, body FROM revision WHERE locale = 'en'");
  EXPECT_THAT(kinds(), IsEmpty());
}

TEST_P(InstallationCheck, AMissingListingIsFound) {
  change("DELETE FROM listing WHERE locale = 'en' AND section_id = 0");
  EXPECT_THAT(kinds(), ElementsAre("listing.missing"));
  EXPECT_THAT(check().faults[0].text, HasSubstr("the whole site"));
  change("DELETE FROM listing WHERE locale = 'en'");
  EXPECT_THAT(kinds(), ElementsAre("listing.missing", "listing.missing", "listing.missing"));
}

TEST_P(InstallationCheck, AListingOfSomethingNotPublishedIsFound) {
  change(
      "INSERT INTO listing (site_id, section_id, locale, listed_at, item_id) "
      "SELECT site_id, 0, locale, listed_at, item_id FROM edition WHERE state = 'draft'");
  EXPECT_THAT(kinds(), ElementsAre("listing.stray"));
}

TEST_P(InstallationCheck, AListingUnderAnotherMomentIsFound) {
  change("UPDATE listing SET listed_at = listed_at + 1 WHERE locale = 'en' AND section_id = 0");
  EXPECT_THAT(kinds(), ElementsAre("listing.missing", "listing.stray"));
}

TEST_P(InstallationCheck, ARedirectToALanguageThatIsNotThereIsFound) {
  change("UPDATE redirect SET locale = 'zh'");
  EXPECT_THAT(kinds(), ElementsAre("redirect.dangling"));
  EXPECT_EQ(check().faults[0].subject, "old.example/tin.aspx?id=1");
}

TEST_P(InstallationCheck, AnEditionWithoutOrWithAnothersTextIsFound) {
  change("UPDATE edition SET live_revision = NULL WHERE locale = 'en'");
  EXPECT_THAT(kinds(), ElementsAre("edition.no_text"));
  change(
      "UPDATE edition SET live_revision = (SELECT min(id) FROM revision WHERE locale = 'vi') WHERE locale = "
      "'en'");
  EXPECT_THAT(kinds(), ElementsAre("edition.foreign_text"));
}

TEST_P(InstallationCheck, RowsThatReferToNothingAreFound) {
  if (GetParam() == Engine::sqlite)
    GTEST_SKIP() << "needs a connection that enforces nothing: tests/functional";
  installation_.database().write([](store::Session& session) {
    session.execute_script("ALTER TABLE redirect DISABLE TRIGGER ALL");
    session.execute_script("UPDATE redirect SET item_id = 4242");
  });
  EXPECT_THAT(kinds(), Contains("database.damaged"));
}

TEST_P(InstallationCheck, TextThatIsNotUtf8IsFound) {
  if (GetParam() == Engine::postgresql) GTEST_SKIP() << "PostgreSQL refuses it";
  change("UPDATE media SET name = CAST(X'61FF' AS TEXT)");
  EXPECT_THAT(kinds(), ElementsAre("text.not_utf8"));
}

INSTANTIATE_TEST_SUITE_P(Engines, InstallationCheck, ::testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace haidang::backup
