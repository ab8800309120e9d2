#pragma once
// The public page of one item: an article, or a standing page.
#include <string>
#include <string_view>

#include "features/articles/newest_cards.h"
#include "render/templates.h"
#include "store/database.h"
#include "web/page.h"
#include "web/visit.h"

namespace haidang::articles {

// Under which address the reader asked: /{locale}/{section}/{slug}.
struct ArticleAddress {
  std::string_view section;
  std::string_view slug;
};

// The page; a redirect if the item now stands in another section; the page that
// says so (410) if it was withdrawn.
web::Outcome show_article(const web::Visit& visit, store::Session& session,
                          const render::Templates& templates, NewestCards& newest,
                          const ArticleAddress& address);

}  // namespace haidang::articles
