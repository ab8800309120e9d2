#pragma once
// The HTML of runs of text, shared by pages and feeds.
#include <string>
#include <string_view>
#include <vector>

#include "content/document.h"
#include "render/safe_html.h"

namespace haidang::content {

// How addresses are written.
struct Addressing {
  std::string origin;  // this site's; "" if unknown
  std::string page;    // with it all addresses become absolute; "" keeps them as they are
  std::string resolve(std::string_view address) const;
  bool is_external(std::string_view address) const;
};

using render::append_escaped;
// ` name="value"`, nothing if the value is empty.
void append_attribute(std::string& out, std::string_view name, std::string_view value);
// ` href="…"` and, for other sites, rel.
void append_link_attributes(std::string& out, std::string_view address, const Addressing& addressing);
void append_inline(std::string& out, const std::vector<Inline>& text, const Addressing& addressing);

}  // namespace haidang::content
