#pragma once
// What a page handler gives back. The shell puts the frame around it.
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/json.h"
#include "content/identifiers.h"
#include "render/safe_html.h"

namespace haidang::web {

// The same page in a language; the page's own language is one of them.
struct LocalePath {
  std::string locale;
  std::string path;
};

struct Crumb {
  std::string name;
  std::string path;
};

struct FeedLink {
  std::string media_type;
  std::string path;
  std::string title;
};

// What sharing services and search engines read of an article's page.
struct ArticleFacts {
  std::string published;  // RFC 3339 or a day; "" if not known
  std::string modified;
};

struct Page {
  int status = 200;
  std::string title;        // without the site's name
  std::string description;  // plain text
  std::string path;  // canonical, root-relative; "": the page has no address of its own and is not indexed
  std::vector<LocalePath> alternates;  // where the page itself exists; empty if nothing is to be said of that
  std::vector<LocalePath> nearest;     // for languages without it: where the language switch leads instead
  std::vector<Crumb> crumbs;           // from the home page down, without the page itself
  content::SectionId section;          // which section the navigation marks
  std::string picture;                 // root-relative, for sharing
  std::string picture_alt;
  std::variant<std::monostate, ArticleFacts> kind;
  std::vector<FeedLink> feeds;
  std::string previous;  // rel=prev and rel=next of a paged list, root-relative
  std::string next;
  std::vector<json::value> structured;  // schema.org
  std::vector<std::string> tags;        // what the page depends on, see http::Response
  render::SafeHtml body;
};

struct Redirect {
  int status = 301;
  std::string path;
};

struct NotFound {};

using Outcome = std::variant<Page, Redirect, NotFound>;

std::string item_tag(content::ItemId item);
std::string section_tag(content::SectionId section);
std::string site_tag(content::SiteId site);
inline constexpr const char* kCatalogueTag = "catalogue";

}  // namespace haidang::web
