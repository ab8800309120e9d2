#include "exchange/small_print_list.h"

#include "exchange/site_clock.h"
#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

std::string words_below(const content::Block& block) {
  std::string words = content::plain_text(block.text);
  for (const content::Block& child : block.children) words += " " + words_below(child);
  return words;
}

bool is_small_item(const Piece& item, const SmallPrint& print) {
  return item.text.empty() || is_furniture(item.text) || is_small_print(print, item) ||
         is_site_clock(item.text) || begins_furniture(item.text) != Certainty::no;
}

}  // namespace

bool read_small_print_list(const Piece& list, BareDates bare, ItemDraft& draft) {
  if (weight_of(list.text) > 400 || list.block.children.size() > 12) return false;
  std::vector<Piece> items;
  for (const content::Block& child : list.block.children) {
    Piece item;
    item.text = item.parts = clean(words_below(child));
    item.line = list.line;
    item.role = list.role;
    if (!is_small_item(item, read_small_print(item.parts))) return false;
    items.push_back(std::move(item));
  }
  for (const Piece& item : items) draft.take(read_small_print(item.parts), item, bare);
  return true;
}

}  // namespace haidang::exchange
