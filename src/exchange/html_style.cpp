#include "exchange/html_style.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace haidang::exchange {

namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

int number_at(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || value > 1000) break;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

bool is_block_element(std::string_view tag) {
  constexpr auto kBlocks = std::to_array<std::string_view>(
      {"p",       "div",     "section", "article", "main",       "header",     "footer",  "aside",
       "nav",     "center",  "address", "figure",  "figcaption", "blockquote", "pre",     "ul",
       "ol",      "li",      "dl",      "dt",      "dd",         "table",      "caption", "thead",
       "tbody",   "tfoot",   "tr",      "td",      "th",         "h1",         "h2",      "h3",
       "h4",      "h5",      "h6",      "hr",      "form",       "fieldset",   "body",    "html",
       "details", "summary", "hgroup",  "marquee", "dir",        "menu",       "option",  "legend"});
  return among(kBlocks, tag);
}

bool is_silent_element(std::string_view tag) {
  constexpr auto kSilent = std::to_array<std::string_view>(
      {"script",  "style",    "noscript", "template", "head",   "title",    "meta",   "link",    "base",
       "select",  "option",   "textarea", "input",    "button", "canvas",   "map",    "area",    "noframes",
       "noembed", "frameset", "frame",    "svg",      "math",   "datalist", "dialog", "marquee", "progress",
       "meter",   "xml",      "param",    "source",   "track",  "rp",       "rt"});
  return among(kSilent, tag);
}

std::string style_property(std::string_view style, std::string_view property) {
  std::string lowered = to_ascii_lower(style);
  std::erase_if(lowered, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  for (std::size_t at = lowered.find(property); at != std::string::npos;
       at = lowered.find(property, at + 1)) {
    const bool starts = at == 0 || lowered[at - 1] == ';';
    const std::size_t colon = at + property.size();
    if (!starts || colon >= lowered.size() || lowered[colon] != ':') continue;
    const std::size_t end = lowered.find(';', colon);
    std::string value = lowered.substr(colon + 1, end == std::string::npos ? end : end - colon - 1);
    if (const auto mark = value.find("!important"); mark != std::string::npos) value.resize(mark);
    return value;
  }
  return {};
}

bool is_hidden(const HtmlTree& tree, NodeIndex node) {
  for (const auto& [name, value] : tree[node].attributes) {
    if (name == "hidden") return true;
    if (name == "aria-hidden" && equals_ignoring_ascii_case(value, "true")) return true;
    if (name == "style") {
      const std::string visibility = style_property(value, "visibility");
      if (style_property(value, "display") == "none" || visibility == "hidden" || visibility == "collapse")
        return true;
      // Word hides its helpers from view, not by display.
      if (style_property(value, "mso-hide") == "all") return true;
    }
  }
  return false;
}

Look look_of(const HtmlTree& tree, NodeIndex node, Look look) {
  const std::string& tag = tree[node].tag;
  if (tag == "b" || tag == "strong" || tag == "th") look.bold = true;
  if (tag == "i" || tag == "em" || tag == "cite") look.italic = true;
  if (tag == "a" && tree.attribute(node, "name").empty() && tree.attribute(node, "id").empty())
    look.linked = true;
  if (tag == "center") look.centred = true;
  if (tag == "td" || tag == "th") look.right_aligned = look.centred = false;
  const auto align = [&](std::string_view value) {
    look.centred = value.starts_with("center") || value == "middle";
    look.right_aligned = value == "right" || value == "end";
  };
  for (const auto& [name, value] : tree[node].attributes) {
    if (name == "align" && tag != "table" && tag != "img") align(to_ascii_lower(trim(value)));
    if (name == "size" && tag == "font") look.big = number_at(value) >= 4 || value.starts_with("+");
    if (name != "style") continue;
    if (const auto text_align = style_property(value, "text-align"); !text_align.empty()) align(text_align);
    const std::string weight = style_property(value, "font-weight");
    if (weight == "bold" || weight == "bolder" || number_at(weight) >= 600) look.bold = true;
    if (weight == "normal" || weight == "400") look.bold = false;
    const std::string slant = style_property(value, "font-style");
    if (slant == "italic" || slant == "oblique") look.italic = true;
    if (slant == "normal") look.italic = false;
    const std::string size = style_property(value, "font-size");
    if (!size.empty()) look.big = number_at(size) >= (size.find("pt") != std::string::npos ? 15 : 20);
  }
  if (tree.attribute(node, "class").find("text-center") != std::string_view::npos) look.centred = true;
  if (tree.attribute(node, "class").find("text-right") != std::string_view::npos) look.right_aligned = true;
  return look;
}

}  // namespace haidang::exchange
