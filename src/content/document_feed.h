#pragma once
// The body of an item in a feed: the same HTML for readers that show it on
// other pages, so every address is absolute and there are no ids, no lazy
// loading and no widths to choose from.
#include <string>

#include "content/document_html.h"

namespace haidang::content {

// `item_address`: the absolute address of the item's page. "/…" becomes an
// address of its host, "#…" of the page.
render::SafeHtml to_feed_html(const Document& document, const HtmlOptions& options,
                              const std::string& item_address);

}  // namespace haidang::content
