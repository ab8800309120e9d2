#include "store/integrity.h"

namespace haidang::store {

namespace {

using Integer = std::int64_t;
using Text = std::string;

constexpr std::string_view kIntegritySqlite = "SELECT integrity_check FROM pragma_integrity_check(100)";
constexpr std::string_view kForeignKeysSqlite =
    "SELECT \"table\", \"parent\", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2";

// Each reference: the two tables, and "child.a IS NOT NULL" and "parent.id = child.a" of its columns.
constexpr std::string_view kReferencesPostgresql =
    "SELECT CAST(CAST(k.conrelid AS regclass) AS text), CAST(CAST(k.confrelid AS regclass) AS text), "
    "string_agg(format('child.%I IS NOT NULL', a.attname), ' AND '), "
    "string_agg(format('parent.%I = child.%I', b.attname, a.attname), ' AND ') "
    "FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace AND n.nspname = current_schema() "
    "CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS pair(child, parent) "
    "JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.child "
    "JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.parent "
    "WHERE k.contype = 'f' GROUP BY k.oid, k.conrelid, k.confrelid ORDER BY k.oid";

std::string broken_reference(const Text& table, const Text& parent, Integer rows) {
  return std::to_string(rows) + " rows of " + table + " refer to rows of " + parent + " that are not there";
}

std::vector<std::string> faults_of_sqlite(Session& session) {
  std::vector<std::string> faults;
  for (auto& [line] : session.select<Text>(kIntegritySqlite))
    if (line != "ok") faults.push_back(std::move(line));
  for (const auto& [table, parent, rows] : session.select<Text, Text, Integer>(kForeignKeysSqlite))
    faults.push_back(broken_reference(table, parent, rows));
  return faults;
}

std::vector<std::string> faults_of_postgresql(Session& session) {
  std::vector<std::string> faults;
  for (const auto& [table, parent, present, equal] :
       session.select<Text, Text, Text, Text>(kReferencesPostgresql)) {
    const auto rows = session.select_one<Integer>("SELECT count(*) FROM " + table + " child WHERE " +
                                                  present + " AND NOT EXISTS (SELECT 1 FROM " + parent +
                                                  " parent WHERE " + equal + ")");
    if (std::get<0>(*rows) > 0) faults.push_back(broken_reference(table, parent, std::get<0>(*rows)));
  }
  return faults;
}

}  // namespace

std::vector<std::string> integrity_faults(Session& session) {
  return session.is_postgresql() ? faults_of_postgresql(session) : faults_of_sqlite(session);
}

}  // namespace haidang::store
