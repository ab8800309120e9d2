#pragma once
// What a page handler knows of the request it answers.
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/clock.h"
#include "content/site.h"
#include "http/message.h"
#include "lang/catalogue.h"

namespace haidang::web {

// As of when the content is read: the snapshot of the sites, and the number of
// the newest act (0: not known). Equal moments see the same content.
struct ContentMoment {
  std::shared_ptr<const content::Sites> sites{};
  std::int64_t act = 0;
  bool operator==(const ContentMoment&) const = default;
};

// One reader's request to one site in one language. Lives as long as the
// handling; everything it refers to outlives it.
struct Visit {
  const http::Request& request;
  const content::Site& site;
  std::string locale;
  const lang::Catalogue& words;  // of the locale
  const lang::Catalogues& all_words;
  Instant now{};
  std::string origin;  // "https://host": makes absolute addresses
  ContentMoment moment{};

  // A message in the reader's language, its placeholders filled.
  std::string say(std::string_view id,
                  std::initializer_list<std::pair<std::string, std::string>> values = {}) const {
    return words.text(id, {values.begin(), values.size()});
  }
  const content::SiteText& site_text() const { return site.text(locale); }
};

}  // namespace haidang::web
