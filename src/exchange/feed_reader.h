#pragma once
#include <string_view>
#include <vector>

#include "exchange/recognise.h"
#include "exchange/recognised.h"
#include "exchange/xml_document.h"

namespace haidang::exchange {

// RSS 2.0, RSS 1.0 (RDF) and Atom: one item an entry.
std::vector<RecognisedItem> read_feed(const XmlElement& root, const RecogniseOptions& options);

// WordPress exports (WXR): posts and pages; drafts are marked as such,
// attachments, menus and revisions are left out.
std::vector<RecognisedItem> read_wxr(const XmlElement& root, const RecogniseOptions& options);

// The WordPress editor's text as HTML: [caption] as figure, other short codes
// left out, blank lines as paragraphs.
std::string wordpress_markup(std::string_view content);

}  // namespace haidang::exchange
