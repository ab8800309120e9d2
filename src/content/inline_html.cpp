#include "content/inline_html.h"

#include <array>

#include "base/text.h"
#include "content/document_address.h"
#include "render/safe_html.h"

namespace haidang::content {

namespace {

// Elements from the outside in: one link stays one link though a word in it is
// strong.
constexpr std::array kOutsideIn{MarkKind::language,  MarkKind::link,       MarkKind::strong,
                                MarkKind::emphasis,  MarkKind::underline,  MarkKind::strike,
                                MarkKind::subscript, MarkKind::superscript};

std::string_view element_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::strong:
      return "strong";
    case MarkKind::emphasis:
      return "em";
    case MarkKind::underline:
      return "u";
    case MarkKind::strike:
      return "s";
    case MarkKind::subscript:
      return "sub";
    case MarkKind::superscript:
      return "sup";
    case MarkKind::link:
      return "a";
    case MarkKind::language:
      return "span";
  }
  return "span";
}

using OpenMarks = std::vector<const Mark*>;

OpenMarks outside_in(const Inline& run) {
  OpenMarks ordered;
  if (run.marks.empty()) return ordered;
  for (const MarkKind kind : kOutsideIn) {
    for (const Mark& mark : run.marks) {
      if (mark.kind == kind) ordered.push_back(&mark);
    }
  }
  return ordered;
}

void append_start(std::string& out, const Mark& mark, const Addressing& addressing) {
  out.append("<").append(element_of(mark.kind));
  if (mark.kind == MarkKind::link) append_link_attributes(out, mark.value, addressing);
  if (mark.kind == MarkKind::language) append_attribute(out, "lang", mark.value);
  out.push_back('>');
}

void close_down_to(std::string& out, OpenMarks& open, std::size_t depth) {
  for (; open.size() > depth; open.pop_back())
    out.append("</").append(element_of(open.back()->kind)).append(">");
}

}  // namespace

std::string Addressing::resolve(std::string_view address) const {
  if (page.empty()) return std::string(address);
  if (is_root_relative(address)) return origin + std::string(address);
  if (address.starts_with('#')) return page + std::string(address);
  return std::string(address);
}

bool Addressing::is_external(std::string_view address) const {
  if (address.size() < 4 || !equals_ignoring_ascii_case(address.substr(0, 4), "http")) return false;
  if (origin.empty() || !address.starts_with(origin)) return true;
  const std::string_view rest = address.substr(origin.size());
  return !rest.empty() && std::string_view("/?#").find(rest.front()) == std::string_view::npos;
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out.append(" ").append(name).append("=\"");
  append_escaped(out, value);
  out.push_back('"');
}

void append_link_attributes(std::string& out, std::string_view address, const Addressing& addressing) {
  // An <a> without href is text: what a stored address that is not allowed becomes.
  if (!is_link_address(address)) return;
  append_attribute(out, "href", addressing.resolve(address));
  if (addressing.is_external(address)) append_attribute(out, "rel", "noopener external");
}

void append_inline(std::string& out, const std::vector<Inline>& text, const Addressing& addressing) {
  OpenMarks open;
  for (const Inline& run : text) {
    const OpenMarks wanted = outside_in(run);
    std::size_t same = 0;
    while (same < open.size() && same < wanted.size() && *open[same] == *wanted[same]) ++same;
    close_down_to(out, open, same);
    for (std::size_t i = same; i < wanted.size(); ++i) {
      append_start(out, *wanted[i], addressing);
      open.push_back(wanted[i]);
    }
    if (run.text == "\n")
      out.append("<br>");
    else
      append_escaped(out, run.text);
  }
  close_down_to(out, open, 0);
}

}  // namespace haidang::content
