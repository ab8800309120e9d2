#include "content/block_html.h"

#include <algorithm>

namespace haidang::content {

BlockWriter::BlockWriter(const HtmlOptions& options, Addressing addressing, HtmlForm form)
    : options_(options),
      addressing_(std::move(addressing)),
      form_(form),
      eager_next_(options.loading == ImageLoading::first_eager) {}

std::string BlockWriter::document(const Document& document) && {
  out_.reserve(4'096);
  blocks(document.blocks);
  return std::move(out_);
}

void BlockWriter::blocks(const std::vector<Block>& blocks) {
  for (const Block& each : blocks) block(each);
}

void BlockWriter::block(const Block& block) {
  switch (block.kind) {
    case BlockKind::paragraph:
      return text_element("p", block);
    case BlockKind::heading:
      return heading(block);
    case BlockKind::bullet_list:
      return list("ul", block);
    case BlockKind::ordered_list:
      return list("ol", block);
    case BlockKind::list_item:
      return tight(block.children);
    case BlockKind::quote:
      return quote(block);
    case BlockKind::image:
      return image(block);
    case BlockKind::gallery:
      return gallery(block);
    case BlockKind::table:
      return table(block);
    case BlockKind::file:
      return file(block);
    case BlockKind::video:
      return video(block);
    case BlockKind::rule:
      out_.append("<hr>\n");
      return;
    case BlockKind::table_row:
    case BlockKind::table_cell:
    case BlockKind::table_header:
      return blocks(block.children);  // only inside a table, which writes them itself
  }
}

void BlockWriter::id_attribute(const Block& block, std::string_view suffix) {
  if (form_ == HtmlForm::feed || block.id.empty()) return;
  out_.append(" id=\"b-");
  append_escaped(out_, block.id);
  out_.append(suffix).append("\"");
}

void BlockWriter::text_element(std::string_view element, const Block& block) {
  out_.append("<").append(element).append(">");
  append_inline(out_, block.text, addressing_);
  out_.append("</").append(element).append(">\n");
}

void BlockWriter::heading(const Block& block) {
  const char level = static_cast<char>('0' + std::clamp(block.level, 2, 4));
  out_.append("<h").push_back(level);
  id_attribute(block);
  out_.push_back('>');
  append_inline(out_, block.text, addressing_);
  out_.append("</h").append(1, level).append(">\n");
}

void BlockWriter::list(std::string_view element, const Block& block) {
  out_.append("<").append(element);
  if (block.kind == BlockKind::ordered_list && block.level > 1) {
    append_attribute(out_, "start", std::to_string(block.level));
  }
  out_.append(">\n");
  for (const Block& item : block.children) {
    out_.append("<li>");
    tight(item.children);
    out_.append("</li>\n");
  }
  out_.append("</").append(element).append(">\n");
}

void BlockWriter::tight(const std::vector<Block>& blocks) {
  const auto is_paragraph = [](const Block& block) { return block.kind == BlockKind::paragraph; };
  const bool leads_alone = !blocks.empty() && is_paragraph(blocks.front()) &&
                           std::count_if(blocks.begin(), blocks.end(), is_paragraph) == 1;
  if (!leads_alone) return this->blocks(blocks);
  append_inline(out_, blocks.front().text, addressing_);
  if (blocks.size() > 1) out_.push_back('\n');
  for (std::size_t i = 1; i < blocks.size(); ++i) block(blocks[i]);
}

void BlockWriter::quote(const Block& block) {
  out_.append("<blockquote>\n");
  blocks(block.children);
  if (!block.credit.empty()) {
    out_.append("<footer><cite>");
    append_escaped(out_, block.credit);
    out_.append("</cite></footer>\n");
  }
  out_.append("</blockquote>\n");
}

}  // namespace haidang::content
