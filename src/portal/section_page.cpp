#include "portal/section_page.h"

#include "content/public_store.h"
#include "features/articles/article_card.h"
#include "portal/empty_state.h"
#include "web/addresses.h"
#include "web/page_crumbs.h"
#include "web/paging.h"

namespace haidang::portal {

namespace {

constexpr std::int64_t kPageSize = 12;

struct SectionView {
  const content::Section* section = nullptr;
  const content::SectionText* text = nullptr;
  std::string path;
  web::Paging paging;
  std::vector<web::Crumb> children;
  std::vector<articles::Card> standing;  // pages of this section that are in no list
  std::vector<articles::Card> cards;
  std::vector<OtherLanguage> elsewhere;
};

void fill_links(render::Fields& fields, std::string_view name, const std::vector<web::Crumb>& links) {
  for (const web::Crumb& link : links) {
    render::Fields& entry = fields.section(name);
    entry.set("PATH", link.path);
    entry.set("NAME", link.name);
  }
}

void fill_paging(render::Fields& fields, const web::Visit& visit, const SectionView& view) {
  const web::Paging& paging = view.paging;
  if (paging.pages < 2) return;
  render::Fields& nav = fields.section("PAGING");
  nav.set("LABEL", visit.say("portal.paging"));
  const auto step = [&](std::string_view name, std::int64_t page, std::string_view id) {
    render::Fields& link = nav.section(name);
    link.set("PATH", web::page_path(view.path, page));
    link.set("NAME", visit.say(id));
  };
  if (paging.page > 1) step("PREVIOUS", paging.page - 1, "portal.previous_page");
  for (const std::int64_t number : web::page_numbers(paging)) {
    render::Fields& entry = nav.section("ENTRY");
    if (number == 0) {
      entry.show("GAP");
      continue;
    }
    render::Fields& shown = entry.section(number == paging.page ? "HERE" : "THERE");
    shown.set("NUMBER", std::to_string(number));
    shown.set("LABEL", visit.say("portal.page_number", {{"page", std::to_string(number)}}));
    shown.set("PATH", web::page_path(view.path, number));
  }
  if (paging.page < paging.pages) step("NEXT", paging.page + 1, "portal.next_page");
}

// Standing pages above a list: their titles only.
void fill_standing(render::Fields& fields, const web::Visit& visit, const SectionView& view) {
  if (view.standing.empty()) return;
  render::Fields& standing = fields.section("STANDING");
  standing.set("LABEL", visit.say("portal.section_pages"));
  for (const articles::Card& card : view.standing) {
    render::Fields& link = standing.section("LINK");
    link.set("PATH", card.path);
    link.set("NAME", card.title);
  }
}

void fill_view(render::Fields& fields, const web::Visit& visit, const SectionView& view,
               const std::vector<web::Crumb>& crumbs) {
  web::fill_breadcrumb(fields.include("BREADCRUMB", "breadcrumb"), visit, crumbs);
  fields.set("TITLE", view.text->title);
  if (view.paging.page > 1) {
    const std::string page = visit.say("portal.page_number", {{"page", std::to_string(view.paging.page)}});
    fields.section("LATER_PAGE").set("TEXT", page);
  }
  if (!view.text->description.empty())
    fields.section("WITH_DESCRIPTION").set("DESCRIPTION", view.text->description);
  if (!view.children.empty()) {
    render::Fields& children = fields.section("CHILDREN");
    children.set("LABEL", visit.say("portal.subsections"));
    fill_links(children, "CHILD", view.children);
  }
  const auto fill_rows = [&](const std::vector<articles::Card>& cards) {
    render::Fields& list = fields.section("LIST");
    for (const articles::Card& card : cards)
      fill_card(list.section("ROW").include("ITEM", "article_row"), card);
  };
  if (!view.cards.empty()) {
    fill_standing(fields, visit, view);
    fill_rows(view.cards);
  } else if (!view.standing.empty()) {
    fill_rows(view.standing);  // a section of standing pages only
  } else {
    fill_empty_state(fields.section("EMPTY").include("STATE", "empty_state"),
                     visit.say("portal.empty_section"), view.elsewhere);
  }
  fill_paging(fields, visit, view);
}

void read_view(SectionView& view, const web::Visit& visit, store::Session& session) {
  const content::SectionId id = view.section->id;
  for (const content::Section* child : visit.site.children(id)) {
    if (const auto* text = child->text(visit.locale)) {
      view.children.push_back({text->title, web::section_path(visit.site, visit.locale, child->id)});
    }
  }
  if (view.paging.page == 1) {
    const auto pages = content::list_pages(session, visit.site.id, id, visit.locale);
    view.standing = articles::make_cards(visit, session, pages, articles::kRowPictures);
    for (articles::Card& card : view.standing) {
      card.section.clear();  // all of this one
      card.date.reset();     // they hold until they are changed
    }
  }
  const auto entries =
      content::list_public(session, visit.site.id, id, visit.locale, view.paging.offset(), kPageSize);
  articles::CardPictures pictures = articles::kRowPictures;
  pictures.eager = 2;
  view.cards = articles::make_cards(visit, session, entries, pictures);
  if (view.cards.empty()) view.elsewhere = other_languages(visit, session, id);
}

void add_languages(web::Page& page, const web::Visit& visit, const SectionView& view) {
  for (const std::string& locale : visit.site.locales) {
    const web::LocalePath path{locale, web::section_path(visit.site, locale, view.section->id)};
    // Later pages hold other items in each language: there is no counterpart.
    if (view.paging.page > 1 && locale != visit.locale)
      page.nearest.push_back(path);
    else if (view.paging.page == 1 && view.section->text(locale) != nullptr)
      page.alternates.push_back(path);
    else if (view.paging.page == 1)
      page.nearest.push_back(path);
  }
}

}  // namespace

web::Outcome section_page(const web::Visit& visit, store::Session& session,
                          const render::Templates& templates, KeptListSizes& sizes, std::string_view slug) {
  SectionView view;
  view.section = visit.site.section_by_slug(visit.locale, slug);
  const auto asked = web::requested_page(visit.request);
  if (view.section == nullptr || !asked) return web::NotFound{};
  view.text = view.section->text(visit.locale);
  view.path = web::section_path(visit.site, visit.locale, view.section->id);
  // The first page has one address.
  if (*asked == 1 && visit.request.query_value("page")) return web::Redirect{301, view.path};
  const auto total = sizes.get(visit, {view.section->id, visit.locale}, [&] {
    return content::count_public(session, visit.site.id, view.section->id, visit.locale);
  });
  const auto paging = web::paging_of(*asked, *total, kPageSize);
  if (!paging) return web::NotFound{};
  view.paging = *paging;
  read_view(view, visit, session);

  web::Page page;
  page.title = view.text->title;
  if (paging->page > 1)
    page.title += " · " + visit.say("portal.page_number", {{"page", std::to_string(paging->page)}});
  page.description = view.text->description.empty() ? view.text->title : view.text->description;
  page.path = web::page_path(view.path, paging->page);
  page.section = view.section->id;
  auto crumbs = web::crumbs_to(visit, view.section->id);
  page.structured = {web::breadcrumb_list(visit, {crumbs.begin(), crumbs.end() - 1}, crumbs.back())};
  crumbs.pop_back();
  page.crumbs = crumbs;
  add_languages(page, visit, view);
  if (paging->page > 1) page.previous = web::page_path(view.path, paging->page - 1);
  if (paging->page < paging->pages) page.next = web::page_path(view.path, paging->page + 1);
  page.feeds.push_back({"application/atom+xml", view.path + "feed.xml", view.text->title});
  page.tags = {web::section_tag(view.section->id)};
  render::Fields fields;
  fill_view(fields, visit, view, crumbs);
  page.body = render::SafeHtml::trusted(templates.render("portal_section", fields));
  return page;
}

}  // namespace haidang::portal
