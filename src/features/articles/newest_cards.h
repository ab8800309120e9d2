#pragma once
// The newest articles of a section as cards, ready to be put into a page.
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "content/edition.h"
#include "render/templates.h"
#include "store/database.h"
#include "web/kept.h"

namespace haidang::articles {

struct ReadyCard {
  content::ItemId item;
  render::SafeHtml html;
};

// By site, language, section.
using NewestCards =
    web::Kept<std::tuple<content::SiteId, std::string, content::SectionId>, std::vector<ReadyCard>>;

std::shared_ptr<const std::vector<ReadyCard>> newest_cards(NewestCards& kept, const web::Visit& visit,
                                                           store::Session& session,
                                                           const render::Templates& templates,
                                                           content::SectionId section);

// As many as stand below an article.
std::vector<ReadyCard> others_than(content::ItemId item, const std::vector<ReadyCard>& cards);

}  // namespace haidang::articles
