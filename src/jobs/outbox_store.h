#pragma once
// The outbox: what follows from an act (cache, index, feeds, mail), written in
// the transaction of the act and read afterwards in order of id. Each reader
// remembers the last id it has seen.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "store/database.h"

namespace haidang::jobs {

struct OutboxEntry {
  std::int64_t id = 0;
  Instant at{};
  std::string topic;  // "edition.published", "edition.withdrawn", "site.changed"
  std::optional<std::int64_t> site;
  std::optional<std::int64_t> item;
  std::string locale;
  std::vector<std::string> tags;  // surrogate keys of what it touches
};

// Holds back the other writers of the outbox until the transaction ends.
void append_outbox(store::Session& session, const OutboxEntry& entry);
std::int64_t newest_outbox_id(store::Session& session);
std::vector<OutboxEntry> read_outbox(store::Session& session, std::int64_t after, std::int64_t limit);

}  // namespace haidang::jobs
