// Lists, quotations, tables, figures and galleries.
#include <algorithm>

#include "base/text.h"
#include "exchange/html_pieces.h"
#include "exchange/html_style.h"
#include "exchange/wording.h"

namespace haidang::exchange {

using content::Block;
using content::BlockKind;

namespace {

bool is_list(BlockKind kind) { return kind == BlockKind::bullet_list || kind == BlockKind::ordered_list; }

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

struct Measure {
  std::size_t letters = 0;
  double linked = 0;
  std::string text;
};

Measure measure(const std::vector<Piece>& pieces) {
  Measure result;
  for (const Piece& piece : pieces) {
    result.letters += piece.text.size();
    result.linked += piece.link_share * static_cast<double>(piece.text.size());
    if (!result.text.empty()) result.text += ' ';
    result.text += piece.text;
  }
  return result;
}

void add(Measure& total, const Measure& part) {
  total.letters += part.letters;
  total.linked += part.linked;
  if (!total.text.empty()) total.text += ' ';
  total.text += part.text;
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

}  // namespace

void PieceReader::read_list(NodeIndex node, const Context& context) {
  Block list;
  list.kind = tree_[node].tag == "ol" ? BlockKind::ordered_list : BlockKind::bullet_list;
  list.level = list.kind == BlockKind::ordered_list ? std::max(1, whole_number(tree_.attribute(node, "start"), 1)) : 0;
  std::vector<std::vector<Piece>> items;
  bool fits = true;
  for (NodeIndex child = node + 1; child < tree_[node].end; child = tree_[child].end) {
    if (is_left_out(child) || (tree_[child].tag.empty() && fold_spaces(tree_[child].text).empty())) continue;
    const Context item_context = tree_[child].tag.empty() ? context : inside(child, context);
    PieceReader reader(tree_, skipped_);
    reader.without_ = without_;
    tree_[child].tag == "li" ? reader.read_children(child, item_context) : reader.read(child, context);
    auto pieces = reader.take();
    attach_captions(pieces);
    if (pieces.empty()) continue;
    fits = fits && std::all_of(pieces.begin(), pieces.end(), fits_container);
    items.push_back(std::move(pieces));
  }
  if (!fits) {
    for (auto& pieces : items) emit_all(std::move(pieces));
    return;
  }
  Measure total;
  for (const auto& pieces : items) {
    Block item;
    item.kind = BlockKind::list_item;
    item.children = container_blocks(pieces);
    // A list nested without an item of its own belongs to the item before it.
    const bool nested = !list.children.empty() && item.children.size() == 1 && is_list(item.children[0].kind);
    if (nested) {
      list.children.back().children.push_back(std::move(item.children[0]));
    } else if (!item.children.empty()) {
      list.children.push_back(std::move(item));
    }
    add(total, measure(pieces));
  }
  if (list.children.empty()) return;
  emit(std::move(list), node, context);
  set_measure(pieces_.back(), total);
}

// Reads what stands below a node but for some of its nodes.
std::vector<Piece> PieceReader::pieces_without(NodeIndex node, const Context& context, const std::vector<NodeIndex>& without) const {
  PieceReader reader(tree_, skipped_);
  reader.without_ = without_;
  reader.without_.insert(reader.without_.end(), without.begin(), without.end());
  reader.read_children(node, context);
  auto pieces = reader.take();
  attach_captions(pieces);
  return pieces;
}

void PieceReader::read_quote(NodeIndex node, const Context& context) {
  Context plain = context;
  plain.look = {};
  Block quote;
  quote.kind = BlockKind::quote;
  // Who said it stands in a footer or a cite of its own.
  std::vector<NodeIndex> without;
  for (NodeIndex i = node + 1; i < tree_[node].end && without.empty(); ++i) {
    const bool last = tree_[i].end == tree_[node].end || tree_[i].tag == "footer";
    if ((tree_[i].tag != "footer" && tree_[i].tag != "cite") || !last) continue;
    quote.credit = clean(tree_.text_of(i, 400));
    without.push_back(i);
  }
  auto pieces = pieces_without(node, plain, without);
  Measure total = measure(pieces);
  // Old editors indent with it, sometimes the whole article.
  const bool is_quotation = !pieces.empty() && total.letters < 3000 && std::all_of(pieces.begin(), pieces.end(), fits_container);
  if (!is_quotation) {
    emit_all(std::move(pieces));
    emit_line(quote.credit, node, Role::none);
    return;
  }
  quote.children = container_blocks(pieces);
  if (!quote.credit.empty()) total.text += " " + quote.credit;
  emit(std::move(quote), node, context);
  set_measure(pieces_.back(), total);
}

void PieceReader::emit_line(std::string_view text, NodeIndex node, Role role) {
  if (text.empty()) return;
  Piece piece;
  piece.text = piece.parts = std::string(text);
  piece.block.text = content::plain(std::string(text));
  piece.line = tree_[node].line;
  piece.node = node;
  piece.role = role;
  pieces_.push_back(std::move(piece));
}

namespace {

// <figcaption>, without those of figures inside.
NodeIndex caption_of(const HtmlTree& tree, NodeIndex figure) {
  for (NodeIndex i = figure + 1; i < tree[figure].end;) {
    if (tree[i].tag == "figcaption") return i;
    i = tree[i].tag == "figure" ? tree[i].end : i + 1;
  }
  return no_node;
}

}  // namespace

void PieceReader::read_figure(NodeIndex node, const Context& context) {
  const NodeIndex caption = caption_of(tree_, node);
  std::vector<content::Inline> words;
  std::string credit;
  if (caption != no_node && !is_left_out(caption)) {
    std::vector<NodeIndex> cites;
    for (NodeIndex i = caption + 1; i < tree_[caption].end && cites.empty(); ++i) {
      if (tree_[i].tag == "cite") cites.push_back(i);
    }
    if (!cites.empty()) credit = clean(tree_.text_of(cites[0], 400));
    Context plain = context;
    plain.look = {};
    for (const Piece& piece : pieces_without(caption, plain, cites)) {
      if (!words.empty()) words.push_back({" ", {}});
      words.insert(words.end(), piece.block.text.begin(), piece.block.text.end());
    }
  }
  auto pieces = pieces_without(node, context, caption == no_node ? std::vector<NodeIndex>{} : std::vector{caption});
  const auto picture = std::find_if(pieces.begin(), pieces.end(), [](const Piece& piece) {
    return piece.is_picture() || piece.block.kind == BlockKind::table;
  });
  if (picture == pieces.end()) {
    emit_all(std::move(pieces));
    emit_line(text_of_words(words), node, Role::caption);
    return;
  }
  const bool takes_caption = picture->block.text.empty() && picture->block.kind != BlockKind::gallery;
  if (takes_caption) {
    picture->block.text = words;
    if (picture->is_picture()) picture->text = text_of_words(words);
    picture->block.credit = credit;
  }
  const auto images = std::count_if(pieces.begin(), pieces.end(), [](const Piece& p) { return p.block.kind == BlockKind::image; });
  if (images > 1 && static_cast<std::size_t>(images) == pieces.size()) {
    Block gallery;
    gallery.kind = BlockKind::gallery;
    for (Piece& piece : pieces) gallery.children.push_back(std::move(piece.block));
    emit(std::move(gallery), node, context);
    return;
  }
  emit_all(std::move(pieces));
  if (!takes_caption) emit_line(text_of_words(words), node, Role::caption);
}

// Several pictures under a name like "gallery", and few words but theirs.
bool PieceReader::is_gallery(NodeIndex node) const {
  const std::string names = tree_.names(node);
  if (names.empty() || role_of(names) != Role::gallery) return false;
  std::size_t images = 0;
  std::size_t letters = 0;
  for (NodeIndex i = node + 1; i < tree_[node].end;) {
    if (is_left_out(i) || tree_[i].tag == "figcaption") {
      i = tree_[i].end;
      continue;
    }
    if (tree_[i].tag == "img" && image_of(tree_, i)) ++images;
    letters += fold_spaces(tree_[i].text).size();
    ++i;
  }
  return images >= 2 && letters < 200 + 160 * images;
}

bool PieceReader::read_gallery(NodeIndex node, const Context& context) {
  if (!is_gallery(node)) return false;
  auto pieces = pieces_without(node, {{}, context.look, Role::none}, {});
  Block gallery;
  gallery.kind = BlockKind::gallery;
  for (const Piece& piece : pieces) {
    if (piece.block.kind == BlockKind::image) gallery.children.push_back(piece.block);
    if (piece.block.kind == BlockKind::gallery) {
      gallery.children.insert(gallery.children.end(), piece.block.children.begin(), piece.block.children.end());
    }
  }
  if (gallery.children.size() < 2) {
    emit_all(std::move(pieces));
    return true;
  }
  emit(std::move(gallery), node, context);
  for (Piece& piece : pieces) {
    if (piece.is_picture()) continue;
    pieces_.push_back(std::move(piece));
  }
  return true;
}

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
      count += static_cast<std::size_t>(std::count_if(cell.pieces.begin(), cell.pieces.end(), [](const Piece& p) { return p.is_picture(); }));
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
