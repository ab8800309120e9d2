#pragma once
// The tables of a database as data, for what concerns all of them alike: backup,
// restore, check. Every table has a primary key, its columns are BIGINT or TEXT,
// and the table that counts migrations is left out.
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace haidang::store {

struct TableColumn {
  std::string name;
  CellType type = CellType::text;
  bool operator==(const TableColumn&) const = default;
};

struct Table {
  std::string name;
  std::vector<TableColumn> columns;  // as they were created
  std::vector<std::size_t> key;      // positions of the primary key's columns, in its order
  bool numbered = false;             // the key is ${identity}
  std::vector<std::string> parents;  // other tables that its rows refer to
};

// By name. Throws std::logic_error for a table that is not as said above.
std::vector<Table> list_tables(Session& session);

// The same tables, each after its parents, as far as they do not go in a circle.
std::vector<Table> parents_first(std::vector<Table> tables);

// Every row in the order of the key; the cells are those of `table.columns`. Reads
// a page at a time, so memory does not grow with the table.
void for_each_row(Session& session, const Table& table, const std::function<void(std::span<Cell>)>& visit);

// Writes rows given as cells in the order of `table.columns`, many at a time: a
// row is there, or refused, at the latest after flush().
class RowWriter {
 public:
  RowWriter(Session& session, const Table& table);
  void insert(std::span<const Cell> cells);
  void flush();

 private:
  Session& session_;
  const Table& table_;
  std::vector<TypedCell> waiting_;
};

void delete_all_rows(Session& session, const Table& table);

// The highest number a numbered table has ever given to a row, 0 for none.
// Rows that were deleted count: no number is given twice.
std::int64_t last_number(Session& session, const Table& table);
// The next row gets a number above this one and above those of all rows.
void continue_after(Session& session, const Table& table, std::int64_t number);

// From here to settle_foreign_keys() rows of this transaction may come in any
// order; parents first is much faster, since SQLite looks for rows that wait
// whenever a parent comes (https://www.sqlite.org/foreignkeys.html, 3). Nothing else may change the schema
// meanwhile (PostgreSQL locks it).
void defer_foreign_keys(Session& session);
// Throws DatabaseError (constraint) if a row refers to one that is not there.
void settle_foreign_keys(Session& session);

}  // namespace haidang::store
