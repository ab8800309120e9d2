// Lists, quotations, figures and galleries.
#include <algorithm>

#include "base/text.h"
#include "exchange/container_pieces.h"
#include "exchange/html_pieces.h"
#include "exchange/html_style.h"
#include "exchange/wording.h"

namespace haidang::exchange {

using content::Block;
using content::BlockKind;

void PieceReader::read_list(NodeIndex node, const Context& context) {
  Block list;
  list.kind = tree_[node].tag == "ol" ? BlockKind::ordered_list : BlockKind::bullet_list;
  list.level =
      list.kind == BlockKind::ordered_list ? std::max(1, whole_number(tree_.attribute(node, "start"), 1)) : 0;
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
std::vector<Piece> PieceReader::pieces_without(NodeIndex node, const Context& context,
                                               const std::vector<NodeIndex>& without) const {
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
  const bool is_quotation =
      !pieces.empty() && total.letters < 3000 && std::all_of(pieces.begin(), pieces.end(), fits_container);
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
  auto pieces =
      pieces_without(node, context, caption == no_node ? std::vector<NodeIndex>{} : std::vector{caption});
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
  const auto images = std::count_if(pieces.begin(), pieces.end(),
                                    [](const Piece& p) { return p.block.kind == BlockKind::image; });
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
  if (tree_[node].role != Role::gallery) return false;
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
      gallery.children.insert(gallery.children.end(), piece.block.children.begin(),
                              piece.block.children.end());
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

}  // namespace haidang::exchange
