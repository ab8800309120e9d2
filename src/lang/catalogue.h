#pragma once
// Message catalogues: gettext .mo files read by Boost.Locale. msgids are ids
// ("article.published"), msgstrs the words; {name} placeholders.
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace haidang::lang {

using Parameters = std::span<const std::pair<std::string, std::string>>;

// The messages of one language. Immutable; any thread.
class Catalogue {
 public:
  // `mo`: the compiled catalogue's bytes. Throws std::runtime_error if malformed.
  Catalogue(std::string locale, std::string_view mo);
  ~Catalogue();
  Catalogue(Catalogue&&) noexcept;

  const std::string& locale() const;
  // The message with its placeholders filled; an unknown id comes back as "[id]"
  // so that it shows in a page and in the tests that look for "[".
  std::string text(std::string_view id, Parameters parameters = {}) const;
  // The plural form for `count` ({count} is filled with the formatted number).
  std::string plural(std::string_view id, std::int64_t count, Parameters parameters = {}) const;
  bool has(std::string_view id) const;

 private:
  struct Messages;
  std::unique_ptr<Messages> messages_;
};

// All languages. Built once at start; any thread afterwards.
class Catalogues {
 public:
  void add(Catalogue catalogue);
  // The catalogue of a locale, or the first added if there is none.
  const Catalogue& of(std::string_view locale) const;

 private:
  std::vector<Catalogue> catalogues_;
};

}  // namespace haidang::lang
