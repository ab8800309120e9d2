#pragma once
// What elements are and how they look, as far as reading needs it.
#include <string_view>

#include "exchange/html_tree.h"

namespace haidang::exchange {

bool is_block_element(std::string_view tag);
// script, style, form controls, frames: nothing of them is text of the page.
bool is_silent_element(std::string_view tag);
// hidden, display:none, visibility:hidden, aria-hidden, template.
bool is_hidden(const HtmlTree& tree, NodeIndex node);

// A property of a style attribute, lower case without blanks: "center".
std::string style_property(std::string_view style, std::string_view property);

struct Look {
  bool bold = false;
  bool italic = false;
  bool centred = false;
  bool right_aligned = false;
  bool big = false;
  bool linked = false;  // in a link, with or without an address
};
// The look of a node's text given that of its parent.
Look look_of(const HtmlTree& tree, NodeIndex node, Look parent);

}  // namespace haidang::exchange
