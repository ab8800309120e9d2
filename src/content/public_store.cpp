#include "content/public_store.h"

#include <algorithm>
#include <tuple>

#include "content/document_json.h"
#include "content/stored_moment.h"

namespace haidang::content {

namespace {

using Integer = std::int64_t;
using Text = std::string;
using OptionalInteger = std::optional<std::int64_t>;
using OptionalText = std::optional<std::string>;

#define HAIDANG_ENTRY_COLUMNS                                                                      \
  "i.id, i.section_id, e.locale, e.slug, r.title, r.lead, e.published_at, e.published_precision, " \
  "e.listed_at, r.picture, r.picture_alt "

// The page is cut from the listing alone: what it skips is joined with nothing.
// Its few rows are put in order by us.
constexpr std::string_view kList =
    "SELECT " HAIDANG_ENTRY_COLUMNS
    "FROM (SELECT item_id, locale, listed_at FROM listing "
    "WHERE site_id = :site AND section_id = :section AND locale = :locale "
    "ORDER BY listed_at DESC, item_id DESC LIMIT :limit OFFSET :offset) l "
    "JOIN edition e ON e.item_id = l.item_id AND e.locale = l.locale "
    "JOIN item i ON i.id = l.item_id JOIN revision r ON r.id = e.live_revision";
constexpr std::string_view kCount =
    "SELECT count(*) FROM listing WHERE site_id = :site AND section_id = :section AND locale = :locale";
constexpr std::string_view kFeatured =
    "SELECT " HAIDANG_ENTRY_COLUMNS
    "FROM item i JOIN edition e ON e.item_id = i.id AND e.locale = :locale AND e.state = 'published' "
    "JOIN revision r ON r.id = e.live_revision "
    "WHERE i.site_id = :site AND i.featured = 1 AND i.kind = 'article' "
    "ORDER BY e.listed_at DESC LIMIT :limit";
constexpr std::string_view kPages =
    "SELECT " HAIDANG_ENTRY_COLUMNS
    "FROM item i JOIN edition e ON e.item_id = i.id AND e.locale = :locale AND e.state = 'published' "
    "JOIN revision r ON r.id = e.live_revision "
    "WHERE i.section_id = :section AND i.kind = 'page' AND i.site_id = :site ORDER BY i.id";
constexpr std::string_view kFind =
    "SELECT i.id, i.section_id, i.kind, i.content_type, i.featured, e.state, r.id, "
    "e.published_at, e.published_precision, e.updated_at, e.updated_precision, e.imported_views, "
    "e.withdrawn_at, e.withdrawn_reason, r.title, r.lead, r.byline, r.posted_by, r.source, r.body "
    "FROM edition e JOIN item i ON i.id = e.item_id JOIN revision r ON r.id = e.live_revision "
    "WHERE e.site_id = :site AND e.locale = :locale AND e.slug = :slug AND e.state IN ('published', "
    "'withdrawn')";
constexpr std::string_view kAlternates =
    "SELECT e.locale, i.section_id, e.slug FROM edition e JOIN item i ON i.id = e.item_id "
    "WHERE e.item_id = :item AND e.state = 'published' ORDER BY e.locale";
constexpr std::string_view kSitemap =
    "SELECT i.id, i.section_id, e.locale, e.slug, r.created_at, e.updated_at "
    "FROM (SELECT id, section_id FROM item WHERE site_id = :site AND id > :after ORDER BY id LIMIT :limit) i "
    "JOIN edition e ON e.item_id = i.id AND e.state = 'published' "
    "JOIN revision r ON r.id = e.live_revision ORDER BY i.id, e.locale";
constexpr std::string_view kRedirect =
    "SELECT d.site_id, d.locale, i.section_id, e.slug FROM redirect d "
    "JOIN edition e ON e.item_id = d.item_id AND e.locale = d.locale AND e.state IN ('published', "
    "'withdrawn') "
    "JOIN item i ON i.id = d.item_id "
    "WHERE d.path = :path AND (d.host = :host OR (d.host = '' AND d.site_id = :site)) "
    "ORDER BY d.host DESC LIMIT 1";
// Files are asked for by the handful: a statement has this many places.
constexpr std::size_t kMediaAtOnce = 6;
constexpr std::string_view kMedia =
    "SELECT m.address, m.media_type, m.bytes, m.width, m.height, m.name, "
    "v.address, v.width, v.height, v.media_type "
    "FROM media m LEFT JOIN media_variant v ON v.media_address = m.address "
    "WHERE m.address IN (:a, :b, :c, :d, :e, :f) ORDER BY m.address, v.width";

template <class... Parameters>
std::vector<ListEntry> entries(store::Session& session, std::string_view sql,
                               const Parameters&... parameters) {
  std::vector<ListEntry> found;
  for (auto& [item, section, locale, slug, title, lead, published, precision, listed, picture, alt] :
       session.select<Integer, Integer, Text, Text, Text, Text, OptionalInteger, Text, Integer, Text, Text>(
           sql, parameters...))
    found.push_back({ItemId{item}, SectionId{section}, std::move(locale), std::move(slug), std::move(title),
                     std::move(lead), moment_from(published, precision), from_microseconds(listed),
                     std::move(picture), std::move(alt)});
  return found;
}

}  // namespace

std::vector<ListEntry> list_public(store::Session& session, SiteId site, SectionId section,
                                   std::string_view locale, std::int64_t offset, std::int64_t limit) {
  auto page = entries(session, kList, site.value, section.value, locale, limit, offset);
  std::ranges::sort(page, [](const ListEntry& a, const ListEntry& b) {
    return std::tie(b.listed_at, b.item) < std::tie(a.listed_at, a.item);
  });
  return page;
}

std::int64_t count_public(store::Session& session, SiteId site, SectionId section, std::string_view locale) {
  return std::get<0>(*session.select_one<Integer>(kCount, site.value, section.value, locale));
}

std::vector<ListEntry> list_featured(store::Session& session, SiteId site, std::string_view locale,
                                     std::int64_t limit) {
  return entries(session, kFeatured, locale, site.value, limit);
}

std::vector<ListEntry> list_pages(store::Session& session, SiteId site, SectionId section,
                                  std::string_view locale) {
  return entries(session, kPages, locale, section.value, site.value);
}

std::optional<PublicEdition> find_public(store::Session& session, SiteId site, std::string_view locale,
                                         std::string_view slug) {
  auto row = session.select_one<Integer, Integer, Text, Text, Integer, Text, Integer, OptionalInteger, Text,
                                OptionalInteger, Text, OptionalInteger, OptionalInteger, Text, Text, Text,
                                Text, Text, Text, Text>(kFind, site.value, locale, slug);
  if (!row) return std::nullopt;
  auto& [item, section, kind, type, featured, state, revision, published, published_precision, updated,
         updated_precision, views, withdrawn_at, withdrawn_reason, title, lead, byline, posted_by, source,
         body] = *row;
  PublicEdition edition;
  edition.item = {ItemId{item},
                  site,
                  SectionId{section},
                  item_kind_from(kind).value_or(ItemKind::article),
                  content_type_from(type).value_or(ContentType::official_information),
                  featured != 0};
  edition.locale = locale;
  edition.slug = slug;
  edition.revision = RevisionId{revision};
  edition.published_at = moment_from(published, published_precision);
  edition.updated_at = moment_from(updated, updated_precision);
  edition.imported_views = views;
  edition.withdrawn = state == to_string(workflow::State::withdrawn);
  edition.withdrawn_reason = std::move(withdrawn_reason);
  if (withdrawn_at) edition.withdrawn_at = from_microseconds(*withdrawn_at);
  edition.text = {std::move(title),     std::move(lead),   std::move(byline),
                  std::move(posted_by), std::move(source), from_stored_json(body)};
  return edition;
}

std::vector<Alternate> list_alternates(store::Session& session, ItemId item) {
  std::vector<Alternate> found;
  for (auto& [locale, section, slug] : session.select<Text, Integer, Text>(kAlternates, item.value))
    found.push_back({std::move(locale), SectionId{section}, std::move(slug)});
  return found;
}

std::vector<SitemapEntry> list_for_sitemap(store::Session& session, SiteId site, ItemId after,
                                           std::int64_t limit) {
  std::vector<SitemapEntry> found;
  for (auto& [item, section, locale, slug, created, updated] :
       session.select<Integer, Integer, Text, Text, Integer, OptionalInteger>(kSitemap, site.value,
                                                                              after.value, limit))
    found.push_back({ItemId{item}, SectionId{section}, std::move(locale), std::move(slug),
                     from_microseconds(updated.value_or(created))});
  return found;
}

std::optional<RedirectTarget> find_redirect(store::Session& session, SiteId site, std::string_view host,
                                            std::string_view target) {
  auto row = session.select_one<Integer, Text, Integer, Text>(kRedirect, target, host, site.value);
  if (!row) return std::nullopt;
  auto& [target_site, locale, section, slug] = *row;
  return RedirectTarget{SiteId{target_site}, std::move(locale), SectionId{section}, std::move(slug)};
}

std::vector<Media> find_media(store::Session& session, std::span<const std::string> addresses) {
  std::vector<Media> found;
  for (; !addresses.empty(); addresses = addresses.subspan(std::min(kMediaAtOnce, addresses.size()))) {
    const auto asked = [&](std::size_t i) -> std::string_view {
      return addresses[std::min(i, addresses.size() - 1)];
    };
    for (auto& [address, type, bytes, width, height, name, variant, variant_width, variant_height,
                variant_type] : session.select<Text, Text, Integer, Integer, Integer, Text, OptionalText,
                                               OptionalInteger, OptionalInteger, OptionalText>(
             kMedia, asked(0), asked(1), asked(2), asked(3), asked(4), asked(5))) {
      if (found.empty() || found.back().address != address)
        found.push_back({std::move(address),
                         std::move(type),
                         bytes,
                         static_cast<int>(width),
                         static_cast<int>(height),
                         std::move(name),
                         {}});
      if (variant)
        found.back().variants.push_back({std::move(*variant), static_cast<int>(*variant_width),
                                         static_cast<int>(*variant_height), std::move(*variant_type)});
    }
  }
  return found;
}

std::optional<Media> find_media(store::Session& session, const std::string& address) {
  auto found = find_media(session, std::span(&address, 1));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

}  // namespace haidang::content
