#pragma once
// Stored files as pages see them: their addresses, facts, and pictures in lists.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/document_html.h"
#include "content/edition.h"
#include "render/safe_html.h"
#include "store/database.h"

namespace haidang::web {

// "/media/<sha256>.webp", of a variant "/media/<sha256>-480.webp".
std::string media_path(std::string_view address, std::string_view media_type);
std::string variant_path(std::string_view address, const content::MediaVariant& variant);

// The name in such an address, taken apart; nothing if it is none.
struct MediaName {
  std::string address;
  int width = 0;  // 0: the file itself
  std::string extension;
};
std::optional<MediaName> parse_media_name(std::string_view name);
// Without a dot; "bin" for a type that has no customary one.
std::string_view extension_of(std::string_view media_type);

// The stored files that a page shows, by content address: asked for together,
// because every query has its price. Addresses may be "" or stand twice.
using KnownMedia = std::map<std::string, content::MediaFacts, std::less<>>;
KnownMedia known_media(store::Session& session, std::vector<std::string> addresses);
// nullptr: there is no such file.
const content::MediaFacts* find_known(const KnownMedia& media, std::string_view address);
// For content::HtmlOptions; `media` outlives it.
content::MediaLookup lookup_in(const KnownMedia& media);

enum class Loading { lazy, eager };
// An <img> with the widths to choose from; empty if the file is not known.
render::SafeHtml picture_html(const content::MediaFacts* facts, std::string_view alt, std::string_view sizes,
                              Loading loading);

}  // namespace haidang::web
