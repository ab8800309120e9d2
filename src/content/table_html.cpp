// Tables: a caption, header cells that say what they head (WCAG 2.2 H51, H63,
// H39), and a named group that can be scrolled with the keyboard on a narrow
// screen (not a landmark region: a page may hold many tables).
#include <algorithm>

#include "content/block_html.h"

namespace haidang::content {

namespace {

bool is_header_row(const Block& row) {
  return !row.children.empty() &&
         std::all_of(row.children.begin(), row.children.end(),
                     [](const Block& cell) { return cell.kind == BlockKind::table_header; });
}

// How many rows stand in <thead>: those at the top that hold headers only, if
// none of their cells reaches below them (a row group cuts its cells off: HTML
// section 4.9.12.1) and a body is left.
std::size_t head_rows(const Block& table) {
  const auto& rows = table.children;
  const auto body = std::find_if_not(rows.begin(), rows.end(), is_header_row);
  if (body == rows.end()) return 0;
  const auto count = static_cast<std::size_t>(body - rows.begin());
  for (std::size_t i = 0; i < count; ++i) {
    for (const Block& cell : rows[i].children) {
      if (i + static_cast<std::size_t>(std::max(cell.row_span, 1)) > count) return 0;
    }
  }
  return count;
}

}  // namespace

void BlockWriter::table(const Block& block) {
  table_start(block);
  const std::size_t head = head_rows(block);
  if (head > 0) {
    out_.append("<thead>\n");
    rows(block, 0, head);
    out_.append("</thead>\n");
  }
  out_.append("<tbody>\n");
  rows(block, head, block.children.size());
  out_.append("</tbody>\n</table>");
  out_.append(form_ == HtmlForm::page ? "</div>\n" : "\n");
}

void BlockWriter::table_start(const Block& block) {
  const bool is_named_by_caption = !block.text.empty() && !block.id.empty();
  if (form_ == HtmlForm::page) {
    out_.append("<div class=\"table-scroll\" tabindex=\"0\" role=\"group\"");
    if (is_named_by_caption)
      append_attribute(out_, "aria-labelledby", "b-" + block.id + "-caption");
    else
      append_attribute(out_, "aria-label",
                       block.text.empty() ? options_.words.table : plain_text(block.text));
    out_.push_back('>');
  }
  out_.append("<table");
  id_attribute(block);
  out_.append(">\n");
  if (block.text.empty()) return;
  out_.append("<caption");
  id_attribute(block, "-caption");
  out_.push_back('>');
  append_inline(out_, block.text, addressing_);
  out_.append("</caption>\n");
}

void BlockWriter::rows(const Block& table, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    const Block& row = table.children[i];
    const std::string_view scope = is_header_row(row) ? "col" : "row";
    out_.append("<tr>");
    for (const Block& each : row.children) cell(each, scope);
    out_.append("</tr>\n");
  }
}

void BlockWriter::cell(const Block& cell, std::string_view scope) {
  const bool is_header = cell.kind == BlockKind::table_header;
  out_.append(is_header ? "<th" : "<td");
  if (is_header) append_attribute(out_, "scope", scope);
  if (cell.column_span > 1) append_attribute(out_, "colspan", std::to_string(cell.column_span));
  if (cell.row_span > 1) append_attribute(out_, "rowspan", std::to_string(cell.row_span));
  out_.push_back('>');
  tight(cell.children);
  out_.append(is_header ? "</th>" : "</td>");
}

}  // namespace haidang::content
