#include "content/edition_store.h"

#include "base/digest.h"
#include "content/document_json.h"
#include "content/stored_moment.h"

namespace haidang::content {

namespace {

using Integer = std::int64_t;
using Text = std::string;
using OptionalInteger = std::optional<std::int64_t>;

constexpr std::string_view kInsertItem =
    "INSERT INTO item (site_id, section_id, kind, content_type, featured, created_at, created_by) "
    "VALUES (:site, :section, :kind, :content_type, :featured, :created_at, :created_by) RETURNING id";
constexpr std::string_view kSelectItem =
    "SELECT site_id, section_id, kind, content_type, featured FROM item WHERE id = :item";
constexpr std::string_view kNextNumber =
    "SELECT coalesce(max(number), 0) + 1 FROM revision WHERE item_id = :item AND locale = :locale";
constexpr std::string_view kInsertRevision =
    "INSERT INTO revision (item_id, locale, number, based_on, created_at, created_by, content_hash, title, "
    "lead, "
    "byline, posted_by, source, picture, picture_alt, body) VALUES (:item, :locale, :number, :based_on, "
    ":created_at, "
    ":created_by, :content_hash, :title, :lead, :byline, :posted_by, :source, :picture, :picture_alt, :body) "
    "RETURNING id";
constexpr std::string_view kSelectText =
    "SELECT title, lead, byline, posted_by, source, body FROM revision WHERE id = :revision";
constexpr std::string_view kSelectHash = "SELECT content_hash FROM revision WHERE id = :revision";
constexpr std::string_view kSelectEdition =
    "SELECT state, slug, current_revision, live_revision, version, published_at, published_precision, "
    "updated_at, "
    "updated_precision, listed_at FROM edition WHERE item_id = :item AND locale = :locale";
constexpr std::string_view kInsertEdition =
    "INSERT INTO edition (item_id, locale, site_id, state, slug, current_revision, live_revision, version, "
    "published_at, published_precision, updated_at, updated_precision, listed_at, withdrawn_reason) "
    "VALUES (:item, :locale, :site, :state, :slug, :current, :live, 1, :published_at, :published_precision, "
    ":updated_at, :updated_precision, :listed_at, '')";
constexpr std::string_view kUpdateEdition =
    "UPDATE edition SET state = :state, slug = :slug, current_revision = :current, live_revision = :live, "
    "version = version + 1, published_at = :published_at, published_precision = :published_precision, "
    "updated_at = :updated_at, updated_precision = :updated_precision, listed_at = :listed_at "
    "WHERE item_id = :item AND locale = :locale AND version = :version";
constexpr std::string_view kSetWithdrawn =
    "UPDATE edition SET withdrawn_at = :at, withdrawn_reason = :reason WHERE item_id = :item AND locale = "
    ":locale";
constexpr std::string_view kSetViews =
    "UPDATE edition SET imported_views = :views WHERE item_id = :item AND locale = :locale";
constexpr std::string_view kSlugTaken =
    "SELECT count(*) FROM edition WHERE site_id = :site AND locale = :locale AND slug = :slug";
constexpr std::string_view kUnlist = "DELETE FROM listing WHERE item_id = :item AND locale = :locale";
constexpr std::string_view kList =
    "INSERT INTO listing (site_id, section_id, locale, listed_at, item_id) "
    "VALUES (:site, :section, :locale, :listed_at, :item)";
constexpr std::string_view kPutRedirect =
    "INSERT INTO redirect (site_id, host, path, item_id, locale, created_at) "
    "VALUES (:site, :host, :path, :item, :locale, :created_at) "
    "ON CONFLICT (path, host, site_id) DO UPDATE SET item_id = excluded.item_id, locale = excluded.locale, "
    "created_at = excluded.created_at";
constexpr std::string_view kInsertMedia =
    "INSERT INTO media (address, media_type, bytes, width, height, name, created_at) "
    "VALUES (:address, :media_type, :bytes, :width, :height, :name, :created_at) ON CONFLICT (address) DO "
    "NOTHING";
constexpr std::string_view kInsertVariant =
    "INSERT INTO media_variant (media_address, width, height, address, media_type, bytes) "
    "VALUES (:media, :width, :height, :address, :media_type, :bytes) ON CONFLICT (media_address, width) DO "
    "NOTHING";

const Block* first_picture(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::image && !block.media.empty()) return &block;
    if (const Block* inner = first_picture(block.children)) return inner;
  }
  return nullptr;
}

}  // namespace

ItemId insert_item(store::Session& session, const Item& item, Instant created_at,
                   std::optional<std::int64_t> account) {
  const auto row = session.select_one<Integer>(kInsertItem, item.site.value, item.section.value,
                                               to_string(item.kind), to_string(item.content_type),
                                               item.featured ? 1 : 0, to_microseconds(created_at), account);
  return ItemId{std::get<0>(*row)};
}

std::optional<Item> find_item(store::Session& session, ItemId id) {
  const auto row = session.select_one<Integer, Integer, Text, Text, Integer>(kSelectItem, id.value);
  if (!row) return std::nullopt;
  const auto& [site, section, kind, type, featured] = *row;
  return Item{id,
              SiteId{site},
              SectionId{section},
              item_kind_from(kind).value_or(ItemKind::article),
              content_type_from(type).value_or(ContentType::official_information),
              featured != 0};
}

std::string content_hash(const EditionText& text) {
  // JSON of an array keeps the fields apart: no two texts share one form.
  return sha256_hex(
      json::serialize(json::array{text.title, text.lead, text.byline, text.posted_by, text.source}) +
      to_json_text(text.body));
}

RevisionId insert_revision(store::Session& session, const NewRevision& revision) {
  const EditionText& text = revision.text;
  const auto number = session.select_one<Integer>(kNextNumber, revision.item.value, revision.locale);
  const Block* picture = first_picture(text.body.blocks);
  const auto based_on = revision.based_on ? std::optional(revision.based_on->value) : std::nullopt;
  const auto row = session.select_one<Integer>(
      kInsertRevision, revision.item.value, revision.locale, std::get<0>(*number), based_on,
      to_microseconds(revision.created_at), revision.account, content_hash(text), text.title, text.lead,
      text.byline, text.posted_by, text.source, picture ? picture->media : Text(),
      picture ? picture->alt : Text(), to_json_text(text.body));
  return RevisionId{std::get<0>(*row)};
}

std::optional<EditionText> find_revision_text(store::Session& session, RevisionId revision) {
  auto row = session.select_one<Text, Text, Text, Text, Text, Text>(kSelectText, revision.value);
  if (!row) return std::nullopt;
  auto& [title, lead, byline, posted_by, source, body] = *row;
  return EditionText{std::move(title),     std::move(lead),   std::move(byline),
                     std::move(posted_by), std::move(source), from_stored_json(body)};
}

std::optional<std::string> find_revision_hash(store::Session& session, RevisionId revision) {
  auto row = session.select_one<Text>(kSelectHash, revision.value);
  return row ? std::optional(std::move(std::get<0>(*row))) : std::nullopt;
}

std::optional<Edition> find_edition(store::Session& session, ItemId item, std::string_view locale) {
  auto row = session.select_one<Text, Text, Integer, OptionalInteger, Integer, OptionalInteger, Text,
                                OptionalInteger, Text, Integer>(kSelectEdition, item.value, locale);
  if (!row) return std::nullopt;
  auto& [state, slug, current, live, version, published, published_precision, updated, updated_precision,
         listed] = *row;
  Edition edition{item,
                  std::string(locale),
                  workflow::state_from(state).value_or(workflow::State::draft),
                  std::move(slug),
                  RevisionId{current},
                  std::nullopt,
                  version,
                  moment_from(published, published_precision),
                  moment_from(updated, updated_precision),
                  from_microseconds(listed)};
  if (live) edition.live = RevisionId{*live};
  return edition;
}

void insert_edition(store::Session& session, SiteId site, const Edition& edition) {
  session.execute(kInsertEdition, edition.item.value, edition.locale, site.value, to_string(edition.state),
                  edition.slug, edition.current.value,
                  edition.live ? std::optional(edition.live->value) : OptionalInteger(),
                  stored_instant(edition.published_at), stored_precision(edition.published_at),
                  stored_instant(edition.updated_at), stored_precision(edition.updated_at),
                  to_microseconds(edition.listed_at));
}

bool update_edition(store::Session& session, const Edition& edition) {
  return session.execute(kUpdateEdition, to_string(edition.state), edition.slug, edition.current.value,
                         edition.live ? std::optional(edition.live->value) : OptionalInteger(),
                         stored_instant(edition.published_at), stored_precision(edition.published_at),
                         stored_instant(edition.updated_at), stored_precision(edition.updated_at),
                         to_microseconds(edition.listed_at), edition.item.value, edition.locale,
                         edition.version) == 1;
}

void set_withdrawn(store::Session& session, ItemId item, std::string_view locale, Instant at,
                   std::string_view reason) {
  session.execute(kSetWithdrawn, to_microseconds(at), reason, item.value, locale);
}

void set_imported_views(store::Session& session, ItemId item, std::string_view locale, std::int64_t views) {
  session.execute(kSetViews, views, item.value, locale);
}

std::string free_slug(store::Session& session, SiteId site, std::string_view locale,
                      const std::string& wanted) {
  const std::string base = wanted.empty() ? "item" : wanted;
  std::string candidate = base;
  for (std::int64_t suffix = 2;; ++suffix) {
    const auto taken = session.select_one<Integer>(kSlugTaken, site.value, locale, candidate);
    if (std::get<0>(*taken) == 0) return candidate;
    candidate = base + "-" + std::to_string(suffix);
  }
}

void unlist_edition(store::Session& session, ItemId item, std::string_view locale) {
  session.execute(kUnlist, item.value, locale);
}

void list_edition(store::Session& session, const Site& site, const Item& item, std::string_view locale,
                  Instant listed_at) {
  unlist_edition(session, item.id, locale);
  if (item.kind != ItemKind::article) return;
  std::vector<std::int64_t> sections = {0};
  for (const Section* section : site.path_to(item.section)) sections.push_back(section->id.value);
  for (const std::int64_t section : sections)
    session.execute(kList, site.id.value, section, locale, to_microseconds(listed_at), item.id.value);
}

void put_redirect(store::Session& session, SiteId site, std::string_view host, std::string_view path,
                  ItemId item, std::string_view locale, Instant at) {
  session.execute(kPutRedirect, site.value, host, path, item.value, locale, to_microseconds(at));
}

void insert_media(store::Session& session, const Media& media, Instant at) {
  session.execute(kInsertMedia, media.address, media.media_type, media.bytes, media.width, media.height,
                  media.name, to_microseconds(at));
}

void insert_media_variant(store::Session& session, std::string_view media, const MediaVariant& variant,
                          std::int64_t bytes) {
  session.execute(kInsertVariant, media, variant.width, variant.height, variant.address, variant.media_type,
                  bytes);
}

}  // namespace haidang::content
