#include "portal/home_page.h"

#include <algorithm>
#include <set>

#include "content/public_store.h"
#include "features/articles/article_card.h"
#include "portal/empty_state.h"
#include "web/addresses.h"

namespace haidang::portal {

namespace {

using Entries = std::vector<content::ListEntry>;
using Shown = std::set<content::ItemId>;

constexpr std::int64_t kLatest = 6;
constexpr std::int64_t kFeatured = 3;
constexpr std::int64_t kOfSection = 4;

// A phone takes two thirds of its dots: the front page stays under 100 kB.
constexpr articles::CardPictures kLeadPicture{"(min-width: 64rem) 50rem, (min-width: 40rem) 100vw, 66vw", 1};

struct SectionBlock {
  std::string key;
  std::string title;
  std::string path;
  std::vector<articles::Card> cards;  // the first stands large
};

struct HomeView {
  std::vector<articles::Card> lead;  // one or none
  std::vector<articles::Card> latest;
  std::vector<articles::Card> featured;
  std::vector<SectionBlock> sections;
  std::vector<OtherLanguage> elsewhere;  // only when there is nothing here
};

// The first `count` that were not shown yet; they now are.
Entries take_new(Entries entries, std::size_t count, Shown& shown) {
  std::erase_if(entries, [&](const content::ListEntry& entry) { return shown.contains(entry.item); });
  if (entries.size() > count) entries.resize(count);
  for (const content::ListEntry& entry : entries) shown.insert(entry.item);
  return entries;
}

std::vector<SectionBlock> section_blocks(const web::Visit& visit, store::Session& session,
                                         const Shown& shown_above) {
  std::vector<SectionBlock> blocks;
  for (const content::Section* section : visit.site.children({})) {
    const content::SectionText* text = section->text(visit.locale);
    if (text == nullptr) continue;
    const auto reach = kOfSection + static_cast<std::int64_t>(shown_above.size());
    const Entries newest = content::list_public(session, visit.site.id, section->id, visit.locale, 0, reach);
    Shown shown = shown_above;
    Entries entries = take_new(newest, kOfSection, shown);
    // A section whose few items all stand above would vanish: better twice than not.
    if (entries.empty())
      entries =
          Entries(newest.begin(), newest.begin() + std::min<std::ptrdiff_t>(kOfSection, std::ssize(newest)));
    if (entries.empty()) continue;
    SectionBlock block{
        section->key, text->title, web::section_path(visit.site, visit.locale, section->id), {}};
    block.cards = articles::make_cards(visit, session, std::span(entries).first(1), articles::kGridPictures);
    auto others = articles::make_cards(visit, session, std::span(entries).subspan(1), articles::kNoPictures);
    std::ranges::move(others, std::back_inserter(block.cards));
    blocks.push_back(std::move(block));
  }
  return blocks;
}

HomeView make_view(const web::Visit& visit, store::Session& session) {
  HomeView view;
  Shown shown;
  const Entries featured = content::list_featured(session, visit.site.id, visit.locale, kFeatured + 1);
  const Entries latest =
      content::list_public(session, visit.site.id, {}, visit.locale, 0, kLatest + kFeatured + 1);
  const Entries lead = take_new(featured.empty() ? latest : featured, 1, shown);
  view.lead = articles::make_cards(visit, session, lead, kLeadPicture);
  view.featured =
      articles::make_cards(visit, session, take_new(featured, kFeatured, shown), articles::kGridPictures);
  view.latest = articles::make_cards(visit, session, take_new(latest, kLatest, shown), articles::kNoPictures);
  view.sections = section_blocks(visit, session, shown);
  if (view.lead.empty()) view.elsewhere = other_languages(visit, session, {});
  return view;
}

void fill_section(render::Fields& fields, const SectionBlock& block) {
  fields.set("ID", "s-" + block.key);
  fields.set("TITLE", block.title);
  fields.set("PATH", block.path);
  fill_card(fields.include("FIRST", "article_card"), block.cards.front());
  if (block.cards.size() < 2) return;
  render::Fields& rows = fields.section("ROWS");
  for (const articles::Card& card : std::span(block.cards).subspan(1)) {
    fill_card(rows.section("ROW").include("ITEM", "article_line"), card);
  }
}

void fill_view(render::Fields& fields, const web::Visit& visit, const HomeView& view) {
  fields.set("HEADING", visit.site_text().name);
  if (view.lead.empty()) {
    fill_empty_state(fields.section("EMPTY").include("STATE", "empty_state"), visit.say("portal.empty_site"),
                     view.elsewhere);
    return;
  }
  render::Fields& front = fields.section("FRONT");
  for (const articles::Card& card : view.lead) fill_card(front.include("LEAD", "article_lead"), card);
  if (!view.latest.empty()) {
    render::Fields& latest = front.section("LATEST");
    latest.set("HEADING", visit.say("portal.latest"));
    for (const articles::Card& card : view.latest) {
      fill_card(latest.section("ROW").include("ITEM", "article_line"), card);
    }
  }
  if (!view.featured.empty()) {
    render::Fields& featured = fields.section("FEATURED");
    featured.set("HEADING", visit.say("portal.featured"));
    for (const articles::Card& card : view.featured) {
      fill_card(featured.section("ROW").include("ITEM", "article_card"), card);
    }
  }
  if (view.sections.empty()) return;
  render::Fields& sections = fields.section("SECTIONS");
  for (const SectionBlock& block : view.sections) fill_section(sections.section("SECTION"), block);
}

}  // namespace

web::Page home_page(const web::Visit& visit, store::Session& session, const render::Templates& templates) {
  const HomeView view = make_view(visit, session);
  const content::SiteText& text = visit.site_text();
  web::Page page;
  page.description = text.tagline.empty() ? text.name : text.name + ". " + text.tagline;
  page.path = web::home_path(visit.locale);
  for (const std::string& locale : visit.site.locales)
    page.alternates.push_back({locale, web::home_path(locale)});
  page.structured = {{{"@context", "https://schema.org"},
                      {"@type", "WebSite"},
                      {"name", text.name},
                      {"url", visit.origin + page.path},
                      {"publisher", {{"@type", "GovernmentOrganization"}, {"name", text.publisher}}}}};
  page.tags = {web::section_tag({})};
  render::Fields fields;
  fill_view(fields, visit, view);
  page.body = render::SafeHtml::trusted(templates.render("portal_home", fields));
  return page;
}

}  // namespace haidang::portal
