#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "exchange/entry_body.h"
#include "exchange/feed_reader.h"
#include "exchange/page_metadata.h"
#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

using Names = std::map<std::string, std::string>;

// Login -> the name that readers saw.
Names display_names(const XmlElement& channel) {
  Names names;
  for (const XmlElement& author : channel.children()) {
    if (author.name() != "wp:author") continue;
    names[clean(author.child("wp:author_login").text())] =
        clean(author.child("wp:author_display_name").text());
  }
  return names;
}

bool is_known(std::string_view date) {
  return !date.empty() && !date.starts_with("0000");
}

// Dates in GMT where they are known, else local ones in the site's zone.
void read_dates(const XmlElement& entry, ItemDraft& draft) {
  const auto read = [&](std::string_view gmt, std::string_view local) -> std::string {
    const std::string universal = clean(entry.child(gmt).text());
    if (is_known(universal)) return universal + "Z";
    const std::string here = clean(entry.child(local).text());
    return is_known(here) ? here : std::string{};
  };
  const std::string published = read("wp:post_date_gmt", "wp:post_date");
  const std::string updated = read("wp:post_modified_gmt", "wp:post_modified");
  draft.add_published(published, DateRank::structured, 0, "wp:post_date");
  if (updated != published) draft.add_updated(updated, DateRank::structured, 0, "wp:post_modified");
}

void read_custom_fields(const XmlElement& entry, ItemDraft& draft) {
  for (const XmlElement& meta : entry.children()) {
    if (meta.name() != "wp:postmeta") continue;
    const std::string key = to_ascii_lower(clean(meta.child("wp:meta_key").text()));
    const std::string value = clean(meta.child("wp:meta_value").text());
    if (key == "views" || key == "post_views_count" || key == "luot_xem" || key == "post_views" ||
        key == "_post_views") {
      if (const auto count = read_count(value)) draft.set_views(*count, 0, value, "custom field " + key);
    }
    if (key == "nguon" || key == "source" || key == "nguon_tin" || key == "post_source") {
      draft.set(&RecognisedItem::source, value, 0, "custom field " + key);
    }
    if (key == "tac_gia" || key == "author_name" || key == "tacgia" || key == "but_danh") {
      draft.set(&RecognisedItem::byline, value, 0, "custom field " + key);
    }
  }
}

RecognisedItem read_entry_of(std::string_view language, const XmlElement& entry, const Names& names,
                             const RecogniseOptions& options) {
  ItemDraft draft(options);
  draft.set(&RecognisedItem::title, entry.child("title").text(), 0, "WXR title");
  const std::string address = clean(entry.child("link").text());
  if (is_absolute_address(address)) draft.set(&RecognisedItem::old_address, address, 0, "WXR link");
  read_custom_fields(entry, draft);
  const std::string login = clean(entry.child("dc:creator").text());
  const auto name = names.find(login);
  draft.set_byline(name == names.end() || name->second.empty() ? login : name->second, 0, "dc:creator");
  read_dates(entry, draft);
  for (const XmlElement& category : entry.children()) {
    if (category.name() == "category" && category.attribute("domain") == "category") {
      draft.set(&RecognisedItem::section, category.text(), 0, "WXR category");
    }
  }
  read_entry(wordpress_markup(entry.child("content:encoded").text()), entry.child("excerpt:encoded").text(),
             draft);
  resolve_blocks(draft.item().body.blocks, address);
  const std::string status = clean(entry.child("wp:status").text());
  draft.item().draft =
      (status != "publish" && !status.empty()) || !clean(entry.child("wp:post_password").text()).empty();
  draft.item().page = clean(entry.child("wp:post_type").text()) == "page";
  return draft.finish(language);
}

}  // namespace

std::vector<RecognisedItem> read_wxr(const XmlElement& root, const RecogniseOptions& options) {
  std::vector<RecognisedItem> items;
  const XmlElement channel = root.child("channel");
  const Names names = display_names(channel);
  const std::string language = clean(channel.child("language").text());
  for (const XmlElement& entry : channel.children()) {
    if (entry.name() != "item") continue;
    const std::string type = clean(entry.child("wp:post_type").text());
    const std::string status = clean(entry.child("wp:status").text());
    if ((type != "post" && type != "page" && !type.empty()) || status == "trash" || status == "auto-draft" ||
        status == "inherit")
      continue;
    RecognisedItem item = read_entry_of(language, entry, names, options);
    if (item.title && (item.lead || !item.body.blocks.empty())) items.push_back(std::move(item));
  }
  return items;
}

namespace {

// [caption …]<img …> words[/caption] -> figure
std::string captions_as_figures(std::string_view content) {
  std::string out;
  for (;;) {
    const auto open = content.find("[caption");
    const auto open_end = open == std::string_view::npos ? open : content.find(']', open);
    const auto close = open_end == std::string_view::npos ? open_end : content.find("[/caption]", open_end);
    if (close == std::string_view::npos) return out.append(content);
    const std::string_view inner = content.substr(open_end + 1, close - open_end - 1);
    auto picture_end = inner.rfind("</a>");
    picture_end = picture_end == std::string_view::npos
                      ? inner.find('>', std::min(inner.find("<img"), inner.size()))
                      : picture_end + 3;
    const std::size_t split_at = picture_end == std::string_view::npos ? inner.size() : picture_end + 1;
    out.append(content.substr(0, open)).append("\n\n<figure>").append(inner.substr(0, split_at));
    out.append("<figcaption>").append(inner.substr(split_at)).append("</figcaption></figure>\n\n");
    content.remove_prefix(close + std::string_view("[/caption]").size());
  }
}

// Words in brackets are words ("[sic]", "[ảnh]"); a code has attributes, an end
// tag, a joint in its name, or a name that WordPress itself knows.
bool is_short_code(std::string_view inner) {
  constexpr auto kKnown =
      std::to_array<std::string_view>({"gallery", "embed", "video", "audio", "playlist", "contact-form"});
  const bool closing = inner.starts_with("/");
  if (closing) inner.remove_prefix(1);
  const auto end = std::min(inner.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_"), inner.size());
  const std::string_view name = inner.substr(0, end);
  if (name.size() < 3 || name[0] < 'a' || name[0] > 'z') return false;
  if (end < inner.size() && inner[end] != ' ' && inner[end] != '/') return false;
  return closing || inner.find('=') != std::string_view::npos ||
         name.find_first_of("_-") != std::string_view::npos ||
         std::find(kKnown.begin(), kKnown.end(), name) != kKnown.end();
}

std::string without_short_codes(std::string_view content) {
  constexpr std::size_t kLongestCode = 2000;
  std::string out;
  std::size_t close = 0;  // the next "]", found once for all "[" before it
  for (std::size_t at = 0; at < content.size();) {
    const auto open = content.find('[', at);
    if (close != std::string_view::npos && open != std::string_view::npos && close < open)
      close = content.find(']', open);
    if (open == std::string_view::npos || close == std::string_view::npos)
      return out.append(content.substr(at));
    out.append(content.substr(at, open - at));
    if (close - open <= kLongestCode && is_short_code(content.substr(open + 1, close - open - 1))) {
      at = close + 1;
    } else {
      out.push_back('[');
      at = open + 1;
    }
  }
  return out;
}

}  // namespace

std::string wordpress_markup(std::string_view content) {
  std::string text;
  for (const char c : content) {
    if (c != '\r') text.push_back(c);
  }
  text = without_short_codes(captions_as_figures(text));
  // Blank lines part paragraphs where there are no <p>; harmless where there are.
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto blank = text.find("\n\n", at);
    if (blank == std::string::npos) blank = text.size();
    const std::string_view part = trim(std::string_view(text).substr(at, blank - at));
    if (!part.empty() && part.front() != '<') {
      out.append("<p>").append(part).append("</p>\n");
    } else {
      out.append(part).append("\n");
    }
    at = blank + 2;
  }
  return out;
}

}  // namespace haidang::exchange
