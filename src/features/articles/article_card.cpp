#include "features/articles/article_card.h"

#include "lang/format.h"
#include "web/addresses.h"
#include "web/media.h"

namespace haidang::articles {

namespace {

std::string section_title(const web::Visit& visit, content::SectionId section) {
  const content::Section* found = visit.site.section(web::nearest_section(visit.site, visit.locale, section));
  return found == nullptr ? std::string{} : found->text(visit.locale)->title;
}

// Lists show days: a time of day matters on the item's own page only.
CardDate day_of(const web::Visit& visit, const Moment& moment) {
  return {lang::format_moment_machine(moment, visit.site.zone),
          lang::format_date(moment.instant, visit.site.zone, visit.locale)};
}

}  // namespace

std::vector<Card> make_cards(const web::Visit& visit, store::Session& session,
                             std::span<const content::ListEntry> entries, const CardPictures& pictures) {
  web::KnownMedia media;
  if (!pictures.sizes.empty()) {
    std::vector<std::string> addresses;
    for (const content::ListEntry& entry : entries) addresses.push_back(entry.picture);
    media = web::known_media(session, std::move(addresses));
  }
  std::vector<Card> cards;
  cards.reserve(entries.size());
  for (const content::ListEntry& entry : entries) {
    Card card;
    card.item = entry.item;
    card.path = web::item_path(visit.site, visit.locale, entry.section, entry.slug);
    card.title = entry.title;
    card.lead = entry.lead;
    card.section = section_title(visit, entry.section);
    if (entry.published_at) card.date = day_of(visit, *entry.published_at);
    if (const content::MediaFacts* picture = web::find_known(media, entry.picture)) {
      const bool is_needed_at_once = static_cast<int>(cards.size()) < pictures.eager;
      card.picture = web::picture_html(picture, entry.picture_alt, pictures.sizes,
                                       is_needed_at_once ? web::Loading::eager : web::Loading::lazy);
    }
    cards.push_back(std::move(card));
  }
  return cards;
}

void fill_card(render::Fields& fields, const Card& card) {
  fields.set("PATH", card.path);
  fields.set("TITLE", card.title);
  if (!card.lead.empty()) fields.section("WITH_LEAD").set("LEAD", card.lead);
  if (!card.section.empty()) fields.section("WITH_SECTION").set("SECTION", card.section);
  if (card.date) {
    render::Fields& date = fields.section("WITH_DATE");
    date.set("MACHINE", card.date->machine);
    date.set("DATE", card.date->text);
  }
  if (!card.picture.text().empty()) fields.section("PICTURED").set("PICTURE", card.picture);
}

}  // namespace haidang::articles
