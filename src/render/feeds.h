#pragma once
// Feeds from one plain description: Atom (RFC 4287) and JSON Feed 1.1
// (jsonfeed.org/version/1.1). All addresses are absolute.
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "render/safe_html.h"

namespace haidang::render {

struct FeedCategory {
  std::string term;   // stable: the section's key
  std::string label;  // in the feed's language
};

struct FeedEntry {
  std::string id;  // permanent, even if the address changes (RFC 4287 section 4.2.6): a tag URI
  std::string address;
  std::string title;
  std::string summary;
  SafeHtml content;    // the full text; its links absolute
  std::string author;  // "": the publisher
  std::vector<FeedCategory> categories;
  std::string picture;  // absolute address, "" if none
  Instant published{};
  Instant updated{};
};

struct Feed {
  std::string id;
  std::string title;
  std::string subtitle;
  std::string language;  // BCP 47
  std::string home;      // the page the feed belongs to
  std::string self;      // the feed's own address
  std::string icon;
  std::string publisher;
  Instant updated{};               // used when there are no entries
  std::chrono::minutes offset{0};  // times are written with this offset from UTC
  std::vector<FeedEntry> entries;
};

std::string write_atom(const Feed& feed);
std::string write_json_feed(const Feed& feed);

}  // namespace haidang::render
