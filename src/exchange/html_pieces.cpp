#include "exchange/html_pieces.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/html_style.h"
#include "exchange/wording.h"

namespace haidang::exchange {

using content::Block;
using content::BlockKind;
using content::Inline;
using content::Mark;
using content::MarkKind;

namespace {

std::optional<Mark> mark_of(const HtmlTree& tree, NodeIndex node) {
  const std::string& tag = tree[node].tag;
  if (tag == "b" || tag == "strong") return Mark{MarkKind::strong, ""};
  if (tag == "i" || tag == "em") return Mark{MarkKind::emphasis, ""};
  if (tag == "u" || tag == "ins") return Mark{MarkKind::underline, ""};
  if (tag == "s" || tag == "strike" || tag == "del") return Mark{MarkKind::strike, ""};
  if (tag == "sub") return Mark{MarkKind::subscript, ""};
  if (tag == "sup") return Mark{MarkKind::superscript, ""};
  if (tag == "a") {
    std::string address(trim(tree.attribute(node, "href")));
    const std::string lowered = to_ascii_lower(address.substr(0, 16));
    if (address.empty() || address.front() == '#' || lowered.starts_with("javascript:") ||
        lowered.starts_with("data:") || lowered.starts_with("vbscript:")) {
      return std::nullopt;
    }
    return Mark{MarkKind::link, std::move(address)};
  }
  if (tag == "span" || tag == "q" || tag == "bdi") {
    const std::string_view language = tree.attribute(node, "lang");
    // Word marks every span with the proofing language; that says nothing.
    if (!language.empty() && tree.attribute(node, "style").find("mso-") == std::string_view::npos &&
        tree.attribute(node, "style").empty() && language.find("US") == std::string_view::npos &&
        language != "VI") {
      return Mark{MarkKind::language, std::string(language.substr(0, 35))};
    }
  }
  return std::nullopt;
}

bool is_attachment(const std::vector<Inline>& words) {
  if (words.empty()) return false;
  std::string address;
  for (const Inline& run : words) {
    const auto link = std::find_if(run.marks.begin(), run.marks.end(),
                                   [](const Mark& m) { return m.kind == MarkKind::link; });
    if (link == run.marks.end()) return false;
    if (!address.empty() && link->value != address) return false;
    address = link->value;
  }
  return has_document_extension(address);
}

Block attachment(const std::vector<Inline>& words) {
  Block file;
  file.kind = BlockKind::file;
  for (const Mark& mark : words.front().marks) {
    if (mark.kind == MarkKind::link) file.address = mark.value;
  }
  file.text = content::plain(text_of_words(words));
  return file;
}

}  // namespace

bool PieceReader::is_left_out(NodeIndex node) const {
  if (!skipped_.empty() && skipped_[node]) return true;
  if (std::find(without_.begin(), without_.end(), node) != without_.end()) return true;
  const HtmlNode& element = tree_[node];
  return !element.tag.empty() && (is_silent_element(element.tag) || is_hidden(tree_, node));
}

Role PieceReader::role_at(NodeIndex node) const {
  const Role role = tree_[node].role;
  if (role == Role::furniture || role == Role::weak_furniture || role == Role::hidden ||
      role == Role::breadcrumb) {
    return Role::none;
  }
  if (role == Role::content || role == Role::gallery || role == Role::none) return role;
  // A short role cannot hold a whole article ("description", "summary" often do).
  std::size_t length = 0;
  const NodeIndex last = std::min(tree_[node].end, node + 4000);
  for (NodeIndex i = node; i < last && length <= 1600; ++i) length += tree_[i].text.size();
  if (last < tree_[node].end) return Role::content;
  return length > 1600 ? Role::content : role;
}

PieceReader::Context PieceReader::inside(NodeIndex node, const Context& context) const {
  Context result = context;
  result.look = look_of(tree_, node, context.look);
  if (const Role role = role_at(node); role != Role::none) result.role = role;
  if (auto mark = mark_of(tree_, node)) {
    std::erase_if(result.marks, [&](const Mark& m) { return m.kind == mark->kind; });
    result.marks.push_back(std::move(*mark));
  } else if (tree_[node].tag != "b" && result.look.bold != context.look.bold) {
    std::erase_if(result.marks, [](const Mark& m) { return m.kind == MarkKind::strong; });
    if (result.look.bold && tree_[node].tag != "th") result.marks.push_back({MarkKind::strong, ""});
  }
  return result;
}

void PieceReader::read_children(NodeIndex node, const Context& context) {
  for (NodeIndex child = node + 1; child < tree_[node].end; child = tree_[child].end) read(child, context);
}

void PieceReader::read(NodeIndex node, const Context& context) {
  const HtmlNode& element = tree_[node];
  if (is_left_out(node)) return;
  if (element.tag.empty()) return read_text(node, context);
  if (element.tag == "br") {
    run_.add_break();
    if (run_.breaks() >= 2) flush();
    return;
  }
  if (element.tag == "img" || element.tag == "amp-img") return read_image(node, inside(node, context));
  if (element.tag == "iframe" || element.tag == "video" || element.tag == "embed" ||
      element.tag == "object" || element.tag == "audio") {
    return read_video(node, context);
  }
  if (is_block_element(element.tag)) return read_block(node, inside(node, context));
  run_.add_part_mark();
  read_children(node, inside(node, context));
  run_.add_part_mark();
  // A place stamped before the first sentence is set apart by style alone.
  if (tree_.attribute(node, "class").find("location") != std::string_view::npos) run_.add_text(" ", {}, {});
}

void PieceReader::read_text(NodeIndex node, const Context& context) {
  const HtmlNode& text = tree_[node];
  if (run_.empty()) {
    draft_.line = text.line;
    draft_.node = node;
    draft_.role = context.role;
  }
  run_.add_text(text.text, context.marks, context.look);
}

void PieceReader::read_block(NodeIndex node, const Context& context) {
  const std::string& tag = tree_[node].tag;
  flush();
  ++block_;
  if (tag == "hr") {
    Block rule;
    rule.kind = BlockKind::rule;
    emit(std::move(rule), node, context);
  } else if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') {
    read_heading(node, context);
  } else if (tag == "ul" || tag == "ol" || tag == "menu" || tag == "dir") {
    if (!read_gallery(node, context)) read_list(node, context);
  } else if (tag == "blockquote") {
    read_quote(node, context);
  } else if (tag == "table") {
    read_table(node, context);
  } else if (tag == "figure") {
    read_figure(node, context);
  } else if (!read_labelled_field(node) && !read_gallery(node, context)) {
    read_children(node, context);
  }
  flush();
  ++block_;
}

// Drupal's <div class="field__label">Nguồn</div><div class="field__item">…</div>
bool PieceReader::read_labelled_field(NodeIndex node) {
  const auto says = [&](NodeIndex at, std::string_view name, std::string_view older) {
    const std::string_view names = tree_.attribute(at, "class");
    return names.find(name) != std::string_view::npos || names.find(older) != std::string_view::npos;
  };
  NodeIndex label = no_node;
  for (NodeIndex child = node + 1; child < tree_[node].end; child = tree_[child].end) {
    if (tree_[child].tag.empty() || is_left_out(child)) continue;
    if (label == no_node) {
      if (!says(child, "field__label", "field-label") || says(child, "field-label-", "field--label-"))
        return false;
      label = child;
      continue;
    }
    if (!says(child, "field__item", "field-item")) return false;
    std::string name = clean(tree_.text_of(label, 100));
    while (name.ends_with(':')) name.pop_back();
    const std::string value = clean(tree_.text_of(child, 400));
    if (name.empty() || value.empty() || weight_of(value) > 100) return false;
    emit_line(name + ": " + value, node, Role::small_print);
    return true;
  }
  return false;
}

void PieceReader::read_heading(NodeIndex node, const Context& context) {
  Context plain = context;
  plain.look.bold = false;
  heading_level_ = std::clamp(tree_[node].tag[1] - '0', 2, 4);
  read_children(node, plain);
  flush();
  heading_level_ = 0;
}

void PieceReader::read_image(NodeIndex node, const Context& context) {
  auto image = image_of(tree_, node);
  if (!image) return;
  flush();
  emit(std::move(*image), node, context);
}

void PieceReader::read_video(NodeIndex node, const Context& context) {
  auto video = video_of(tree_, node);
  if (!video) return;
  flush();
  emit(std::move(*video), node, context);
}

void PieceReader::emit(Block block, NodeIndex node, const Context& context) {
  Piece piece;
  piece.block = std::move(block);
  piece.line = tree_[node].line;
  piece.node = node;
  piece.role = context.role;
  piece.centred = context.look.centred;
  piece.same_block = last_block_ == block_;
  piece.text = clean(content::plain_text(piece.block.text));
  piece.parts = piece.text;
  last_block_ = block_;
  pieces_.push_back(std::move(piece));
}

void PieceReader::emit_all(std::vector<Piece> pieces) {
  for (Piece& piece : pieces) pieces_.push_back(std::move(piece));
  last_block_ = static_cast<std::size_t>(-1);
}

void PieceReader::emit_words(std::vector<Inline> words) {
  Piece piece = draft_;
  piece.text = text_of_words(words);
  if (!has_letter(piece.text) && !has_digit(piece.text) && weight_of(piece.text) < 3) return;
  piece.bold = run_.all_bold();
  piece.italic = run_.all_italic();
  piece.big = run_.all_big();
  piece.centred = run_.centred();
  piece.right_aligned = run_.right_aligned();
  piece.link_share = run_.link_share();
  piece.parts = clean_parts(run_.parts());
  piece.same_block = last_block_ == block_;
  if (is_attachment(words)) {
    piece.block = attachment(words);
  } else {
    piece.block.kind = heading_level_ > 0 ? BlockKind::heading : BlockKind::paragraph;
    piece.block.level = heading_level_;
    piece.block.text = std::move(words);
  }
  last_block_ = block_;
  pieces_.push_back(std::move(piece));
}

// Line breaks alone part paragraphs only where every line is a sentence of its
// own; otherwise a line break is a space that the author wanted.
void PieceReader::flush() {
  if (run_.empty()) {
    run_ = {};
    return;
  }
  const auto words = run_.words();
  const auto lines = lines_of(words);
  const bool sentences = lines.size() >= 3 && std::all_of(lines.begin(), lines.end(), [](const auto& line) {
                           const std::string text = text_of_words(line);
                           return weight_of(text) >= 120 && ends_sentence(text);
                         });
  if (sentences) {
    for (const auto& line : lines) emit_words(line);
  } else {
    emit_words(words);
  }
  run_ = {};
  draft_ = {};
}

std::vector<Piece> PieceReader::take() {
  flush();
  return std::move(pieces_);
}

}  // namespace haidang::exchange
