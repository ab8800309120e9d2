#include "store/tables.h"

#include <gmock/gmock.h>

#include "store/integrity.h"
#include "store/migration.h"
#include "test_database.h"

namespace haidang::store {
namespace {

using haidang::testing::Engine;
using haidang::testing::TestDatabase;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kSchema =
    "CREATE TABLE tree (id ${identity}, parent_id BIGINT REFERENCES tree(id), name TEXT NOT NULL);"
    "CREATE TABLE leaf (name TEXT NOT NULL, tree_id BIGINT NOT NULL REFERENCES tree(id), key TEXT, "
    "PRIMARY KEY (tree_id, name))";
constexpr std::string_view kInsertTree = "INSERT INTO tree (name) VALUES (:name) RETURNING id";

using Row = std::vector<Cell>;
Cell number(std::int64_t value) {
  return value;
}
Cell text(const char* value) {
  return std::string(value);
}

class TablesTest : public ::testing::TestWithParam<Engine> {
 protected:
  TablesTest() : database_(GetParam()) { migrate(*database_, {{1, "0001_tree", kSchema}}); }

  std::vector<Table> tables() {
    return database_->read([](Session& session) { return list_tables(session); });
  }
  void insert(const Table& table, const std::vector<Row>& rows) {
    database_->write([&](Session& session) {
      defer_foreign_keys(session);
      RowWriter writer(session, table);
      for (const Row& row : rows) writer.insert(row);
      writer.flush();
      settle_foreign_keys(session);
    });
  }
  std::vector<Row> rows(const Table& table) {
    std::vector<Row> found;
    database_->read([&](Session& session) {
      for_each_row(session, table,
                   [&](std::span<Cell> cells) { found.emplace_back(cells.begin(), cells.end()); });
    });
    return found;
  }
  std::int64_t insert_tree() {
    return database_->write(
        [](Session& session) { return std::get<0>(*session.select_one<std::int64_t>(kInsertTree, "x")); });
  }

  TestDatabase database_;
};

TEST_P(TablesTest, AreListedByNameWithColumnsAndKey) {
  const auto found = tables();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "leaf");
  EXPECT_THAT(found[0].columns,
              ElementsAre(TableColumn{"name", CellType::text}, TableColumn{"tree_id", CellType::integer},
                          TableColumn{"key", CellType::text}));
  EXPECT_THAT(found[0].key, ElementsAre(1U, 0U));
  EXPECT_FALSE(found[0].numbered);
  EXPECT_EQ(found[1].name, "tree");
  EXPECT_TRUE(found[1].numbered);
}

TEST_P(TablesTest, ParentsComeFirstAndCirclesAreLeft) {
  const auto found = tables();
  EXPECT_THAT(found[0].parents, ElementsAre("tree"));
  EXPECT_THAT(found[1].parents, IsEmpty()) << "itself is none";
  const auto order = [](const std::vector<Table>& sorted) {
    std::string names;
    for (const Table& table : sorted) names += table.name + " ";
    return names;
  };
  EXPECT_EQ(order(parents_first(found)), "tree leaf ");
  Table a{"a", {}, {}, false, {"b"}};
  Table b{"b", {}, {}, false, {"a"}};
  Table c{"c", {}, {}, false, {}};
  EXPECT_EQ(order(parents_first({a, b, c})), "c a b ");
}

TEST_P(TablesTest, GiveBackWhatWasWrittenInTheOrderOfTheKey) {
  const auto found = tables();
  const std::vector<Row> trees = {{number(2), number(5), text("Đắk Lắk")}, {number(5), Cell{}, text("")}};
  insert(found[1], {trees[0], trees[1]});  // the first refers to the second
  EXPECT_EQ(rows(found[1]), trees);
  const std::vector<Row> leaves = {
      {text("a"), number(2), Cell{}}, {text("b"), number(2), text("k")}, {text("a"), number(5), text("")}};
  insert(found[0], {leaves[2], leaves[1], leaves[0]});
  EXPECT_EQ(rows(found[0]), leaves);
}

TEST_P(TablesTest, AreReadWholeWhateverTheirLength) {
  const auto found = tables();
  for (const std::int64_t count : {199, 200, 201, 1000}) {
    database_->write([&](Session& session) {
      delete_all_rows(session, found[1]);
      RowWriter writer(session, found[1]);
      for (std::int64_t i = 1; i <= count; ++i) writer.insert(Row{number(i), Cell{}, text("x")});
      writer.flush();
    });
    const auto all = rows(found[1]);
    ASSERT_EQ(all.size(), static_cast<std::size_t>(count));
    for (std::int64_t i = 1; i <= count; ++i) ASSERT_EQ(all[static_cast<std::size_t>(i) - 1][0], number(i));
  }
}

TEST_P(TablesTest, ARowThatRefersToNothingIsRefusedWhenSettled) {
  const auto found = tables();
  EXPECT_THROW(insert(found[1], {{number(1), number(9), text("x")}}), DatabaseError);
  EXPECT_THAT(rows(found[1]), IsEmpty());
  insert(found[1], {{number(1), Cell{}, text("x")}});
  // Afterwards references are enforced at once again.
  EXPECT_THROW(database_->write([&](Session& session) {
    RowWriter writer(session, found[1]);
    writer.insert(Row{number(2), number(9), text("x")});
    writer.flush();
    ADD_FAILURE() << "accepted";
  }),
               DatabaseError);
}

TEST_P(TablesTest, NumbersGoOnAboveTheHighestEverGiven) {
  const Table tree = tables()[1];
  const auto last = [&] {
    return database_->read([&](Session& session) { return last_number(session, tree); });
  };
  EXPECT_EQ(last(), 0);
  insert_tree();
  EXPECT_EQ(last(), 1);
  database_->write([&](Session& session) { continue_after(session, tree, 41); });
  EXPECT_EQ(insert_tree(), 42);
  database_->write([&](Session& session) { continue_after(session, tree, 3); });
  EXPECT_EQ(insert_tree(), 43) << "never below the rows there are";
  database_->write([&](Session& session) { delete_all_rows(session, tree); });
  EXPECT_EQ(last(), 43);
}

TEST_P(TablesTest, AnEmptyTableStartsAtOne) {
  const Table tree = tables()[1];
  database_->write([&](Session& session) { continue_after(session, tree, 0); });
  EXPECT_EQ(insert_tree(), 1);
}

TEST_P(TablesTest, IntegrityNamesRowsThatReferToNothing) {
  const auto faults = [&] {
    return database_->read([](Session& session) { return integrity_faults(session); });
  };
  EXPECT_THAT(faults(), IsEmpty());
  if (GetParam() == Engine::sqlite) return;  // tried by the test of `check`, from outside
  database_->write([&](Session& session) {
    session.execute_script("ALTER TABLE leaf DISABLE TRIGGER ALL");
    session.execute_script("INSERT INTO leaf (name, tree_id) VALUES ('x', 77)");
  });
  EXPECT_THAT(faults(), ElementsAre(HasSubstr("leaf")));
}

TEST_P(TablesTest, OnlyBigintAndTextAreKnown) {
  database_->write([](Session& session) {
    session.execute_script("CREATE TABLE other (id BIGINT NOT NULL PRIMARY KEY, price REAL)");
  });
  EXPECT_THROW(tables(), std::logic_error);
}

TEST_P(TablesTest, ATableWithoutKeyIsRefused) {
  database_->write([](Session& session) { session.execute_script("CREATE TABLE other (name TEXT)"); });
  EXPECT_THROW(tables(), std::logic_error);
}

TEST_P(TablesTest, MigrationsCanBePartOfATransaction) {
  const std::vector<Migration> more = {
      {1, "0001_tree", kSchema}, {2, "0002_more", "CREATE TABLE more (id BIGINT NOT NULL PRIMARY KEY)"}};
  EXPECT_THROW(database_->write([&](Session& session) {
    EXPECT_EQ(migrate(session, more), 1U);
    EXPECT_EQ(schema_version(session), 2);
    throw std::runtime_error("undo");
  }),
               std::runtime_error);
  EXPECT_EQ(schema_version(*database_), 1);
}

INSTANTIATE_TEST_SUITE_P(Engines, TablesTest, ::testing::ValuesIn(haidang::testing::engines()),
                         haidang::testing::engine_name);

}  // namespace
}  // namespace haidang::store
