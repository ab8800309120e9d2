#pragma once
// What the public pages read: sites, lists, editions, alternates, redirects,
// media. Every function is one or a few keyed queries on the given session.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/edition.h"
#include "content/site.h"
#include "store/database.h"

namespace haidang::content {

Sites load_sites(store::Session& session);

// Lists: newest first. SectionId{} is the whole site; a section's list holds
// its descendants' items too. Pages of kind "page" are in no list.
std::vector<ListEntry> list_public(store::Session& session, SiteId site, SectionId section,
                                   std::string_view locale, std::int64_t offset, std::int64_t limit);
std::int64_t count_public(store::Session& session, SiteId site, SectionId section, std::string_view locale);
// Featured articles, newest first.
std::vector<ListEntry> list_featured(store::Session& session, SiteId site, std::string_view locale,
                                     std::int64_t limit);
// Standing pages of a section (kind "page"), by title.
std::vector<ListEntry> list_pages(store::Session& session, SiteId site, SectionId section,
                                  std::string_view locale);

// By slug; also withdrawn ones (withdrawn == true).
std::optional<PublicEdition> find_public(store::Session& session, SiteId site, std::string_view locale,
                                         std::string_view slug);
// The item's public editions in all languages, this one included, in locale-code order.
std::vector<Alternate> list_alternates(store::Session& session, ItemId item);

// For the sitemap: every public edition, by item, with when it last changed.
struct SitemapEntry {
  ItemId item;
  SectionId section;
  std::string locale;
  std::string slug;
  Instant changed_at{};
};
std::vector<SitemapEntry> list_for_sitemap(store::Session& session, SiteId site, ItemId after,
                                           std::int64_t limit);

// Old addresses. `host` lower case without port; `target` path with query.
struct RedirectTarget {
  SiteId site;
  std::string locale;
  SectionId section;
  std::string slug;
};
std::optional<RedirectTarget> find_redirect(store::Session& session, SiteId site, std::string_view host,
                                            std::string_view target);

std::optional<Media> find_media(store::Session& session, const std::string& address);
// Those of several files that are known, each once, if no address is given twice.
std::vector<Media> find_media(store::Session& session, std::span<const std::string> addresses);

}  // namespace haidang::content
