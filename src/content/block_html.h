#pragma once
// Writes blocks as HTML; document_html.h (pages) and document_feed.h (feeds)
// are its two users.
#include <optional>
#include <string>
#include <string_view>

#include "content/document.h"
#include "content/document_html.h"
#include "content/inline_html.h"

namespace haidang::content {

enum class HtmlForm { page, feed };

class BlockWriter {
 public:
  BlockWriter(const HtmlOptions& options, Addressing addressing, HtmlForm form);
  std::string document(const Document& document) &&;

 private:
  // block_html.cpp
  void blocks(const std::vector<Block>& blocks);
  void block(const Block& block);
  void text_element(std::string_view element, const Block& block);
  void heading(const Block& block);
  void list(std::string_view element, const Block& block);
  void quote(const Block& block);
  void id_attribute(const Block& block, std::string_view suffix = {});
  // What stands in a list item or cell; a lone paragraph goes without <p>.
  void tight(const std::vector<Block>& blocks);

  // table_html.cpp
  void table(const Block& block);
  void table_start(const Block& block);
  void rows(const Block& table, std::size_t first, std::size_t last);
  void cell(const Block& cell, std::string_view scope);

  // media_html.cpp
  void image(const Block& block);
  void missing_image(const Block& block);
  void image_element(const MediaFacts& facts, std::string_view alt);
  void source_set(const MediaFacts& facts);
  void gallery(const Block& block);
  void file(const Block& block);
  void video(const Block& block);
  void caption(const Block& block);
  std::optional<MediaFacts> facts_of(const Block& block) const;

  const HtmlOptions& options_;
  Addressing addressing_;
  HtmlForm form_;
  bool eager_next_;
  std::string out_;
};

}  // namespace haidang::content
