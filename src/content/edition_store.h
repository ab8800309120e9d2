#pragma once
// Writing items, revisions, editions and what stands in public lists. Called by
// the verbs in editing/, inside their transaction.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/edition.h"
#include "content/site.h"
#include "store/database.h"

namespace haidang::content {

ItemId insert_item(store::Session& session, const Item& item, Instant created_at,
                   std::optional<std::int64_t> account);
std::optional<Item> find_item(store::Session& session, ItemId item);

struct NewRevision {
  ItemId item;
  std::string locale;
  std::optional<RevisionId> based_on;
  Instant created_at{};
  std::optional<std::int64_t> account;
  const EditionText& text;  // body with ids
};
// What a reader sees of a text, as one hash: equal texts are equal revisions.
std::string content_hash(const EditionText& text);
RevisionId insert_revision(store::Session& session, const NewRevision& revision);
std::optional<EditionText> find_revision_text(store::Session& session, RevisionId revision);
std::optional<std::string> find_revision_hash(store::Session& session, RevisionId revision);

std::optional<Edition> find_edition(store::Session& session, ItemId item, std::string_view locale);
void insert_edition(store::Session& session, SiteId site, const Edition& edition);
// Writes every column if the stored version is still `edition.version`, and adds
// one to it; false: somebody changed it meanwhile.
bool update_edition(store::Session& session, const Edition& edition);
void set_withdrawn(store::Session& session, ItemId item, std::string_view locale, Instant at,
                   std::string_view reason);
void set_imported_views(store::Session& session, ItemId item, std::string_view locale, std::int64_t views);

// A slug that is free in this site and language: `wanted`, else `wanted-2`, …
// `wanted` may be empty (a title in a script without transliteration).
std::string free_slug(store::Session& session, SiteId site, std::string_view locale,
                      const std::string& wanted);

// Puts an edition into the lists of its section, the section's ancestors and
// the whole site, in place of where it stood before.
void list_edition(store::Session& session, const Site& site, const Item& item, std::string_view locale,
                  Instant listed_at);
void unlist_edition(store::Session& session, ItemId item, std::string_view locale);

// An old address answers with a redirect to this edition; the newest claim wins.
void put_redirect(store::Session& session, SiteId site, std::string_view host, std::string_view path,
                  ItemId item, std::string_view locale, Instant at);

void insert_media(store::Session& session, const Media& media, Instant at);
void insert_media_variant(store::Session& session, std::string_view media, const MediaVariant& variant,
                          std::int64_t bytes);

}  // namespace haidang::content
