#include "features/articles/newest_cards.h"

#include "content/public_store.h"
#include "features/articles/article_card.h"

namespace haidang::articles {

namespace {
constexpr std::size_t kRelated = 4;
}  // namespace

std::shared_ptr<const std::vector<ReadyCard>> newest_cards(NewestCards& kept, const web::Visit& visit,
                                                           store::Session& session,
                                                           const render::Templates& templates,
                                                           content::SectionId section) {
  return kept.get(visit, {visit.site.id, visit.locale, section}, [&] {
    // One more than shown: the article itself is usually among the newest.
    const auto entries = content::list_public(session, visit.site.id, section, visit.locale, 0, kRelated + 1);
    std::vector<ReadyCard> cards;
    for (const Card& card : make_cards(visit, session, entries, kGridPictures)) {
      render::Fields fields;
      fill_card(fields, card);
      cards.push_back({card.item, render::SafeHtml::trusted(templates.render("article_card", fields))});
    }
    return cards;
  });
}

std::vector<ReadyCard> others_than(content::ItemId item, const std::vector<ReadyCard>& cards) {
  std::vector<ReadyCard> others;
  for (const ReadyCard& card : cards)
    if (card.item != item && others.size() < kRelated) others.push_back(card);
  return others;
}

}  // namespace haidang::articles
