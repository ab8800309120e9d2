#pragma once
// A page in reading order: each piece is one block as the body would hold it,
// with what its markup (or, in a text dump, its surroundings) tells about it.
#include <cstddef>
#include <string>
#include <vector>

#include "content/document.h"
#include "exchange/furniture.h"

namespace haidang::exchange {

struct Piece {
  content::Block block;
  std::string text;   // clean(): of text blocks; of the caption for pictures
  std::string parts;  // the same, element boundaries as part_mark
  std::size_t line = 0;
  std::size_t node = 0;    // where it begins in the tree
  Role role = Role::none;  // of the nearest element whose names say something
  bool bold = false;       // all of it
  bool italic = false;
  bool centred = false;
  bool right_aligned = false;
  bool big = false;           // a font size of titles
  bool in_frame = false;      // stood in the head of the site, not of the article
  bool same_block = false;    // stood in one block with the piece before it
  bool blank_before = false;  // text dumps: an empty line stands before it
  double link_share = 0;      // how much of its letters are links

  bool is_text() const {
    return block.kind == content::BlockKind::paragraph || block.kind == content::BlockKind::heading;
  }
  bool is_picture() const {
    return block.kind == content::BlockKind::image || block.kind == content::BlockKind::gallery ||
           block.kind == content::BlockKind::video;
  }
};

// Gives pictures without a caption the short line behind them that is one.
// `dump`: of a text dump, where markup cannot tell.
void attach_captions(std::vector<Piece>& pieces);

std::vector<content::Block> blocks_of(const std::vector<Piece>& pieces);

}  // namespace haidang::exchange
