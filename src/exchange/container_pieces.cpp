#include "exchange/container_pieces.h"

namespace haidang::exchange {

using content::Block;
using content::BlockKind;

bool is_list(BlockKind kind) {
  return kind == BlockKind::bullet_list || kind == BlockKind::ordered_list;
}

// What an item, a quotation or a cell may hold (document.h).
bool fits_container(const Piece& piece) {
  return piece.is_text() || is_list(piece.block.kind) || piece.block.kind == BlockKind::rule;
}

std::vector<Block> container_blocks(const std::vector<Piece>& pieces) {
  std::vector<Block> blocks;
  for (const Piece& piece : pieces) {
    if (piece.block.kind == BlockKind::rule) continue;
    Block block = piece.block;
    if (block.kind == BlockKind::heading) {
      block.kind = BlockKind::paragraph;
      block.level = 0;
    }
    blocks.push_back(std::move(block));
  }
  return blocks;
}

namespace {

void append_text(std::string& text, std::string_view more) {
  if (text.size() > kMeasuredBytes) return;
  if (!text.empty()) text += ' ';
  text += more;
}

}  // namespace

Measure measure(const std::vector<Piece>& pieces) {
  Measure result;
  for (const Piece& piece : pieces) {
    result.letters += piece.text.size();
    result.linked += piece.link_share * static_cast<double>(piece.text.size());
    append_text(result.text, piece.text);
  }
  return result;
}

void add(Measure& total, const Measure& part) {
  total.letters += part.letters;
  total.linked += part.linked;
  append_text(total.text, part.text);
}

void set_measure(Piece& piece, const Measure& total) {
  piece.text = total.text;
  piece.parts = total.text;
  piece.link_share = total.letters == 0 ? 0 : total.linked / static_cast<double>(total.letters);
}

int whole_number(std::string_view text, int otherwise) {
  int value = 0;
  if (text.empty() || text.size() > 4) return otherwise;
  for (const char c : text) {
    if (c < '0' || c > '9') return otherwise;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace haidang::exchange
