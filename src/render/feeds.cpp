#include "render/feeds.h"

#include <algorithm>

#include "base/json.h"

namespace haidang::render {
namespace {

std::string element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + escape_xml(text) + "</" + std::string(name) + ">\n";
}

std::string link(std::string_view relation, std::string_view type, std::string_view address) {
  return "<link rel=\"" + std::string(relation) + "\" type=\"" + std::string(type) + "\" href=\"" +
         escape_xml(address) + "\"/>\n";
}

std::string person(std::string_view name) {
  return "<author>" + element("name", name) + "</author>\n";
}

// RFC 4287 section 4.2.15: the feed is as new as its newest entry.
Instant updated_at(const Feed& feed) {
  if (feed.entries.empty()) return feed.updated;
  return std::ranges::max(feed.entries, {}, &FeedEntry::updated).updated;
}

std::string atom_entry(const Feed& feed, const FeedEntry& entry) {
  std::string out = "<entry>\n";
  out += element("id", entry.id);
  out += element("title", entry.title);
  out += link("alternate", "text/html", entry.address);
  out += element("published", format_rfc3339(entry.published, feed.offset));
  out += element("updated", format_rfc3339(entry.updated, feed.offset));
  if (!entry.author.empty()) out += person(entry.author);
  for (const FeedCategory& category : entry.categories) {
    out += "<category term=\"" + escape_xml(category.term) + "\" label=\"" + escape_xml(category.label) +
           "\"/>\n";
  }
  if (!entry.summary.empty()) out += element("summary", entry.summary);
  if (!entry.content.text().empty()) {
    out += "<content type=\"html\">" + escape_xml(entry.content.text()) + "</content>\n";
  }
  return out + "</entry>\n";
}

json::object json_item(const Feed& feed, const FeedEntry& entry) {
  json::object item{{"id", entry.id}, {"url", entry.address}, {"title", entry.title}};
  // An item must hold content_html or content_text (JSON Feed 1.1, "Items").
  if (entry.content.text().empty())
    item["content_text"] = entry.summary;
  else
    item["content_html"] = entry.content.text();
  if (!entry.summary.empty()) item["summary"] = entry.summary;
  if (!entry.picture.empty()) item["image"] = entry.picture;
  item["date_published"] = format_rfc3339(entry.published, feed.offset);
  item["date_modified"] = format_rfc3339(entry.updated, feed.offset);
  item["authors"] = json::array{{{"name", entry.author.empty() ? feed.publisher : entry.author}}};
  json::array tags;
  for (const FeedCategory& category : entry.categories) tags.emplace_back(category.label);
  if (!tags.empty()) item["tags"] = std::move(tags);
  item["language"] = feed.language;
  return item;
}

}  // namespace

std::string write_atom(const Feed& feed) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
      escape_xml(feed.language) + "\">\n";
  out += element("id", feed.id);
  out += element("title", feed.title);
  if (!feed.subtitle.empty()) out += element("subtitle", feed.subtitle);
  out += element("updated", format_rfc3339(updated_at(feed), feed.offset));
  out += link("self", "application/atom+xml", feed.self);
  out += link("alternate", "text/html", feed.home);
  out += person(feed.publisher);
  if (!feed.icon.empty()) out += element("icon", feed.icon);
  out += element("generator", "Hải Đăng");
  for (const FeedEntry& entry : feed.entries) out += atom_entry(feed, entry);
  return out + "</feed>\n";
}

std::string write_json_feed(const Feed& feed) {
  json::object out{{"version", "https://jsonfeed.org/version/1.1"},
                   {"title", feed.title},
                   {"home_page_url", feed.home},
                   {"feed_url", feed.self},
                   {"language", feed.language}};
  if (!feed.subtitle.empty()) out["description"] = feed.subtitle;
  if (!feed.icon.empty()) out["icon"] = feed.icon;
  out["authors"] = json::array{{{"name", feed.publisher}}};
  json::array items;
  for (const FeedEntry& entry : feed.entries) items.push_back(json_item(feed, entry));
  out["items"] = std::move(items);
  return json::serialize(out);
}

}  // namespace haidang::render
