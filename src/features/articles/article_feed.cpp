#include "features/articles/article_feed.h"

#include "content/document_feed.h"
#include "content/public_store.h"
#include "lang/locale.h"
#include "web/addresses.h"
#include "web/media.h"

namespace haidang::articles {

namespace {

constexpr std::int64_t kEntries = 20;

render::FeedEntry feed_entry(const web::Visit& visit, store::Session& session,
                             const content::ListEntry& entry, const content::PublicEdition& edition) {
  render::FeedEntry out;
  out.id = web::tag_uri(visit.site, "item/" + std::to_string(entry.item.value) + "/" + visit.locale);
  out.address = visit.origin + web::item_path(visit.site, visit.locale, entry.section, entry.slug);
  out.title = edition.text.title;
  out.summary = edition.text.lead;
  std::vector<std::string> shown = content::media_of(edition.text.body);
  shown.push_back(entry.picture);
  const web::KnownMedia media = web::known_media(session, std::move(shown));
  content::HtmlOptions options;
  options.media = web::lookup_in(media);
  options.words = content::html_words(visit.words);
  options.locale = visit.locale;
  options.origin = visit.origin;
  out.content = content::to_feed_html(edition.text.body, options, out.address);
  out.author = edition.text.byline;
  out.published = edition.published_at ? edition.published_at->instant : entry.listed_at;
  out.updated = std::max(out.published, edition.updated_at ? edition.updated_at->instant : entry.listed_at);
  for (const content::Section* section : visit.site.path_to(entry.section)) {
    if (const auto* text = section->text(visit.locale)) out.categories.push_back({section->key, text->title});
  }
  if (const content::MediaFacts* facts = web::find_known(media, entry.picture)) {
    out.picture = visit.origin + (facts->variants.empty() ? facts->address : facts->variants.back().address);
  }
  return out;
}

}  // namespace

render::Feed make_feed(const web::Visit& visit, store::Session& session, content::SectionId section,
                       const std::string& self) {
  const content::Section* found = visit.site.section(section);
  const content::SectionText* text = found == nullptr ? nullptr : found->text(visit.locale);
  const lang::LocaleInfo* info = lang::find_locale(visit.locale);
  render::Feed feed;
  feed.id = web::tag_uri(
      visit.site, "feed/" + (found == nullptr ? std::string("site") : found->key) + "/" + visit.locale);
  feed.title = (text == nullptr ? "" : text->title + " | ") + visit.site_text().name;
  feed.subtitle = text == nullptr ? visit.site_text().tagline : text->description;
  feed.language = info == nullptr ? visit.locale : std::string(info->html_lang);
  feed.home = visit.origin + (text == nullptr ? web::home_path(visit.locale)
                                              : web::section_path(visit.site, visit.locale, section));
  feed.self = visit.origin + self;
  feed.publisher = visit.site_text().publisher;
  feed.updated = Instant{};  // of an empty feed: steady, so that it is not "new" at every visit
  feed.offset = visit.site.zone.offset_at(visit.now);
  for (const auto& entry : content::list_public(session, visit.site.id, section, visit.locale, 0, kEntries)) {
    const auto edition = content::find_public(session, visit.site.id, visit.locale, entry.slug);
    if (edition && !edition->withdrawn) feed.entries.push_back(feed_entry(visit, session, entry, *edition));
  }
  return feed;
}

}  // namespace haidang::articles
