#include "jobs/outbox_store.h"

#include "base/text.h"

namespace haidang::jobs {

namespace {
// Numbers must become visible in their order, because readers go by the newest
// they saw. SQLite has one writer; PostgreSQL's wait here for each other's commit.
constexpr std::string_view kInTurn = "LOCK TABLE outbox IN SHARE ROW EXCLUSIVE MODE";
constexpr std::string_view kInsert =
    "INSERT INTO outbox (at, topic, site_id, item_id, locale, tags) "
    "VALUES (:at, :topic, :site, :item, :locale, :tags)";
constexpr std::string_view kNewest = "SELECT coalesce(max(id), 0) FROM outbox";
constexpr std::string_view kRead =
    "SELECT id, at, topic, site_id, item_id, locale, tags FROM outbox WHERE id > :after ORDER BY id LIMIT "
    ":limit";
}  // namespace

void append_outbox(store::Session& session, const OutboxEntry& entry) {
  std::string tags;
  for (const std::string& tag : entry.tags) tags.append(tags.empty() ? "" : " ").append(tag);
  if (session.is_postgresql()) session.execute(kInTurn);
  session.execute(kInsert, to_microseconds(entry.at), entry.topic, entry.site, entry.item, entry.locale,
                  tags);
}

std::int64_t newest_outbox_id(store::Session& session) {
  return std::get<0>(*session.select_one<std::int64_t>(kNewest));
}

std::vector<OutboxEntry> read_outbox(store::Session& session, std::int64_t after, std::int64_t limit) {
  using Text = std::string;
  using Optional = std::optional<std::int64_t>;
  std::vector<OutboxEntry> entries;
  for (auto& [id, at, topic, site, item, locale, tags] :
       session.select<std::int64_t, std::int64_t, Text, Optional, Optional, Text, Text>(kRead, after,
                                                                                        limit)) {
    OutboxEntry entry{id, from_microseconds(at), std::move(topic), site, item, std::move(locale), {}};
    for (const std::string_view tag : split(tags, ' '))
      if (!tag.empty()) entry.tags.emplace_back(tag);
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace haidang::jobs
