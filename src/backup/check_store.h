#pragma once
// What `check` asks the database. Each function is one query; lists of faults are
// empty for a sound installation.
#include <cstdint>
#include <string>
#include <vector>

#include "content/identifiers.h"
#include "store/database.h"

namespace haidang::backup {

// A revision that an edition shows or works on, as it is stored.
struct StoredRevision {
  content::RevisionId id;
  content::ItemId item;
  std::string locale;
  std::string content_hash;
  std::string title;
  std::string lead;
  std::string byline;
  std::string posted_by;
  std::string source;
  std::string body;
};
std::int64_t count_used_revisions(store::Session& session);
std::vector<StoredRevision> used_revisions_after(store::Session& session, content::RevisionId after,
                                                 std::int64_t limit);

struct EditionPlace {
  content::ItemId item;
  std::string locale;
};
// Published or withdrawn, but there is no text to show.
std::vector<EditionPlace> editions_without_live_revision(store::Session& session);
// Their revision is of another item or language.
std::vector<EditionPlace> editions_with_foreign_revision(store::Session& session);

struct ListingPlace {
  EditionPlace edition;
  content::SectionId section;  // none: the whole site
};
// Published articles that are not in a list they belong to, and entries of
// lists where no published article belongs.
std::vector<ListingPlace> unlisted_editions(store::Session& session);
std::vector<ListingPlace> stray_listings(store::Session& session);

// Old addresses that lead to no edition: host + path.
std::vector<std::string> dangling_redirects(store::Session& session);
std::int64_t count_redirects(store::Session& session);

}  // namespace haidang::backup
