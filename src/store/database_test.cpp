#include <gmock/gmock.h>

#include <thread>

#include "store/database.h"
#include "store/migration.h"
#include "test_database.h"

namespace haidang::store {
namespace {

using haidang::testing::Engine;
using haidang::testing::TestDatabase;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kCreate =
    "CREATE TABLE thing (id ${identity}, name TEXT NOT NULL UNIQUE, size BIGINT)";
constexpr std::string_view kInsert = "INSERT INTO thing (name, size) VALUES (:name, :size) RETURNING id";
constexpr std::string_view kSelect = "SELECT name, size FROM thing ORDER BY id";
constexpr std::string_view kCount = "SELECT count(*) FROM thing";

class DatabaseTest : public ::testing::TestWithParam<Engine> {
 protected:
  DatabaseTest() : database_(GetParam()) { migrate(*database_, {{1, "0001_thing", kCreate}}); }

  std::int64_t insert(const std::string& name, std::optional<std::int64_t> size) {
    return database_->write([&](Session& session) {
      return std::get<0>(*session.select_one<std::int64_t>(kInsert, name, size));
    });
  }
  std::int64_t count() {
    return database_->read(
        [](Session& session) { return std::get<0>(*session.select_one<std::int64_t>(kCount)); });
  }

  TestDatabase database_;
};

TEST_P(DatabaseTest, NumbersRowsFromOne) {
  EXPECT_EQ(insert("một", 7), 1);
  EXPECT_EQ(insert("hai", std::nullopt), 2);
}

TEST_P(DatabaseTest, GivesBackTextNumberAndNull) {
  insert("Đắk Lắk 得乐", 9'007'199'254'740'993);
  insert("", std::nullopt);
  const auto rows = database_->read(
      [](Session& session) { return session.select<std::string, std::optional<std::int64_t>>(kSelect); });
  using Row = std::tuple<std::string, std::optional<std::int64_t>>;
  EXPECT_THAT(rows, ElementsAre(Row{"Đắk Lắk 得乐", 9'007'199'254'740'993}, Row{"", std::nullopt}));
}

TEST_P(DatabaseTest, RollsBackWhenTheWorkThrows) {
  EXPECT_THROW(database_->write([](Session& session) {
    session.select_one<std::int64_t>(kInsert, "x", std::int64_t{1});
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseTest, RollsBackWhenTheWorkReturnsAProblem) {
  const Result<int> outcome = database_->write([](Session& session) -> Result<int> {
    session.select_one<std::int64_t>(kInsert, "x", std::int64_t{1});
    return conflict("problem.wrong_state");
  });
  EXPECT_TRUE(outcome.has_error());
  EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseTest, ANestedProblemUndoesOnlyItself) {
  database_->write([](Session& session) {
    session.select_one<std::int64_t>(kInsert, "giữ", std::int64_t{1});
    const Result<int> outcome = session.nested([&]() -> Result<int> {
      session.select_one<std::int64_t>(kInsert, "bỏ", std::int64_t{2});
      return conflict("problem.wrong_state");
    });
    EXPECT_TRUE(outcome.has_error());
    EXPECT_THROW(session.nested([&]() -> Result<int> {
      session.select_one<std::int64_t>(kInsert, "giữ", std::int64_t{3});
      return 1;
    }),
                 DatabaseError);
    session.select_one<std::int64_t>(kInsert, "cũng giữ", std::int64_t{4});
  });
  EXPECT_EQ(count(), 2);
}

TEST_P(DatabaseTest, SaysUniqueViolationWithoutTheValue) {
  insert("bí mật của ai đó", 1);
  try {
    insert("bí mật của ai đó", 2);
    FAIL() << "no exception";
  } catch (const DatabaseError& error) {
    EXPECT_EQ(error.category(), DatabaseError::Category::unique_violation);
    EXPECT_THAT(error.what(), Not(HasSubstr("bí mật")));
  }
  EXPECT_EQ(insert("khác", 3) > 0, true) << "the connection is usable after the failure";
}

TEST_P(DatabaseTest, ReadersCannotWrite) {
  EXPECT_THROW(database_->read([](Session& session) {
    return session.execute("INSERT INTO thing (name) VALUES (:name)", "x");
  }),
               DatabaseError);
}

TEST_P(DatabaseTest, AReaderKeepsItsSnapshotWhileAnotherWrites) {
  insert("a", 1);
  database_->read([&](Session& session) {
    EXPECT_EQ(std::get<0>(*session.select_one<std::int64_t>(kCount)), 1);
    std::thread([&] { insert("b", 2); }).join();
    EXPECT_EQ(std::get<0>(*session.select_one<std::int64_t>(kCount)), 1);
  });
  EXPECT_EQ(count(), 2);
}

TEST_P(DatabaseTest, ManyThreadsLoseNothing) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t)
    threads.emplace_back([this, t] {
      for (int i = 0; i < 25; ++i) insert(std::to_string(t) + "-" + std::to_string(i), i);
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(count(), 200);
}

TEST_P(DatabaseTest, MigratesForwardOnceAndRefusesANewerDatabase) {
  const std::vector<Migration> two = {{1, "0001_thing", kCreate},
                                      {2, "0002_more", "CREATE TABLE more (a BIGINT)"}};
  EXPECT_EQ(migrate(*database_, two), 1U);
  EXPECT_EQ(migrate(*database_, two), 0U);
  EXPECT_EQ(schema_version(*database_), 2);
  EXPECT_THROW(migrate(*database_, {{1, "0001_thing", kCreate}}), NewerDatabase);
}

TEST_P(DatabaseTest, AFailedMigrationLeavesNothingBehind) {
  const std::vector<Migration> broken = {
      {1, "0001_thing", kCreate},
      {2, "0002_broken", "CREATE TABLE half (a BIGINT); CREATE TABLE thing (a BIGINT)"}};
  EXPECT_THROW(migrate(*database_, broken), DatabaseError);
  EXPECT_EQ(schema_version(*database_), 1);
  EXPECT_THROW(
      database_->read([](Session& session) { return session.select<std::int64_t>("SELECT a FROM half"); }),
      DatabaseError);
}

INSTANTIATE_TEST_SUITE_P(Engines, DatabaseTest, ::testing::ValuesIn(haidang::testing::engines()),
                         haidang::testing::engine_name);

TEST(Migrations, AreReadInOrderWithoutGaps) {
  const auto good = migrations_from({{"sql/0001_a.sql", "x"}, {"sql/0002_b.sql", "y"}});
  ASSERT_EQ(good.size(), 2U);
  EXPECT_EQ(good[1].name, "0002_b");
  EXPECT_THROW(migrations_from({{"sql/0002_b.sql", "y"}}), std::logic_error);
}

}  // namespace
}  // namespace haidang::store
