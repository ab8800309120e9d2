#include "features/articles/article_view.h"

#include <algorithm>

#include "lang/format.h"
#include "lang/locale.h"
#include "web/addresses.h"

namespace haidang::articles {

namespace {

// `id` is "article.published" or "article.updated"; languages word a day and an
// hour differently.
DateLine date_line(const web::Visit& visit, const Moment& moment, const std::string& id) {
  const std::string form = moment.precision == Precision::day ? ".day" : ".time";
  const std::string date = lang::format_moment(moment, visit.site.zone, visit.locale);
  return {lang::format_moment_machine(moment, visit.site.zone), visit.say(id + form, {{"date", date}})};
}

std::vector<DateLine> date_lines(const web::Visit& visit, const content::PublicEdition& edition) {
  std::vector<DateLine> lines;
  const bool is_article = edition.item.kind == content::ItemKind::article;
  if (edition.published_at && is_article)
    lines.push_back(date_line(visit, *edition.published_at, "article.published"));
  if (!edition.updated_at) return lines;
  DateLine updated = date_line(visit, *edition.updated_at, "article.updated");
  // "Updated" with the time of publishing tells nothing.
  if (lines.empty() || lines.front().machine != updated.machine) lines.push_back(std::move(updated));
  return lines;
}

bool exists_in(const std::vector<content::Alternate>& alternates, std::string_view locale) {
  return std::ranges::find(alternates, locale, &content::Alternate::locale) != alternates.end();
}

std::vector<MissingLanguage> missing_languages(const web::Visit& visit, const content::PublicEdition& edition,
                                               const std::vector<content::Alternate>& alternates) {
  std::vector<MissingLanguage> missing;
  for (const std::string& locale : visit.site.locales) {
    if (locale == visit.locale || exists_in(alternates, locale)) continue;
    const lang::LocaleInfo* info = lang::find_locale(locale);
    if (info == nullptr) continue;
    const lang::Catalogue& words = visit.all_words.of(locale);
    const content::Section* section =
        visit.site.section(web::nearest_section(visit.site, locale, edition.item.section));
    const std::string place = section == nullptr ? words.text("portal.home") : section->text(locale)->title;
    const std::pair<std::string, std::string> values[] = {{"place", place}};
    missing.push_back({std::string(info->html_lang), words.text("article.not_in_this_language"),
                       words.text("portal.go_to", values),
                       web::section_path(visit.site, locale, edition.item.section)});
  }
  return missing;
}

}  // namespace

ArticleView make_article_view(const web::Visit& visit, const content::PublicEdition& edition,
                              const std::vector<content::Alternate>& alternates) {
  const content::EditionText& text = edition.text;
  ArticleView view;
  view.title = text.title;
  view.lead = text.lead;
  if (!text.byline.empty()) view.byline = visit.say("article.byline", {{"name", text.byline}});
  view.dates = date_lines(visit, edition);
  if (!text.source.empty()) view.facts.push_back(visit.say("article.source", {{"name", text.source}}));
  if (!text.posted_by.empty())
    view.foot.push_back(visit.say("article.posted_by", {{"name", text.posted_by}}));
  if (edition.imported_views)
    view.foot.push_back(visit.words.plural("article.old_views", *edition.imported_views));
  view.missing = missing_languages(visit, edition, alternates);
  return view;
}

void add_languages(web::Page& page, const web::Visit& visit, content::SectionId section,
                   const std::vector<content::Alternate>& alternates) {
  for (const std::string& locale : visit.site.locales) {
    const auto found = std::ranges::find(alternates, locale, &content::Alternate::locale);
    if (found == alternates.end()) {
      page.nearest.push_back({locale, web::section_path(visit.site, locale, section)});
    } else {
      page.alternates.push_back({locale, web::item_path(visit.site, locale, found->section, found->slug)});
    }
  }
}

void fill_article(render::Fields& fields, const web::Visit& visit, const ArticleView& view) {
  fields.set("TITLE", view.title);
  if (!view.lead.empty()) fields.section("WITH_LEAD").set("LEAD", view.lead);
  if (!view.byline.empty() || !view.dates.empty() || !view.facts.empty()) {
    render::Fields& meta = fields.section("WITH_META");
    if (!view.byline.empty()) meta.section("BYLINE").set("TEXT", view.byline);
    for (const DateLine& line : view.dates) {
      render::Fields& date = meta.section("DATE");
      date.set("MACHINE", line.machine);
      date.set("TEXT", line.text);
    }
    for (const std::string& fact : view.facts) meta.section("FACT").set("TEXT", fact);
  }
  if (!view.missing.empty()) {
    render::Fields& notice = fields.section("NOTICE");
    notice.set("LABEL", visit.say("portal.languages"));
    for (const MissingLanguage& language : view.missing) {
      render::Fields& missing = notice.section("MISSING");
      missing.set("LANG", language.html_lang);
      missing.set("TEXT", language.text);
      missing.set("LINK", language.link);
      missing.set("PATH", language.path);
    }
  }
  fields.set("BODY", view.body);
  if (!view.foot.empty()) {
    render::Fields& foot = fields.section("FOOT");
    for (const std::string& fact : view.foot) foot.section("FACT").set("TEXT", fact);
  }
  if (!view.related.empty()) {
    render::Fields& related = fields.section("RELATED");
    related.set("HEADING", visit.say("article.related"));
    for (const ReadyCard& card : view.related) related.section("CARD").set("ITEM", card.html);
  }
}

}  // namespace haidang::articles
