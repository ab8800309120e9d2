#include "store/tables.h"

#include <algorithm>

namespace haidang::store {

namespace {

using Integer = std::int64_t;
using Text = std::string;

// Table, column, type, place in the primary key (0: not in it), whether ${identity}.
constexpr std::string_view kColumnsSqlite =
    "SELECT m.name, c.name, upper(c.type), c.pk, CASE upper(c.type) WHEN 'INTEGER' THEN 1 ELSE 0 END "
    "FROM sqlite_master m JOIN pragma_table_info(m.name) c "
    "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'schema_migration' "
    "ORDER BY m.name, c.cid";
constexpr std::string_view kColumnsPostgresql =
    "SELECT c.relname, a.attname, upper(format_type(a.atttypid, a.atttypmod)), "
    "coalesce(array_position(CAST(i.indkey AS smallint[]), a.attnum) + 1, 0), "
    "CASE a.attidentity WHEN '' THEN 0 ELSE 1 END "
    "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema() "
    "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
    "LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary "
    "WHERE c.relkind = 'r' AND c.relname <> 'schema_migration' ORDER BY c.relname COLLATE \"C\", a.attnum";

constexpr std::string_view kLastNumberSqlite = "SELECT seq FROM sqlite_sequence WHERE name = :name";
constexpr std::string_view kForgetNumberSqlite = "DELETE FROM sqlite_sequence WHERE name = :name";
constexpr std::string_view kSetNumberSqlite = "INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)";
constexpr std::string_view kLastNumberPostgresql =
    "SELECT coalesce(max(last_value), 0) FROM pg_sequences "
    "WHERE format('%I.%I', schemaname, sequencename) = pg_get_serial_sequence(:name, 'id')";
constexpr std::string_view kSetNumberPostgresql =
    "SELECT setval(CAST(pg_get_serial_sequence(:name, 'id') AS regclass), :seq)";

constexpr std::string_view kForeignKeysPostgresql =
    "SELECT CAST(CAST(k.conrelid AS regclass) AS text), quote_ident(k.conname) FROM pg_constraint k "
    "JOIN pg_namespace n ON n.oid = k.connamespace AND n.nspname = current_schema() "
    "WHERE k.contype = 'f' ORDER BY k.oid";
constexpr std::string_view kCountBrokenSqlite = "SELECT count(*) FROM pragma_foreign_key_check";

// Child and parent, both of this schema.
constexpr std::string_view kParentsSqlite =
    "SELECT DISTINCT m.name, f.\"table\" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f "
    "WHERE m.type = 'table' AND m.name <> f.\"table\" ORDER BY 1, 2";
constexpr std::string_view kParentsPostgresql =
    "SELECT DISTINCT c.relname, p.relname FROM pg_constraint k "
    "JOIN pg_namespace n ON n.oid = k.connamespace AND n.nspname = current_schema() "
    "JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid "
    "WHERE k.contype = 'f' AND c.oid <> p.oid ORDER BY 1, 2";

constexpr std::size_t kBatch = 50;  // rows in one INSERT: on PostgreSQL each is a round trip
constexpr std::size_t kPage = 200;  // rows; the largest rows hold a page's text

std::string quoted(std::string_view name) {
  return "\"" + std::string(name) + "\"";
}

CellType type_from(const Table& table, std::string_view column, std::string_view type) {
  if (type == "BIGINT" || type == "INTEGER") return CellType::integer;
  if (type == "TEXT") return CellType::text;
  throw std::logic_error("column " + table.name + "." + std::string(column) + " is neither BIGINT nor TEXT");
}

void require_key(const std::vector<Table>& tables) {
  for (const Table& table : tables)
    if (table.key.empty()) throw std::logic_error("table " + table.name + " has no primary key");
}

// "a", "b" or :a, :b.
std::string listed(const Table& table, const std::vector<std::size_t>& positions, bool as_parameters) {
  std::string list;
  for (const std::size_t position : positions) {
    const std::string& name = table.columns[position].name;
    list.append(list.empty() ? "" : ", ").append(as_parameters ? ":" + name : quoted(name));
  }
  return list;
}

std::vector<std::size_t> all_columns(const Table& table) {
  std::vector<std::size_t> positions(table.columns.size());
  for (std::size_t i = 0; i < positions.size(); ++i) positions[i] = i;
  return positions;
}

// INSERT INTO "t" ("a", "b") VALUES (:p0, :p1), (:p2, :p3)
std::string insert_statement(const Table& table, std::size_t rows) {
  std::string statement =
      "INSERT INTO " + quoted(table.name) + " (" + listed(table, all_columns(table), false) + ") VALUES ";
  std::size_t parameter = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < table.columns.size(); ++column)
      statement.append(column > 0 ? ", :p" : row > 0 ? "), (:p" : "(:p").append(std::to_string(parameter++));
  }
  return statement + ")";
}

void set_deferrable(Session& session, std::string_view how) {
  for (const auto& [table, constraint] : session.select<Text, Text>(kForeignKeysPostgresql))
    session.execute_script("ALTER TABLE " + table + " ALTER CONSTRAINT " + constraint + " " +
                           std::string(how));
}

}  // namespace

std::vector<Table> list_tables(Session& session) {
  std::vector<Table> tables;
  for (const auto& [name, column, type, place, identity] : session.select<Text, Text, Text, Integer, Integer>(
           session.is_postgresql() ? kColumnsPostgresql : kColumnsSqlite)) {
    if (tables.empty() || tables.back().name != name) tables.push_back({name, {}, {}, false, {}});
    Table& table = tables.back();
    if (place > 0) {
      table.key.resize(std::max(table.key.size(), static_cast<std::size_t>(place)));
      table.key[static_cast<std::size_t>(place) - 1] = table.columns.size();
    }
    table.columns.push_back({column, type_from(table, column, type)});
    table.numbered = table.numbered || identity != 0;
  }
  require_key(tables);
  for (auto& [child, parent] :
       session.select<Text, Text>(session.is_postgresql() ? kParentsPostgresql : kParentsSqlite))
    for (Table& table : tables)
      if (table.name == child) table.parents.push_back(parent);
  return tables;
}

void for_each_row(Session& session, const Table& table, const std::function<void(std::span<Cell>)>& visit) {
  std::vector<CellType> types;
  for (const TableColumn& column : table.columns) types.push_back(column.type);
  const std::string key = listed(table, table.key, false);
  const std::string select =
      "SELECT " + listed(table, all_columns(table), false) + " FROM " + quoted(table.name);
  const std::string rest = " ORDER BY " + key + " LIMIT " + std::to_string(kPage);
  const std::string first_page = select + rest;
  const std::string next_page =
      select + " WHERE (" + key + ") > (" + listed(table, table.key, true) + ")" + rest;

  std::vector<TypedCell> last(table.key.size());
  std::size_t seen = 0;
  auto take = [&](std::span<Cell> cells) {
    for (std::size_t i = 0; i < table.key.size(); ++i) last[i] = {types[table.key[i]], cells[table.key[i]]};
    ++seen;
    visit(cells);
  };
  session.select_cells(first_page, {}, types, take);
  while (seen == kPage) {
    seen = 0;
    const std::vector<TypedCell> after = last;
    session.select_cells(next_page, after, types, take);
  }
}

std::vector<Table> parents_first(std::vector<Table> tables) {
  std::vector<Table> sorted;
  const auto is_sorted = [&](const std::string& name) {
    return std::any_of(sorted.begin(), sorted.end(), [&](const Table& table) { return table.name == name; });
  };
  while (!tables.empty()) {
    auto next = std::find_if(tables.begin(), tables.end(), [&](const Table& table) {
      return std::all_of(table.parents.begin(), table.parents.end(), is_sorted);
    });
    if (next == tables.end()) next = tables.begin();  // a circle
    sorted.push_back(std::move(*next));
    tables.erase(next);
  }
  return sorted;
}

RowWriter::RowWriter(Session& session, const Table& table) : session_(session), table_(table) {}

void RowWriter::insert(std::span<const Cell> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) waiting_.push_back({table_.columns.at(i).type, cells[i]});
  if (waiting_.size() < kBatch * table_.columns.size()) return;
  session_.execute_cells(insert_statement(table_, kBatch), waiting_);
  waiting_.clear();
}

void RowWriter::flush() {
  const std::size_t width = table_.columns.size();
  const std::string one_row = insert_statement(table_, 1);
  for (std::span<const TypedCell> rest = waiting_; !rest.empty(); rest = rest.subspan(width))
    session_.execute_cells(one_row, rest.first(width));
  waiting_.clear();
}

void delete_all_rows(Session& session, const Table& table) {
  session.execute_cells("DELETE FROM " + quoted(table.name), {});
}

std::int64_t last_number(Session& session, const Table& table) {
  if (!table.numbered) return 0;
  const auto row = session.select_one<Integer>(
      session.is_postgresql() ? kLastNumberPostgresql : kLastNumberSqlite, table.name);
  return row ? std::get<0>(*row) : 0;
}

void continue_after(Session& session, const Table& table, std::int64_t number) {
  if (!table.numbered) return;
  const auto highest =
      session.select_one<std::optional<Integer>>("SELECT max(id) FROM " + quoted(table.name));
  number = std::max(number, std::get<0>(*highest).value_or(0));
  if (session.is_postgresql()) {
    // A sequence that has given nothing yet stands before 1 as it was made.
    if (number > 0) session.select<Integer>(kSetNumberPostgresql, table.name, number);
    return;
  }
  session.execute(kForgetNumberSqlite, table.name);
  session.execute(kSetNumberSqlite, table.name, number);
}

void defer_foreign_keys(Session& session) {
  if (session.is_postgresql())
    set_deferrable(session, "DEFERRABLE INITIALLY DEFERRED");
  else
    session.execute_script("PRAGMA defer_foreign_keys = ON");  // until the end of the transaction
}

void settle_foreign_keys(Session& session) {
  if (session.is_postgresql()) {
    session.execute_script("SET CONSTRAINTS ALL IMMEDIATE");
    set_deferrable(session, "NOT DEFERRABLE");
    return;
  }
  const auto broken = session.select_one<Integer>(kCountBrokenSqlite);
  if (std::get<0>(*broken) > 0)
    throw DatabaseError(DatabaseError::Category::constraint, "constraint violated (foreign keys)");
}

}  // namespace haidang::store
