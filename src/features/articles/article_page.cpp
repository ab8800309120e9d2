#include "features/articles/article_page.h"

#include "content/document_html.h"
#include "content/public_store.h"
#include "features/articles/article_structured.h"
#include "features/articles/article_view.h"
#include "lang/format.h"
#include "web/addresses.h"
#include "web/media.h"
#include "web/page_crumbs.h"

namespace haidang::articles {

namespace {

content::HtmlOptions html_options(const web::Visit& visit, const web::KnownMedia& media) {
  content::HtmlOptions options;
  options.media = web::lookup_in(media);
  options.words = content::html_words(visit.words);
  options.locale = visit.locale;
  options.origin = visit.origin;
  options.sizes = "(min-width: 60rem) 60rem, 92vw";
  options.loading = content::ImageLoading::first_eager;
  return options;
}

const content::Block* first_picture(const std::vector<content::Block>& blocks) {
  for (const content::Block& block : blocks) {
    if (block.kind == content::BlockKind::image && !block.media.empty()) return &block;
    if (const content::Block* inner = first_picture(block.children)) return inner;
  }
  return nullptr;
}

void add_picture(web::Page& page, const web::KnownMedia& media, const content::Document& body) {
  const content::Block* picture = first_picture(body.blocks);
  if (picture == nullptr) return;
  const content::MediaFacts* facts = web::find_known(media, picture->media);
  if (facts == nullptr) return;
  page.picture = facts->variants.empty() ? facts->address : facts->variants.back().address;
  page.picture_alt = picture->alt;
}

web::Page withdrawn_page(const web::Visit& visit, const render::Templates& templates,
                         const content::PublicEdition& edition) {
  web::Page page;
  page.status = 410;
  page.title = visit.say("error.410.title");
  page.description = visit.say("error.410.explanation");
  page.section = edition.item.section;
  page.tags = {web::item_tag(edition.item.id)};
  render::Fields fields;
  fields.set("HEADING", page.title);
  fields.set("EXPLANATION", page.description);
  fields.set("TITLE", edition.text.title);
  if (!edition.withdrawn_reason.empty()) {
    fields.section("REASON").set(
        "TEXT", visit.say("article.withdrawn_reason", {{"reason", edition.withdrawn_reason}}));
  }
  if (edition.withdrawn_at) {
    const std::string date = lang::format_date(*edition.withdrawn_at, visit.site.zone, visit.locale);
    fields.section("DATE").set("TEXT", visit.say("article.withdrawn_on", {{"date", date}}));
  }
  for (const web::Crumb& crumb : web::crumbs_to(visit, edition.item.section)) {
    render::Fields& way = fields.section("WAY");
    way.set("PATH", crumb.path);
    way.set("NAME", crumb.name);
  }
  page.body = render::SafeHtml::trusted(templates.render("article_withdrawn", fields));
  return page;
}

web::Page article_page(const web::Visit& visit, store::Session& session, const render::Templates& templates,
                       NewestCards& newest, const content::PublicEdition& edition, const std::string& path) {
  const auto alternates = content::list_alternates(session, edition.item.id);
  ArticleView view = make_article_view(visit, edition, alternates);
  const web::KnownMedia media = web::known_media(session, content::media_of(edition.text.body));
  view.body = content::to_html(edition.text.body, html_options(visit, media));
  const bool is_article = edition.item.kind == content::ItemKind::article;
  if (is_article) {
    const auto cards = newest_cards(newest, visit, session, templates, edition.item.section);
    view.related = others_than(edition.item.id, *cards);
  }

  web::Page page;
  page.title = view.title;
  page.description = view.lead.empty() ? view.title : view.lead;
  page.path = path;
  add_languages(page, visit, edition.item.section, alternates);
  page.crumbs = web::crumbs_to(visit, edition.item.section);
  page.section = edition.item.section;
  add_picture(page, media, edition.text.body);
  if (is_article) {
    const auto machine = [&](const std::optional<Moment>& moment) {
      return moment ? lang::format_moment_machine(*moment, visit.site.zone) : std::string{};
    };
    page.kind = web::ArticleFacts{machine(edition.published_at), machine(edition.updated_at)};
  }
  page.structured = {structured_article(visit, edition, path, page.picture),
                     web::breadcrumb_list(visit, page.crumbs, {view.title, path})};
  page.tags = {web::item_tag(edition.item.id), web::section_tag(edition.item.section)};
  for (const ReadyCard& card : view.related) page.tags.push_back(web::item_tag(card.item));

  render::Fields fields;
  web::fill_breadcrumb(fields.include("BREADCRUMB", "breadcrumb"), visit, page.crumbs);
  fill_article(fields, visit, view);
  page.body = render::SafeHtml::trusted(templates.render("article", fields));
  return page;
}

}  // namespace

web::Outcome show_article(const web::Visit& visit, store::Session& session,
                          const render::Templates& templates, NewestCards& newest,
                          const ArticleAddress& address) {
  const auto edition = content::find_public(session, visit.site.id, visit.locale, address.slug);
  if (!edition) return web::NotFound{};
  const std::string path = web::item_path(visit.site, visit.locale, edition->item.section, address.slug);
  const std::string asked =
      web::home_path(visit.locale) + std::string(address.section) + "/" + std::string(address.slug);
  if (asked != path) return web::Redirect{301, path};
  if (edition->withdrawn) return withdrawn_page(visit, templates, *edition);
  return article_page(visit, session, templates, newest, *edition, path);
}

}  // namespace haidang::articles
