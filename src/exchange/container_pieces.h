#pragma once
// Pieces that become the children of a list item, a quotation or a cell.
#include <string>
#include <string_view>
#include <vector>

#include "exchange/piece.h"

namespace haidang::exchange {

bool is_list(content::BlockKind kind);
// What an item, a quotation or a cell may hold (document.h).
bool fits_container(const Piece& piece);
// Their blocks; headings become paragraphs, rules are left out.
std::vector<content::Block> container_blocks(const std::vector<Piece>& pieces);

// The words of several pieces, for judging the container they stand in.
struct Measure {
  std::size_t letters = 0;
  double linked = 0;  // of these, in links
  std::string text;   // the beginning, kMeasuredBytes at least
};
inline constexpr std::size_t kMeasuredBytes = 4000;

Measure measure(const std::vector<Piece>& pieces);
void add(Measure& total, const Measure& part);
void set_measure(Piece& piece, const Measure& total);

// A count in an attribute; `otherwise` if it is none.
int whole_number(std::string_view text, int otherwise);

}  // namespace haidang::exchange
