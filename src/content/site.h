#pragma once
// A site is one portal of the installation (the province's, a member agency's)
// with its own hosts, languages, sections, look and time zone.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/identifiers.h"
#include "lang/format.h"

namespace haidang::content {

// What a site says of itself in one language.
struct SiteText {
  std::string name;        // "Cổng thông tin đối ngoại tỉnh Bình Hải"
  std::string short_name;  // "Bình Hải"
  std::string tagline;
  std::string publisher;  // the agency that answers for it
  std::string address;    // postal
};

struct SectionText {
  std::string slug;
  std::string title;
  std::string description;
};

struct Section {
  SectionId id;
  SectionId parent;                                       // none: top level
  std::string key;                                        // stable name within the site: "news"
  std::map<std::string, SectionText, std::less<>> texts;  // by locale

  const SectionText* text(std::string_view locale) const;  // nullptr: not in this language
};

struct Site {
  SiteId id;
  std::string key;
  std::vector<std::string> hosts;    // the first is canonical; lower case, no port
  std::vector<std::string> locales;  // in order of the language switch; the first is the default
  lang::TimeZone zone{"Asia/Ho_Chi_Minh"};
  std::map<std::string, SiteText, std::less<>> texts;
  std::string email;
  std::string phone;
  std::string accent;             // theme colour "#0b5c6b"
  std::vector<Section> sections;  // in menu order, parents before children

  bool has_locale(std::string_view locale) const;
  const SiteText& text(std::string_view locale) const;  // falls back to the default locale
  const Section* section(SectionId id) const;
  const Section* section_by_key(std::string_view key) const;
  const Section* section_by_slug(std::string_view locale, std::string_view slug) const;
  std::vector<const Section*> children(SectionId parent) const;  // SectionId{}: top level
  std::vector<const Section*> path_to(SectionId id) const;       // from the top, itself last
};

// All sites of an installation, as of one moment. Immutable once loaded.
class Sites {
 public:
  Sites() = default;
  explicit Sites(std::vector<Site> sites) : sites_(std::move(sites)) {}
  const Site* by_host(std::string_view host) const;  // nullptr: not ours
  const Site* by_key(std::string_view key) const;
  const Site* by_id(SiteId id) const;
  const std::vector<Site>& all() const { return sites_; }

 private:
  std::vector<Site> sites_;
};

}  // namespace haidang::content
