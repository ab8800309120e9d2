// Tables: of data, around pictures, or for the layout of a page.
#include <algorithm>

#include "exchange/container_pieces.h"
#include "exchange/html_pieces.h"
#include "exchange/wording.h"

namespace haidang::exchange {

using content::Block;
using content::BlockKind;

namespace {

struct Cell {
  NodeIndex node = no_node;
  std::vector<Piece> pieces;
};
using Rows = std::vector<std::vector<Cell>>;

std::size_t count_pictures(const Rows& rows) {
  std::size_t count = 0;
  for (const auto& row : rows) {
    for (const Cell& cell : row) {
      count += static_cast<std::size_t>(std::count_if(cell.pieces.begin(), cell.pieces.end(),
                                                      [](const Piece& p) { return p.is_picture(); }));
    }
  }
  return count;
}

// A table for its lines rather than for the layout of a page.
bool is_data_table(const HtmlTree& tree, NodeIndex node, const Rows& rows) {
  std::size_t columns = 0;
  std::size_t cells = 0;
  std::size_t letters = 0;
  bool header = false;
  for (const auto& row : rows) {
    columns = std::max(columns, row.size());
    for (const Cell& cell : row) {
      ++cells;
      header = header || tree[cell.node].tag == "th";
      for (const Piece& piece : cell.pieces) {
        letters += weight_of(piece.text);
        if (!fits_container(piece)) return false;
      }
    }
  }
  if (rows.size() < 2 || columns < 2 || count_pictures(rows) > 0) return false;
  const std::string_view border = tree.attribute(node, "border");
  const bool ruled = (!border.empty() && border != "0") || header;
  return letters / cells < (ruled ? 600U : 160U);
}

// A frame for pictures: their captions are its only words.
bool is_picture_table(const Rows& rows) {
  const std::size_t pictures = count_pictures(rows);
  if (pictures == 0) return false;
  std::size_t texts = 0;
  for (const auto& row : rows) {
    for (const Cell& cell : row) {
      for (const Piece& piece : cell.pieces) {
        if (piece.is_picture()) continue;
        if (!piece.is_text() || weight_of(piece.text) > 450) return false;
        ++texts;
      }
    }
  }
  return texts <= pictures + 1;
}

}  // namespace

void PieceReader::read_table(NodeIndex node, const Context& context) {
  Rows rows;
  Block table;
  table.kind = BlockKind::table;
  Context plain = context;
  if (plain.role == Role::content) plain.role = Role::none;
  const auto read_row = [&](NodeIndex row) {
    rows.emplace_back();
    for (NodeIndex cell = row + 1; cell < tree_[row].end; cell = tree_[cell].end) {
      if (is_left_out(cell) || (tree_[cell].tag != "td" && tree_[cell].tag != "th")) continue;
      rows.back().push_back({cell, pieces_without(cell, inside(cell, plain), {})});
    }
    if (rows.back().empty()) rows.pop_back();
  };
  for (NodeIndex i = node + 1; i < tree_[node].end;) {
    const std::string& tag = tree_[i].tag;
    const bool group = tag == "tbody" || tag == "thead" || tag == "tfoot";
    if (tag == "tr" && !is_left_out(i)) read_row(i);
    if (tag == "caption" && !is_left_out(i)) table.text = content::plain(clean(tree_.text_of(i, 1000)));
    i = group && !is_left_out(i) ? i + 1 : tree_[i].end;
  }
  if (is_data_table(tree_, node, rows)) {
    Measure total;
    for (const auto& row : rows) {
      Block table_row;
      table_row.kind = BlockKind::table_row;
      for (const Cell& cell : row) {
        Block block;
        block.kind = tree_[cell.node].tag == "th" ? BlockKind::table_header : BlockKind::table_cell;
        block.children = container_blocks(cell.pieces);
        if (block.children.empty()) block.children.emplace_back();  // an empty cell holds an empty paragraph
        block.column_span = std::clamp(whole_number(tree_.attribute(cell.node, "colspan"), 1), 1, 100);
        block.row_span = std::clamp(whole_number(tree_.attribute(cell.node, "rowspan"), 1), 1, 500);
        add(total, measure(cell.pieces));
        table_row.children.push_back(std::move(block));
      }
      table.children.push_back(std::move(table_row));
    }
    emit(std::move(table), node, context);
    set_measure(pieces_.back(), total);
    return;
  }
  std::vector<Piece> all;
  const bool pictures = is_picture_table(rows);
  for (auto& row : rows) {
    for (Cell& cell : row) {
      for (Piece& piece : cell.pieces) {
        if (pictures && piece.is_text()) piece.role = Role::caption;
        all.push_back(std::move(piece));
      }
    }
  }
  if (pictures) attach_captions(all);
  if (!table.text.empty()) {
    Piece caption;
    caption.text = caption.parts = content::plain_text(table.text);
    caption.block.text = table.text;
    caption.line = tree_[node].line;
    caption.node = node;
    all.insert(all.begin(), std::move(caption));
  }
  emit_all(std::move(all));
}

}  // namespace haidang::exchange
