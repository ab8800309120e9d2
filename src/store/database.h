#pragma once
// Sessions and transactions on SQLite or PostgreSQL. SQL is written once, with
// named placeholders (":item") bound by position; both engines run it.
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace haidang::store {

// The database failed. The text never holds bound values.
class DatabaseError : public std::runtime_error {
 public:
  enum class Category { unavailable, busy, read_only, full, corrupt, unique_violation, constraint, other };
  DatabaseError(Category category, const std::string& text) : std::runtime_error(text), category_(category) {}
  Category category() const { return category_; }

 private:
  Category category_;
};

enum class CellType { integer, text };
using Cell = std::variant<std::monostate, std::int64_t, std::string>;  // NULL, BIGINT, TEXT

namespace detail {
template <class T>
struct Column;  // int64, string, and std::optional of them
template <>
struct Column<std::int64_t> {
  static constexpr CellType type = CellType::integer;
  static std::int64_t from(Cell& cell) { return std::get<std::int64_t>(cell); }
};
template <>
struct Column<std::string> {
  static constexpr CellType type = CellType::text;
  static std::string from(Cell& cell) { return std::move(std::get<std::string>(cell)); }
};
template <class T>
struct Column<std::optional<T>> {
  static constexpr CellType type = Column<T>::type;
  static std::optional<T> from(Cell& cell) {
    if (std::holds_alternative<std::monostate>(cell)) return std::nullopt;
    return Column<T>::from(cell);
  }
};

// A parameter knows its type even when it is NULL.
struct Parameter {
  CellType type;
  Cell cell;
};
inline Parameter parameter(std::string_view text) {
  return {CellType::text, std::string(text)};
}
inline Parameter parameter(std::integral auto number) {
  return {CellType::integer, static_cast<std::int64_t>(number)};
}
template <class T>
Parameter parameter(const std::optional<T>& value) {
  if (!value) return {Column<T>::type, Cell{}};
  return parameter(*value);
}
}  // namespace detail

using TypedCell = detail::Parameter;

// One connection. Used by one thread at a time; statements are prepared once
// and kept.
class Session {
 public:
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // Rows as tuples: session.select<std::int64_t, std::string>(kSql, key).
  template <class... Columns, class... Parameters>
  std::vector<std::tuple<Columns...>> select(std::string_view sql, const Parameters&... parameters) {
    const detail::Parameter bound[] = {detail::parameter(parameters)..., {CellType::integer, Cell{}}};
    constexpr CellType types[] = {detail::Column<Columns>::type...};
    std::vector<std::tuple<Columns...>> rows;
    run(sql, {bound, sizeof...(Parameters)}, types, [&](std::span<Cell> cells) {
      rows.push_back(convert<Columns...>(cells, std::index_sequence_for<Columns...>{}));
    });
    return rows;
  }

  template <class... Columns, class... Parameters>
  std::optional<std::tuple<Columns...>> select_one(std::string_view sql, const Parameters&... parameters) {
    auto rows = select<Columns...>(sql, parameters...);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
  }

  // Returns how many rows changed.
  template <class... Parameters>
  std::int64_t execute(std::string_view sql, const Parameters&... parameters) {
    const detail::Parameter bound[] = {detail::parameter(parameters)..., {CellType::integer, Cell{}}};
    return run(sql, {bound, sizeof...(Parameters)}, {}, {});
  }

  // A statement put together at run time (tables.h): columns by their types, each
  // row handed to `sink(std::span<Cell>)`. Returns how many rows there were.
  template <class Sink>
  std::int64_t select_cells(std::string_view sql, std::span<const TypedCell> parameters,
                            std::span<const CellType> columns, Sink&& sink) {
    return run(sql, parameters, columns, sink);
  }
  std::int64_t execute_cells(std::string_view sql, std::span<const TypedCell> parameters) {
    return run(sql, parameters, {}, {});
  }

  // Runs `work()` inside a savepoint of the running transaction: undone when it
  // throws or returns a Problem, while the transaction itself goes on.
  template <class Work>
  auto nested(Work&& work) {
    control("SAVEPOINT nested");
    try {
      auto outcome = work();
      if (outcome.has_error()) control("ROLLBACK TO SAVEPOINT nested");
      control("RELEASE SAVEPOINT nested");
      return outcome;
    } catch (...) {
      control("ROLLBACK TO SAVEPOINT nested");
      control("RELEASE SAVEPOINT nested");
      throw;
    }
  }

  // Several statements without parameters (migrations).
  void execute_script(std::string_view sql);

  bool is_postgresql() const;

 private:
  friend class Database;
  struct Connection;
  explicit Session(std::unique_ptr<Connection> connection);

  // A view of a callable: no allocation per query.
  class RowSink {
   public:
    RowSink() = default;
    template <class F>
    requires(!std::same_as<std::remove_cvref_t<F>, RowSink>) RowSink(F&& sink)  // NOLINT: implicit on purpose
        : object_(std::addressof(sink)), call_([](void* object, std::span<Cell> cells) {
            (*static_cast<std::remove_reference_t<F>*>(object))(cells);
          }) {}
    void operator()(std::span<Cell> cells) const { call_(object_, cells); }

   private:
    void* object_ = nullptr;
    void (*call_)(void*, std::span<Cell>) = nullptr;
  };

  void control(const char* statement);  // BEGIN, COMMIT, SAVEPOINT …
  std::int64_t run(std::string_view sql, std::span<const detail::Parameter> parameters,
                   std::span<const CellType> columns, RowSink sink);

  template <class... Columns, std::size_t... Index>
  static std::tuple<Columns...> convert(std::span<Cell> cells, std::index_sequence<Index...>) {
    return {detail::Column<Columns>::from(cells[Index])...};
  }

  std::unique_ptr<Connection> connection_;
};

// One database: a pool of readers and, on SQLite, a single writer. Any thread.
class Database {
 public:
  // "sqlite:PATH" (created if missing, WAL) or "postgresql://…".
  explicit Database(const std::string& url, std::size_t readers = 4);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  bool is_postgresql() const;

  // Runs `work(session)` on one snapshot; changes are not possible in it.
  template <class Work>
  auto read(Work&& work) {
    Lease lease(*this, Access::read);
    return lease.run(std::forward<Work>(work));
  }

  // Runs `work(session)` in one transaction: committed when it returns, rolled
  // back when it throws or returns a Result that holds a Problem.
  template <class Work>
  auto write(Work&& work) {
    Lease lease(*this, Access::write);
    return lease.run(std::forward<Work>(work));
  }

 private:
  enum class Access { read, write };

  // A session taken from the pool, inside a transaction, given back at the end.
  class Lease {
   public:
    Lease(Database& database, Access access);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    template <class Work>
    auto run(Work&& work) {
      if constexpr (std::is_void_v<std::invoke_result_t<Work, Session&>>) {
        work(*session_);
        commit();
      } else {
        auto outcome = work(*session_);
        if constexpr (requires { outcome.has_error(); }) {
          if (outcome.has_error()) return outcome;  // the destructor rolls back
        }
        commit();
        return outcome;
      }
    }

   private:
    void commit();
    Database& database_;
    Access access_;
    std::unique_ptr<Session> session_;
    bool committed_ = false;
  };

  struct Pool;
  std::unique_ptr<Pool> pool_;
};

}  // namespace haidang::store
