#include "backup/check_store.h"

namespace haidang::backup {

namespace {

using Integer = std::int64_t;
using Text = std::string;

#define HAIDANG_USED                                                                     \
  "EXISTS (SELECT 1 FROM edition e WHERE e.item_id = r.item_id AND e.locale = r.locale " \
  "AND (e.current_revision = r.id OR e.live_revision = r.id))"

constexpr std::string_view kCountUsed = "SELECT count(*) FROM revision r WHERE " HAIDANG_USED;
constexpr std::string_view kUsed =
    "SELECT r.id, r.item_id, r.locale, r.content_hash, r.title, r.lead, r.byline, r.posted_by, r.source, "
    "r.body "
    "FROM revision r WHERE r.id > :after AND " HAIDANG_USED " ORDER BY r.id LIMIT :limit";
constexpr std::string_view kWithoutLive =
    "SELECT item_id, locale FROM edition WHERE state IN ('published', 'withdrawn') AND live_revision IS NULL "
    "ORDER BY item_id, locale";
constexpr std::string_view kForeign =
    "SELECT DISTINCT e.item_id, e.locale FROM edition e "
    "JOIN revision r ON r.id = e.current_revision OR r.id = e.live_revision "
    "WHERE r.item_id <> e.item_id OR r.locale <> e.locale ORDER BY e.item_id, e.locale";

// The lists a section's items stand in: its own, its ancestors', the site's (0).
// UNION, not UNION ALL: ends even if the sections go round in a circle.
#define HAIDANG_LISTS                                                                   \
  "WITH RECURSIVE above (section_id, list_id) AS (SELECT id, id FROM section UNION "    \
  "SELECT a.section_id, s.parent_id FROM above a JOIN section s ON s.id = a.list_id "   \
  "WHERE s.parent_id IS NOT NULL), "                                                    \
  "expected (site_id, section_id, locale, listed_at, item_id) AS ("                     \
  "SELECT e.site_id, p.list_id, e.locale, e.listed_at, e.item_id FROM edition e "       \
  "JOIN item i ON i.id = e.item_id AND i.kind = 'article' "                             \
  "JOIN (SELECT section_id, list_id FROM above UNION ALL SELECT id, 0 FROM section) p " \
  "ON p.section_id = i.section_id WHERE e.state = 'published') "
constexpr std::string_view kUnlisted = HAIDANG_LISTS
    "SELECT x.item_id, x.locale, x.section_id FROM expected x LEFT JOIN listing l ON l.site_id = x.site_id "
    "AND l.section_id = x.section_id AND l.locale = x.locale AND l.listed_at = x.listed_at "
    "AND l.item_id = x.item_id WHERE l.item_id IS NULL ORDER BY 1, 2, 3";
constexpr std::string_view kStray = HAIDANG_LISTS
    "SELECT item_id, locale, section_id FROM (SELECT site_id, section_id, locale, listed_at, item_id "
    "FROM listing EXCEPT SELECT site_id, section_id, locale, listed_at, item_id FROM expected) stray "
    "ORDER BY 1, 2, 3";
constexpr std::string_view kDangling =
    "SELECT d.host, d.path FROM redirect d LEFT JOIN edition e ON e.item_id = d.item_id AND e.locale = "
    "d.locale "
    "WHERE e.item_id IS NULL ORDER BY d.host, d.path";
constexpr std::string_view kCountRedirects = "SELECT count(*) FROM redirect";

std::vector<EditionPlace> editions(store::Session& session, std::string_view sql) {
  std::vector<EditionPlace> found;
  for (auto& [item, locale] : session.select<Integer, Text>(sql))
    found.push_back({content::ItemId{item}, std::move(locale)});
  return found;
}

std::vector<ListingPlace> listings(store::Session& session, std::string_view sql) {
  std::vector<ListingPlace> found;
  for (auto& [item, locale, section] : session.select<Integer, Text, Integer>(sql))
    found.push_back({{content::ItemId{item}, std::move(locale)}, content::SectionId{section}});
  return found;
}

}  // namespace

std::int64_t count_used_revisions(store::Session& session) {
  return std::get<0>(*session.select_one<Integer>(kCountUsed));
}

std::vector<StoredRevision> used_revisions_after(store::Session& session, content::RevisionId after,
                                                 std::int64_t limit) {
  std::vector<StoredRevision> found;
  for (auto& [id, item, locale, hash, title, lead, byline, posted_by, source, body] :
       session.select<Integer, Integer, Text, Text, Text, Text, Text, Text, Text, Text>(kUsed, after.value,
                                                                                        limit))
    found.push_back({content::RevisionId{id}, content::ItemId{item}, std::move(locale), std::move(hash),
                     std::move(title), std::move(lead), std::move(byline), std::move(posted_by),
                     std::move(source), std::move(body)});
  return found;
}

std::vector<EditionPlace> editions_without_live_revision(store::Session& session) {
  return editions(session, kWithoutLive);
}

std::vector<EditionPlace> editions_with_foreign_revision(store::Session& session) {
  return editions(session, kForeign);
}

std::vector<ListingPlace> unlisted_editions(store::Session& session) {
  return listings(session, kUnlisted);
}

std::vector<ListingPlace> stray_listings(store::Session& session) {
  return listings(session, kStray);
}

std::vector<std::string> dangling_redirects(store::Session& session) {
  std::vector<std::string> found;
  for (const auto& [host, path] : session.select<Text, Text>(kDangling)) found.push_back(host + path);
  return found;
}

std::int64_t count_redirects(store::Session& session) {
  return std::get<0>(*session.select_one<Integer>(kCountRedirects));
}

}  // namespace haidang::backup
