#pragma once
// Schema migrations: numbered scripts that run forward at start, each in its own
// transaction together with its line in schema_migration.
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "store/database.h"

namespace haidang::store {

struct Migration {
  std::int64_t version = 0;
  std::string name;
  std::string_view script;  // ${identity} is replaced for the engine
};

// From resources: ("sql/0001_foundation.sql", script) …, in order, without gaps.
// Throws std::logic_error on anything else.
std::vector<Migration> migrations_from(
    const std::vector<std::pair<std::string_view, std::string_view>>& files);

// The database was written by a newer program; nothing was touched.
class NewerDatabase : public std::runtime_error {
 public:
  NewerDatabase(std::int64_t found, std::int64_t known);
  std::int64_t found;
  std::int64_t known;
};

// Brings the schema to the newest version; returns how many scripts ran.
std::size_t migrate(Database& database, const std::vector<Migration>& migrations, Instant now = {});

// The same inside the caller's transaction: all of it or nothing.
std::size_t migrate(Session& session, const std::vector<Migration>& migrations, Instant now = {});

// The version of the schema, 0 for an empty database.
std::int64_t schema_version(Session& session);
std::int64_t schema_version(Database& database);

}  // namespace haidang::store
