#pragma once
// Private to store/: the SOCI side of a session.
#include <soci/soci.h>

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "store/database.h"

namespace haidang::store {

// One bound parameter or result column; its address is known to SOCI, so it
// must not move while its statement lives.
struct Slot {
  CellType type = CellType::integer;
  long long integer = 0;
  std::string text;
  soci::indicator indicator = soci::i_ok;
};

struct Prepared {
  explicit Prepared(soci::session& session) : statement(session) {}
  std::deque<Slot> parameters;
  std::deque<Slot> columns;
  std::vector<Cell> row;
  soci::statement statement;  // after the slots: destroyed before them
};

struct Session::Connection {
  soci::session soci;
  bool postgresql = false;
  std::map<std::string, std::unique_ptr<Prepared>, std::less<>> prepared;

  Prepared& prepare(std::string_view sql, std::span<const detail::Parameter> parameters,
                    std::span<const CellType> columns);
  void once(const char* sql);  // BEGIN, COMMIT, PRAGMA …
};

// Turns whatever SOCI threw into a DatabaseError without bound values.
[[noreturn]] void rethrow_as_database_error(std::string_view sql);

}  // namespace haidang::store
