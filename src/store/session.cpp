#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <array>
#include <utility>

#include "store/connection.h"

namespace haidang::store {

using Category = DatabaseError::Category;

namespace {

// https://www.sqlite.org/rescode.html
Category sqlite_category(int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Category::busy;
    case SQLITE_READONLY:
      return Category::read_only;
    case SQLITE_FULL:
      return Category::full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Category::corrupt;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return Category::unavailable;
    case SQLITE_CONSTRAINT:
      return code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY
                 ? Category::unique_violation
                 : Category::constraint;
    default:
      return Category::other;
  }
}

// PostgreSQL 15, Appendix A: error codes.
Category postgresql_category(std::string_view state) {
  if (state == "23505") return Category::unique_violation;
  if (state.starts_with("23")) return Category::constraint;
  if (state == "40001" || state == "40P01" || state == "55P03") return Category::busy;
  if (state.starts_with("53")) return state == "53100" ? Category::full : Category::unavailable;
  // Connection lost, sign-in refused, no such database or schema, no permission, shut down.
  for (const std::string_view prefix : {"08", "28", "3D", "3F", "42501", "57"})
    if (state.starts_with(prefix)) return Category::unavailable;
  if (state == "25006") return Category::read_only;
  return Category::other;
}

const char* name_of(Category category) {
  constexpr std::array<const char*, 8> kNames = {
      "database unavailable", "database busy",        "database is read-only", "disk full",
      "database is damaged",  "value already exists", "constraint violated",   "database error"};
  return kNames[static_cast<std::size_t>(category)];
}

[[noreturn]] void fail(Category category, std::string_view detail, std::string_view sql) {
  std::string text = name_of(category);
  if (!detail.empty()) text.append(" (").append(detail).append(")");
  if (!sql.empty()) text.append(" in: ").append(sql.substr(0, 200));
  throw DatabaseError(category, text);
}

}  // namespace

void rethrow_as_database_error(std::string_view sql) {
  try {
    throw;
  } catch (const soci::sqlite3_soci_error& error) {
    fail(sqlite_category(error.result()), "SQLite code " + std::to_string(error.result()), sql);
  } catch (const soci::postgresql_soci_error& error) {
    fail(postgresql_category(error.sqlstate()), "SQLSTATE " + error.sqlstate(), sql);
  } catch (const soci::soci_error& error) {
    // SOCI's own texts may hold bound values behind the first line: category only.
    fail(error.get_error_category() == soci::soci_error::connection_error ? Category::unavailable
                                                                          : Category::other,
         {}, sql);
  }
}

Prepared& Session::Connection::prepare(std::string_view sql, std::span<const detail::Parameter> parameters,
                                       std::span<const CellType> columns) {
  if (const auto found = prepared.find(sql); found != prepared.end()) return *found->second;
  auto fresh = std::make_unique<Prepared>(soci);
  for (const auto& parameter : parameters) {
    Slot& slot = fresh->parameters.emplace_back();
    slot.type = parameter.type;
    if (slot.type == CellType::integer)
      fresh->statement.exchange(soci::use(slot.integer, slot.indicator));
    else
      fresh->statement.exchange(soci::use(slot.text, slot.indicator));
  }
  for (const CellType type : columns) {
    Slot& slot = fresh->columns.emplace_back();
    slot.type = type;
    if (type == CellType::integer)
      fresh->statement.exchange(soci::into(slot.integer, slot.indicator));
    else
      fresh->statement.exchange(soci::into(slot.text, slot.indicator));
  }
  fresh->row.resize(columns.size());
  fresh->statement.alloc();
  fresh->statement.prepare(std::string(sql));
  fresh->statement.define_and_bind();
  return *prepared.emplace(std::string(sql), std::move(fresh)).first->second;
}

void Session::Connection::once(const char* sql) {
  try {
    soci.once << sql;
  } catch (const soci::soci_error&) {
    rethrow_as_database_error(sql);
  }
}

Session::Session(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Session::~Session() = default;

bool Session::is_postgresql() const {
  return connection_->postgresql;
}

// On SQLite prepared and kept as any other statement: a third of the time of a
// short read would go into parsing BEGIN and COMMIT.
void Session::control(const char* statement) {
  if (connection_->postgresql)
    connection_->once(statement);
  else
    run(statement, {}, {}, {});
}

void Session::execute_script(std::string_view sql) {
  try {
    if (connection_->postgresql) {
      auto* backend = static_cast<soci::postgresql_session_backend*>(connection_->soci.get_backend());
      const std::unique_ptr<PGresult, decltype(&PQclear)> result(
          PQexec(backend->conn_, std::string(sql).c_str()), &PQclear);
      const ExecStatusType status = PQresultStatus(result.get());
      if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        const std::string code = state == nullptr ? "08000" : state;
        fail(postgresql_category(code), "SQLSTATE " + code, sql);
      }
    } else {
      auto* backend = static_cast<soci::sqlite3_session_backend*>(connection_->soci.get_backend());
      const int code =
          sqlite_api::sqlite3_exec(backend->conn_, std::string(sql).c_str(), nullptr, nullptr, nullptr);
      if (code != SQLITE_OK) fail(sqlite_category(code), "SQLite code " + std::to_string(code), sql);
    }
  } catch (const soci::soci_error&) {
    rethrow_as_database_error(sql);
  }
}

std::int64_t Session::run(std::string_view sql, std::span<const detail::Parameter> parameters,
                          std::span<const CellType> columns, RowSink sink) {
  try {
    Prepared& prepared = connection_->prepare(sql, parameters, columns);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      Slot& slot = prepared.parameters[i];
      const Cell& cell = parameters[i].cell;
      slot.indicator = std::holds_alternative<std::monostate>(cell) ? soci::i_null : soci::i_ok;
      if (const auto* number = std::get_if<std::int64_t>(&cell)) slot.integer = *number;
      if (const auto* text = std::get_if<std::string>(&cell)) slot.text = *text;
    }
    if (columns.empty()) {
      prepared.statement.execute(true);
      return prepared.statement.get_affected_rows();
    }
    prepared.statement.execute(false);
    std::int64_t rows = 0;
    while (prepared.statement.fetch()) {
      ++rows;
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const Slot& slot = prepared.columns[i];
        if (slot.indicator == soci::i_null)
          prepared.row[i] = Cell{};
        else if (slot.type == CellType::integer)
          prepared.row[i] = static_cast<std::int64_t>(slot.integer);
        else
          prepared.row[i] = slot.text;
      }
      sink(prepared.row);
    }
    return rows;
  } catch (const soci::soci_error&) {
    // A statement that failed half way keeps its cursor: forget it.
    if (const auto found = connection_->prepared.find(sql); found != connection_->prepared.end())
      connection_->prepared.erase(found);
    rethrow_as_database_error(sql);
  }
}

}  // namespace haidang::store
