#pragma once
// An article in a list: what every list of the portal shows of it.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/edition.h"
#include "render/safe_html.h"
#include "render/templates.h"
#include "store/database.h"
#include "web/visit.h"

namespace haidang::articles {

struct CardDate {
  std::string machine;  // for <time datetime>
  std::string text;     // as the language writes days
};

struct Card {
  content::ItemId item;
  std::string path;
  std::string title;
  std::string lead;
  std::string section;  // its name
  std::optional<CardDate> date;
  render::SafeHtml picture;  // empty: none
};

// How the pictures of a list are loaded and how wide they stand.
struct CardPictures {
  std::string_view sizes;  // the sizes attribute
  int eager = 0;           // how many at the head of the list are needed at once
};

inline constexpr CardPictures kGridPictures{"(min-width: 64rem) 24rem, (min-width: 40rem) 45vw, 26vw", 0};
inline constexpr CardPictures kNoPictures{"", 0};  // lines of text: no file is looked up
inline constexpr CardPictures kRowPictures{"(min-width: 48rem) 15rem, 26vw", 0};

std::vector<Card> make_cards(const web::Visit& visit, store::Session& session,
                             std::span<const content::ListEntry> entries, const CardPictures& pictures);

// Fields of the templates article_card, article_row, article_lead, article_line.
void fill_card(render::Fields& fields, const Card& card);

}  // namespace haidang::articles
