#pragma once
// Everything an article's page shows, decided before the template.
#include <optional>
#include <string>
#include <vector>

#include "content/edition.h"
#include "features/articles/newest_cards.h"
#include "web/page.h"
#include "web/visit.h"

namespace haidang::articles {

struct DateLine {
  std::string machine;
  std::string text;  // "Đăng lúc 17:14, 04/03/2020"
};

// The item does not exist in a language; said in that language.
struct MissingLanguage {
  std::string html_lang;
  std::string text;
  std::string link;
  std::string path;
};

struct ArticleView {
  std::string title;
  std::string lead;
  std::string byline;              // "" if not known
  std::vector<DateLine> dates;     // published, and updated where that differs
  std::vector<std::string> facts;  // source
  std::vector<std::string> foot;   // who posted it, views counted elsewhere
  std::vector<MissingLanguage> missing;
  render::SafeHtml body;
  std::vector<ReadyCard> related;
};

// What the page is told in words; body and related items are added by the page.
ArticleView make_article_view(const web::Visit& visit, const content::PublicEdition& edition,
                              const std::vector<content::Alternate>& alternates);

// Where the language switch leads: the item's own pages, and for languages
// without one the nearest section.
void add_languages(web::Page& page, const web::Visit& visit, content::SectionId section,
                   const std::vector<content::Alternate>& alternates);

void fill_article(render::Fields& fields, const web::Visit& visit, const ArticleView& view);

}  // namespace haidang::articles
