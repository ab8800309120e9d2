#pragma once
// The addresses of public pages, root-relative unless said otherwise.
#include <string>
#include <string_view>

#include "content/site.h"
#include "http/message.h"

namespace haidang::web {

std::string home_path(std::string_view locale);
// The section's list; of the home page if the section is not in this language.
std::string section_path(const content::Site& site, std::string_view locale, content::SectionId section);
std::string item_path(const content::Site& site, std::string_view locale, content::SectionId section,
                      std::string_view slug);

// The nearest section above (or this one) that exists in the language; none if
// there is no such section.
content::SectionId nearest_section(const content::Site& site, std::string_view locale,
                                   content::SectionId section);

// "https://host" with which the site's absolute addresses begin. The canonical
// host, whatever alias was asked for; on a loopback host what was asked for, so
// that an installation can be tried without a name.
std::string origin_of(const http::Request& request, const content::Site& site);

// The path of a tag URI (RFC 4151), an item's permanent name in feeds.
std::string tag_uri(const content::Site& site, std::string_view specific);

}  // namespace haidang::web
