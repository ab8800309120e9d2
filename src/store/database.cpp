#include "store/database.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <condition_variable>
#include <exception>
#include <mutex>

#include "store/connection.h"

namespace haidang::store {

namespace {

constexpr std::string_view kSqlitePrefix = "sqlite:";

bool is_postgresql_url(std::string_view url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

// SOCI 4.0.3 damages connection URIs ("…/name" becomes "…/name="), so libpq
// takes the URI apart and SOCI gets keyword=value pairs.
std::string keyword_connection_string(const std::string& url) {
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
      PQconninfoParse(url.c_str(), nullptr), &PQconninfoFree);
  if (!options) throw DatabaseError(DatabaseError::Category::unavailable, "malformed PostgreSQL address");
  std::string result;
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->val == nullptr || *option->val == '\0') continue;
    result.append(result.empty() ? "" : " ").append(option->keyword).append("='");
    for (const char* c = option->val; *c != '\0'; ++c) {
      if (*c == '\'' || *c == '\\') result.push_back('\\');
      result.push_back(*c);
    }
    result.push_back('\'');
  }
  return result;
}

}  // namespace

// Readers and writers are opened when first needed and kept. On SQLite the
// write lock is ours (one writer queues behind a mutex, so BEGIN IMMEDIATE
// waits only for other processes); PostgreSQL has as many writers as readers.
struct Database::Pool {
  Pool(std::string database_url, std::size_t readers)
      : url(std::move(database_url)),
        postgresql(is_postgresql_url(url)),
        limit{readers, postgresql ? readers : 1} {
    if (!postgresql && !url.starts_with(kSqlitePrefix))
      throw DatabaseError(DatabaseError::Category::unavailable,
                          "database address must start with sqlite: or postgresql://");
  }

  std::string url;
  bool postgresql;
  std::size_t limit[2];
  std::size_t open[2] = {0, 0};
  std::vector<std::unique_ptr<Session>> idle[2];
  std::mutex mutex;
  std::condition_variable returned;

  std::unique_ptr<Session> connect(Access access) const {
    auto connection = std::make_unique<Session::Connection>();
    connection->postgresql = postgresql;
    try {
      if (postgresql) {
        connection->soci.open(soci::postgresql, keyword_connection_string(url));
        connection->once("SET client_min_messages TO warning");
      } else {
        // The default synchronous mode of SOCI would be overwritten below.
        connection->soci.open(soci::sqlite3,
                              "dbname=\"" + url.substr(kSqlitePrefix.size()) + "\" timeout=10");
        auto* backend = static_cast<soci::sqlite3_session_backend*>(connection->soci.get_backend());
        sqlite_api::sqlite3_extended_result_codes(backend->conn_, 1);
        connection->once("PRAGMA journal_mode = WAL");
        connection->once("PRAGMA synchronous = FULL");  // an acknowledged act survives a power cut
        connection->once("PRAGMA foreign_keys = ON");
        connection->once("PRAGMA cache_size = -16000");  // 16 MB a connection
        if (access == Access::read) connection->once("PRAGMA query_only = ON");
      }
    } catch (const soci::soci_error&) {
      rethrow_as_database_error({});
    }
    return std::unique_ptr<Session>(new Session(std::move(connection)));
  }

  std::unique_ptr<Session> take(Access access) {
    const auto kind = static_cast<std::size_t>(access);
    std::unique_lock lock(mutex);
    returned.wait(lock, [&] { return !idle[kind].empty() || open[kind] < limit[kind]; });
    if (!idle[kind].empty()) {
      auto session = std::move(idle[kind].back());
      idle[kind].pop_back();
      return session;
    }
    ++open[kind];
    lock.unlock();
    try {
      return connect(access);
    } catch (...) {
      drop(access);
      throw;
    }
  }

  void give_back(Access access, std::unique_ptr<Session> session) {
    const std::lock_guard lock(mutex);
    idle[static_cast<std::size_t>(access)].push_back(std::move(session));
    returned.notify_all();
  }

  // A broken connection is closed, not given back.
  void drop(Access access) {
    const std::lock_guard lock(mutex);
    --open[static_cast<std::size_t>(access)];
    returned.notify_all();
  }
};

Database::Database(const std::string& url, std::size_t readers)
    : pool_(std::make_unique<Pool>(url, readers)) {
  // A connection is one thread's at a time, so SQLite need not lock it at every
  // column; nor count its memory. Only the first call in a process has effect.
  sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
  sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  pool_->give_back(Access::write, pool_->take(Access::write));  // fail now rather than at the first request
}
Database::~Database() = default;

bool Database::is_postgresql() const {
  return pool_->postgresql;
}

Database::Lease::Lease(Database& database, Access access)
    : database_(database), access_(access), session_(database.pool_->take(access)) {
  try {
    if (!database.is_postgresql())
      session_->control(access == Access::write ? "BEGIN IMMEDIATE" : "BEGIN");
    else
      session_->control(access == Access::write ? "BEGIN"
                                                : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  } catch (...) {
    session_.reset();
    database.pool_->drop(access);
    throw;
  }
}

void Database::Lease::commit() {
  session_->control("COMMIT");
  committed_ = true;
}

Database::Lease::~Lease() {
  if (!committed_) {
    try {
      session_->connection_->once("ROLLBACK");
    } catch (const std::exception&) {
      session_.reset();  // not even that worked: the connection is of no use
      database_.pool_->drop(access_);
      return;
    }
  }
  database_.pool_->give_back(access_, std::move(session_));
}

}  // namespace haidang::store
