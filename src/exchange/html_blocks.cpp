#include "exchange/html_blocks.h"

#include "exchange/html_pieces.h"

namespace haidang::exchange {

std::vector<Piece> pieces_of(const HtmlTree& tree, NodeIndex root, const std::vector<bool>& skipped) {
  PieceReader reader(tree, skipped);
  if (tree[root].tag == "body" || tree[root].tag == "html") {
    reader.read_children(root, {});
  } else {
    reader.read(root, {});
  }
  auto pieces = reader.take();
  attach_captions(pieces);
  return pieces;
}

std::vector<content::Block> blocks_from_html(std::string_view fragment) {
  const HtmlTree tree = HtmlTree::parse(fragment);
  const NodeIndex body = tree.find("body");
  return blocks_of(pieces_of(tree, body == no_node ? 0 : body, {}));
}

}  // namespace haidang::exchange
