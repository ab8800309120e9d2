#include "log/audit_store.h"

namespace haidang::log {

namespace {
constexpr std::string_view kInsert =
    "INSERT INTO audit (at, actor_id, actor, verb, site_id, item_id, locale, revision_id, detail) "
    "VALUES (:at, :actor_id, :actor, :verb, :site, :item, :locale, :revision, :detail)";
}  // namespace

void append_audit(store::Session& session, const AuditEntry& entry) {
  session.execute(kInsert, to_microseconds(entry.at), entry.actor_id, entry.actor, entry.verb, entry.site,
                  entry.item, entry.locale, entry.revision, entry.detail);
}

}  // namespace haidang::log
