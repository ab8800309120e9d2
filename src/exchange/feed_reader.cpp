#include "exchange/feed_reader.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/entry_body.h"
#include "exchange/html_tree.h"
#include "exchange/page_metadata.h"
#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

// "toasoan@x.vn (Tòa soạn)", "Tòa soạn <toasoan@x.vn>" -> "Tòa soạn"
std::string person(std::string_view text) {
  const std::string whole = clean(text);
  const auto open = whole.find('(');
  if (whole.find('@') == std::string::npos) return whole;
  if (open != std::string::npos && whole.ends_with(")"))
    return clean(std::string_view(whole).substr(open + 1, whole.size() - open - 2));
  const auto angle = whole.find('<');
  return angle == std::string::npos ? std::string{} : clean(std::string_view(whole).substr(0, angle));
}

// A title may itself be escaped markup.
std::string plain_title(const std::string& text) {
  if (text.find('<') == std::string::npos && text.find('&') == std::string::npos) return clean(text);
  const HtmlTree tree = HtmlTree::parse(text);
  return clean(tree.text_of(0));
}

// What an Atom text construct holds, as HTML (RFC 4287 section 3.1).
std::string atom_markup(const XmlElement& element) {
  const std::string type = to_ascii_lower(element.attribute("type"));
  if (type == "xhtml") return element.inner_markup();
  if (type == "html" || type == "text/html") return element.text();
  std::string escaped;
  for (const char c : element.text()) {
    if (c == '<') {
      escaped += "&lt;";
    } else if (c == '&') {
      escaped += "&amp;";
    } else {
      escaped.push_back(c);
    }
  }
  return escaped;
}

std::string link_of(const XmlElement& entry, std::string_view base) {
  for (const XmlElement& link : entry.children()) {
    if (link.local_name() != "link") continue;
    const std::string relation = link.attribute("rel");
    const std::string address = link.attribute("href");
    if (!address.empty() && (relation.empty() || relation == "alternate"))
      return resolve_address(base, address);
    if (address.empty() && relation.empty()) {
      const std::string text = clean(link.text());
      if (!text.empty()) return resolve_address(base, text);
    }
  }
  return {};
}

void set_address(ItemDraft& draft, const std::string& address, std::string_view rule) {
  if (is_absolute_address(address)) draft.set(&RecognisedItem::old_address, address, 0, rule);
}

std::string section_in(const XmlElement& entry) {
  for (const XmlElement& category : entry.children()) {
    if (category.name() != "category" && category.name() != "dc:subject") continue;
    std::string name = clean(category.attribute("label"));
    if (name.empty()) name = clean(category.text());
    if (name.empty() && category.attribute("scheme").find("#kind") == std::string::npos &&
        category.attribute("term").find("/kind#") == std::string::npos)
      name = clean(category.attribute("term"));
    if (!name.empty()) return name;
  }
  return {};
}

// What the feed says for all its entries, read once.
struct FeedFacts {
  std::string site;  // RSS link, or the address that Atom links are resolved on
  std::string base;  // xml:base
  std::string author;
  std::string language;
};

FeedFacts facts_of(const XmlElement& channel, bool atom) {
  FeedFacts facts;
  facts.base = channel.attribute("xml:base");
  facts.author = person(channel.child("author").child("name").text());
  facts.site = atom ? link_of(channel, "") : clean(channel.child("link").text());
  facts.language = atom ? channel.attribute("xml:lang") : clean(channel.child("language").text());
  if (facts.language.empty()) facts.language = clean(channel.child("dc:language").text());
  return facts;
}

RecognisedItem atom_entry(const FeedFacts& feed, const XmlElement& entry, const RecogniseOptions& options) {
  ItemDraft draft(options);
  draft.set(&RecognisedItem::title, plain_title(atom_markup(entry.child("title"))), 0, "Atom title");
  std::string base = entry.attribute("xml:base");
  if (base.empty()) base = entry.child("content").attribute("xml:base");
  if (!feed.base.empty()) base = resolve_address(feed.base, base.empty() ? "./" : base);
  if (base.empty()) base = feed.site;
  set_address(draft, link_of(entry, base), "Atom link");
  const XmlElement author = entry.child("author");
  draft.set_byline(author ? person(author.child("name").text()) : feed.author, 0, "Atom author");
  draft.add_published(entry.child("published").text(), DateRank::structured, 0, "Atom published");
  draft.add_updated(entry.child("updated").text(), DateRank::structured, 0, "Atom updated");
  draft.set(&RecognisedItem::section, section_in(entry), 0, "Atom category");
  read_entry(atom_markup(entry.child("content")), atom_markup(entry.child("summary")), draft);
  resolve_blocks(draft.item().body.blocks, draft.item().old_address.value_or(base));
  std::string language = entry.attribute("xml:lang");
  return draft.finish(language.empty() ? feed.language : language);
}

RecognisedItem rss_item(const FeedFacts& feed, const XmlElement& entry, const RecogniseOptions& options) {
  ItemDraft draft(options);
  draft.set(&RecognisedItem::title, plain_title(entry.child("title").text()), 0, "RSS title");
  set_address(draft, link_of(entry, feed.site), "RSS link");
  const XmlElement guid = entry.child("guid");
  if (guid && guid.attribute("isPermaLink") != "false") set_address(draft, clean(guid.text()), "RSS guid");
  XmlElement author = entry.child("dc:creator");
  if (!author) author = entry.child("author");
  if (author) draft.set_byline(person(author.text()), 0, "RSS author");
  draft.add_published(entry.child("pubDate").text(), DateRank::structured, 0, "RSS pubDate");
  draft.add_published(entry.child("dc:date").text(), DateRank::meta, 0, "dc:date");
  draft.add_updated(entry.child("atom:updated").text(), DateRank::structured, 0, "atom:updated");
  draft.set(&RecognisedItem::section, section_in(entry), 0, "RSS category");
  draft.set(&RecognisedItem::source, entry.child("source").text(), 0, "RSS source");
  read_entry(entry.child("content:encoded").text(), entry.child("description").text(), draft);
  resolve_blocks(draft.item().body.blocks, draft.item().old_address.value_or(feed.site));
  return draft.finish(feed.language);
}

// Blogger exports its comments, templates and settings as entries of one feed.
bool is_post(const XmlElement& entry) {
  if (entry.child("thr:in-reply-to")) return false;
  for (const XmlElement& category : entry.children()) {
    if (category.local_name() != "category") continue;
    const std::string term = category.attribute("term");
    const auto kind = term.find("/kind#");
    if (kind != std::string::npos && !term.ends_with("#post") && !term.ends_with("#page")) return false;
  }
  return true;
}

bool says_something(const RecognisedItem& item) {
  return item.title && (item.lead || !item.body.blocks.empty());
}

}  // namespace

std::vector<RecognisedItem> read_feed(const XmlElement& root, const RecogniseOptions& options) {
  std::vector<RecognisedItem> items;
  const bool atom = root.local_name() == "feed";
  const XmlElement channel = atom ? root : root.child("channel");
  const FeedFacts facts = facts_of(channel, atom);
  const auto read_entries = [&](const XmlElement& parent) {
    for (const XmlElement& entry : parent.children()) {
      if (entry.local_name() != (atom ? "entry" : "item") || !is_post(entry)) continue;
      RecognisedItem item = atom ? atom_entry(facts, entry, options) : rss_item(facts, entry, options);
      if (says_something(item)) items.push_back(std::move(item));
    }
  };
  read_entries(channel);
  if (!atom) read_entries(root);  // RSS 1.0: items stand beside the channel
  return items;
}

}  // namespace haidang::exchange
