#include "exchange/entry_body.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/article_reader.h"
#include "exchange/html_blocks.h"
#include "exchange/page_metadata.h"
#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

std::string text_of_pieces(const std::vector<Piece>& pieces) {
  std::string text;
  for (const Piece& piece : pieces) {
    if (piece.is_picture()) continue;
    text += (text.empty() ? "" : " ") + piece.text;
  }
  return text;
}

// "Trong tháng 01, Ban Quản lý … cấp giấy chứng […]": the cut beginning of the text.
bool is_cut_from(std::string_view summary, std::string_view text) {
  std::string words(summary);
  for (const std::string_view mark :
       {"[…]", "[...]", "[&hellip;]", "…", "...", "Read more", "Xem tiếp", "Đọc tiếp"}) {
    if (words.ends_with(mark))
      words = std::string(trim(std::string_view(words).substr(0, words.size() - mark.size())));
  }
  const std::string key = key_of(words);
  return key.empty() || key_of(text).starts_with(key);
}

ArticlePieces whole(std::vector<Piece> pieces) {
  ArticlePieces article;
  article.pieces = std::move(pieces);
  article.content_end = article.end = article.pieces.size();
  return article;
}

}  // namespace

std::vector<Piece> entry_pieces(std::string_view markup) {
  const HtmlTree tree = HtmlTree::parse(markup);
  const NodeIndex body = tree.find("body");
  auto pieces = pieces_of(tree, body == no_node ? 0 : body, {});
  // "The post … appeared first on …"
  std::erase_if(pieces, [](const Piece& piece) {
    return piece.is_text() && piece.text.starts_with("The post ") &&
           piece.text.find("appeared first on") != std::string::npos;
  });
  return pieces;
}

void read_entry(std::string_view content, std::string_view summary, ItemDraft& draft) {
  auto body = entry_pieces(content);
  auto short_pieces = entry_pieces(summary);
  const std::string short_text = text_of_pieces(short_pieces);
  if (body.empty()) {
    // A description alone: one block says what it is about, several tell it.
    const auto texts = std::count_if(short_pieces.begin(), short_pieces.end(),
                                     [](const Piece& p) { return !p.is_picture(); });
    if (texts == 1 && short_pieces.back().is_text()) {
      draft.set(&RecognisedItem::lead, short_text, 0, "description");
      std::erase_if(short_pieces, [](const Piece& p) { return !p.is_picture(); });
      draft.item().body.blocks = blocks_of(short_pieces);
    } else {
      read_article(whole(std::move(short_pieces)), draft);
    }
    return;
  }
  if (!short_text.empty() && !is_cut_from(short_text, text_of_pieces(body))) {
    draft.set(&RecognisedItem::lead, short_text, 0, "summary beside the content");
    // The text may begin with the same words.
    if (body.front().is_text() && same_words(body.front().text, short_text)) body.erase(body.begin());
  }
  read_article(whole(std::move(body)), draft);
}

void resolve_blocks(std::vector<content::Block>& blocks, std::string_view base) {
  for (content::Block& block : blocks) {
    if (!block.address.empty()) block.address = resolve_address(base, block.address);
    resolve_blocks(block.children, base);
  }
}

}  // namespace haidang::exchange
