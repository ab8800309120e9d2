#pragma once
// The audit log: who did what when. Append only; an entry is written in the
// transaction of the act it records.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "store/database.h"

namespace haidang::log {

struct AuditEntry {
  Instant at{};
  std::optional<std::int64_t> actor_id;  // empty: the program or the command line
  std::string actor;                     // as it was called then
  std::string verb;                      // "edition.publish"
  std::optional<std::int64_t> site;
  std::optional<std::int64_t> item;
  std::string locale;
  std::optional<std::int64_t> revision;
  std::string detail;  // JSON object
};

void append_audit(store::Session& session, const AuditEntry& entry);

}  // namespace haidang::log
