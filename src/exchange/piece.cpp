#include "exchange/piece.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/wording.h"

namespace haidang::exchange {

using content::BlockKind;

namespace {

constexpr std::size_t kLongestCaption = 320;

// "Các đại biểu dự hội nghị. |": a bar that closed the picture's table.
void drop_bar(Piece& caption) {
  while (caption.text.ends_with("|")) {
    caption.text.pop_back();
    while (caption.text.ends_with(' ')) caption.text.pop_back();
    caption.block.text = content::plain(caption.text);
  }
}

bool captions(const Piece& picture, const Piece& line) {
  if (!line.is_text() || line.text.empty()) return false;
  const std::size_t weight = weight_of(line.text);
  if (line.role == Role::caption) return weight <= 2 * kLongestCaption;
  if (weight > kLongestCaption || line.block.kind == BlockKind::heading || starts_with_enumerator(line.text))
    return false;
  if (line.link_share > 0.8 || line.role == Role::author || line.role == Role::small_print ||
      line.role == Role::lead)
    return false;
  if (line.same_block) return line.italic || line.centred || (weight <= 160 && !ends_sentence(line.text));
  if (line.right_aligned || line.bold) return line.centred && line.italic;
  if (!line.italic && !line.centred) return false;
  // A centred article is centred throughout: its prose is no caption.
  return line.italic || picture.centred || weight <= 160;
}

void set_caption(Piece& picture, Piece& line) {
  drop_bar(line);
  std::erase_if(line.block.text, [](const content::Inline& run) { return run.text.empty(); });
  for (content::Inline& run : line.block.text) {
    // The whole caption in italics is the page's style, not the author's stress.
    std::erase_if(run.marks, [&](const content::Mark& mark) {
      return (line.italic && mark.kind == content::MarkKind::emphasis) ||
             (line.bold && mark.kind == content::MarkKind::strong);
    });
    if (run.text == "\n") run.text = " ";
  }
  picture.block.text = line.block.text;
  picture.text = line.text;
}

}  // namespace

void attach_captions(std::vector<Piece>& pieces) {
  std::vector<Piece> result;
  result.reserve(pieces.size());
  for (Piece& piece : pieces) {
    const bool after_picture = !result.empty() && (result.back().block.kind == BlockKind::image ||
                                                   result.back().block.kind == BlockKind::video);
    if (after_picture && result.back().block.text.empty() && captions(result.back(), piece)) {
      set_caption(result.back(), piece);
      continue;
    }
    if (piece.is_picture()) {
      drop_bar(piece);
      // A caption that stands before its picture.
      const bool captioned =
          !result.empty() && result.back().role == Role::caption && result.back().is_text();
      if (captioned && piece.block.kind == BlockKind::image && piece.block.text.empty()) {
        set_caption(piece, result.back());
        result.back() = std::move(piece);
        continue;
      }
    }
    result.push_back(std::move(piece));
  }
  pieces = std::move(result);
}

std::vector<content::Block> blocks_of(const std::vector<Piece>& pieces) {
  std::vector<content::Block> blocks;
  for (const Piece& piece : pieces) blocks.push_back(piece.block);
  while (!blocks.empty() && blocks.back().kind == BlockKind::rule) blocks.pop_back();
  while (!blocks.empty() && blocks.front().kind == BlockKind::rule) blocks.erase(blocks.begin());
  return blocks;
}

}  // namespace haidang::exchange
