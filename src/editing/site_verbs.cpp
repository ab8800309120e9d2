#include "editing/site_verbs.h"

#include <utility>

#include "content/site_store.h"
#include "editing/record.h"

namespace haidang::editing {

content::Site create_site(store::Session& session, const people::Actor& actor, Instant now,
                          content::Site site) {
  site = content::insert_site(session, std::move(site));
  EditContext context{session, actor, site, now, {}};
  record(context, {"site.create", {}, {}, {}, {{"key", site.key}}}, "site.changed", {});
  return site;
}

}  // namespace haidang::editing
