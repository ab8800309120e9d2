#pragma once
// An item is a thing the site tells about; an edition is the item in one
// language, with its own state, slug and revisions; a revision is a text as it
// was saved, never changed afterwards.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "content/document.h"
#include "content/identifiers.h"
#include "workflow/state.h"

namespace haidang::content {

enum class ItemKind { article, page };
std::string_view to_string(ItemKind kind);
std::optional<ItemKind> item_kind_from(std::string_view name);

// The statutory kinds of external information: Decree 72/2015/NĐ-CP Arts 7-9
// (official, image, world situation) and Circular 22/2016 (clarification).
// Reports count by them.
enum class ContentType { official_information, image_promotion, world_to_vietnam, clarification };
std::string_view to_string(ContentType type);
std::optional<ContentType> content_type_from(std::string_view name);

struct Item {
  ItemId id;
  SiteId site;
  SectionId section;
  ItemKind kind = ItemKind::article;
  ContentType content_type = ContentType::official_information;
  bool featured = false;
};

// What a person writes: everything of a revision that readers can see.
struct EditionText {
  std::string title;
  std::string lead;
  std::string byline;
  std::string posted_by;
  std::string source;
  Document body;
};

struct Edition {
  ItemId item;
  std::string locale;
  workflow::State state = workflow::State::draft;
  std::string slug;
  RevisionId current;              // last saved
  std::optional<RevisionId> live;  // what the public sees
  std::int64_t version = 0;        // for optimistic locking
  std::optional<Moment> published_at;
  std::optional<Moment> updated_at;
  Instant listed_at{};
};

// One entry of a list of public editions.
struct ListEntry {
  ItemId item;
  SectionId section;
  std::string locale;
  std::string slug;
  std::string title;
  std::string lead;
  std::optional<Moment> published_at;
  Instant listed_at{};
  std::string picture;  // media address, "" if none
  std::string picture_alt;
};

// Everything an item's public page shows.
struct PublicEdition {
  Item item;
  std::string locale;
  std::string slug;
  EditionText text;
  std::optional<Moment> published_at;
  std::optional<Moment> updated_at;
  RevisionId revision;
  std::optional<std::int64_t> imported_views;
  bool withdrawn = false;  // then only title and withdrawn_* are for the public (410)
  std::string withdrawn_reason;
  std::optional<Instant> withdrawn_at;
};

// The same item in another language.
struct Alternate {
  std::string locale;
  SectionId section;
  std::string slug;
};

struct MediaVariant {
  std::string address;
  int width = 0;
  int height = 0;
  std::string media_type;
};
struct Media {
  std::string address;  // sha256 hex
  std::string media_type;
  std::int64_t bytes = 0;
  int width = 0;  // 0: it has none
  int height = 0;
  std::string name;
  std::vector<MediaVariant> variants;  // narrow first
};

}  // namespace haidang::content
