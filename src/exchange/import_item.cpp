#include "exchange/import_item.h"

#include <algorithm>

#include "content/edition_store.h"
#include "editing/edition_verbs.h"
#include "exchange/import_store.h"
#include "exchange/imported_links.h"
#include "exchange/old_address.h"
#include "lang/unicode.h"

namespace haidang::exchange {

namespace {

using content::Block;
using content::Edition;
using content::EditionText;

// A saved page that knows its address has its pictures resolved against it:
// "http://host/tin/bai_files/a.jpg" is "bai_files/a.jpg" beside the page.
std::string beside_page(const std::string& address, const std::optional<std::string>& old_address) {
  if (!old_address) return address;
  const std::string folder =
      old_address->substr(0, old_address->substr(0, old_address->find('?')).rfind('/') + 1);
  return address.starts_with(folder) ? address.substr(folder.size()) : address;
}

void attach_media(std::vector<Block>& blocks, const std::optional<std::string>& old_address,
                  const MediaFinder& media) {
  for (Block& block : blocks) {
    if (!block.address.empty() && block.media.empty() && block.kind != content::BlockKind::video)
      if (const auto address = media(beside_page(block.address, old_address))) block.media = *address;
    attach_media(block.children, old_address, media);
  }
}

EditionText text_of(const RecognisedItem& item, const MediaFinder& media) {
  EditionText text;
  text.title = item.title.value_or("");
  text.lead = item.lead.value_or("");
  text.byline = item.byline.value_or("");
  text.posted_by = item.posted_by.value_or("");
  text.source = item.source.value_or("");
  text.body = item.body;
  attach_media(text.body.blocks, item.old_address, media);
  mend_links(text.body, item.old_address);
  return text;
}

// A page names its section in words; ours is the one with that title.
content::SectionId section_for(const content::Site& site, const RecognisedItem& item,
                               const ImportTarget& target, const std::string& locale) {
  if (target.section) return target.section;
  if (item.section) {
    const std::string wanted = lang::to_lower(*item.section);
    for (const content::Section& section : site.sections)
      if (const auto* text = section.text(locale); text != nullptr && lang::to_lower(text->title) == wanted)
        return section.id;
  }
  if (const content::Section* news = site.section_by_key("news")) return news->id;
  return site.sections.empty() ? content::SectionId{} : site.sections.front().id;
}

Origin origin_of(const RecognisedItem& item, std::string_view file_path, std::size_t number) {
  Origin origin;
  if (item.old_address)
    if (const auto parsed = parse_old_address(*item.old_address))
      origin.old_address = parsed->host + parsed->target;
  const std::string suffix = number == 0 ? "" : "#" + std::to_string(number);
  origin.file_path = std::string(file_path) + suffix;
  origin.file_name = std::string(file_path.substr(file_path.rfind('/') + 1)) + suffix;
  origin.title = item.title.value_or("");
  return origin;
}

// Many pages are called index.html: without an address a page is the one from
// before only if it lies in the same place or still has its title.
std::optional<content::ItemId> known_item(editing::EditContext& context, const std::string& locale,
                                          const Origin& origin) {
  const auto candidates = find_origins(context.session, context.site.id, locale, origin);
  if (!origin.old_address.empty())
    return candidates.empty() ? std::nullopt : std::optional(candidates.front().item);
  const auto matching = [&](auto&& same) -> std::optional<content::ItemId> {
    const auto found = std::find_if(candidates.begin(), candidates.end(), same);
    return found == candidates.end() ? std::nullopt : std::optional(found->item);
  };
  const auto in_place = matching([&](const KnownOrigin& k) {
    return k.origin.old_address.empty() && k.origin.file_path == origin.file_path;
  });
  if (in_place) return in_place;
  return matching(
      [&](const KnownOrigin& k) { return k.origin.old_address.empty() && k.origin.title == origin.title; });
}

Result<content::Edition> publish(editing::EditContext& context, const RecognisedItem& item,
                                 content::ItemId id, const std::string& locale) {
  editing::PublishEdition input{id, locale, item.published_at, item.updated_at, std::nullopt, true};
  // An old page of unknown date must not stand above today's news.
  if (!item.published_at) input.listed_at = item.updated_at ? item.updated_at->instant : Instant{};
  return editing::publish_edition(context, input);
}

Result<Imported> import_new(editing::EditContext& context, const RecognisedItem& item,
                            const std::string& locale, const ImportTarget& target, EditionText text) {
  const auto id =
      editing::create_item(context, {section_for(context.site, item, target, locale),
                                     item.page ? content::ItemKind::page : content::ItemKind::article,
                                     content::ContentType::official_information, false});
  if (id.has_error()) return id.error();
  const auto saved = editing::save_edition(context, {*id, locale, {}, std::move(text), {}});
  if (saved.has_error()) return saved.error();
  if (target.state == ImportState::published && !item.draft)
    if (const auto published = publish(context, item, *id, locale); published.has_error())
      return published.error();
  return Imported{*id, ImportOutcome::created};
}

Result<Imported> import_again(editing::EditContext& context, const RecognisedItem& item,
                              const std::string& locale, const ImportTarget& target, EditionText text,
                              content::ItemId id) {
  const auto edition = content::find_edition(context.session, id, locale);
  if (!edition) return not_found("problem.not_found");
  const auto saved = editing::save_edition(context, {id, locale, edition->version, std::move(text), {}});
  if (saved.has_error()) return saved.error();
  const bool dates_changed = (item.published_at && item.published_at != edition->published_at) ||
                             (item.updated_at && item.updated_at != edition->updated_at);
  const bool make_public =
      target.state == ImportState::published && !item.draft && edition->state != workflow::State::withdrawn;
  const bool publish_again = make_public && (saved->changed || dates_changed || !edition->live);
  if (publish_again)
    if (const auto published = publish(context, item, id, locale); published.has_error())
      return published.error();
  return Imported{id, saved->changed || publish_again ? ImportOutcome::revised : ImportOutcome::unchanged};
}

}  // namespace

Result<Imported> import_item(editing::EditContext& context, const RecognisedItem& item,
                             std::string_view file_path, std::size_t number, const ImportTarget& target,
                             const MediaFinder& media) {
  const std::string locale =
      !target.locale.empty() ? target.locale : item.locale.value_or(context.site.locales.front());
  const Origin origin = origin_of(item, file_path, number);
  const auto known = known_item(context, locale, origin);
  EditionText text = text_of(item, media);
  auto imported = known ? import_again(context, item, locale, target, std::move(text), *known)
                        : import_new(context, item, locale, target, std::move(text));
  if (imported.has_error() || imported->outcome == ImportOutcome::unchanged) return imported;

  put_origin(context.session, context.site.id, imported->item, locale, origin);
  if (item.old_address)
    if (const auto address = parse_old_address(*item.old_address))
      content::put_redirect(context.session, context.site.id, address->host, address->target, imported->item,
                            locale, context.now);
  if (item.views) content::set_imported_views(context.session, imported->item, locale, *item.views);
  return imported;
}

}  // namespace haidang::exchange
