#include "lang/catalogue.h"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <locale>
#include <stdexcept>

#include "lang/format.h"
#include "lang/mo_check.h"

namespace haidang::lang {

namespace {

namespace gettext = boost::locale::gnu_gettext;
using Facet = boost::locale::message_format<char>;

constexpr const char* kDomain = "haidang";
constexpr int kDomainId = 0;  // the only domain loaded

// The loader asks for its file through a callback, which answers with our bytes.
Facet* load(const std::string& locale, std::string_view mo) {
  if (!is_whole_mo(mo)) throw std::runtime_error("catalogue " + locale + ": not a whole .mo file");
  gettext::messages_info info;
  info.language = locale;
  info.encoding = "UTF-8";
  info.domains.emplace_back(kDomain);
  info.paths.emplace_back(".");
  info.callback = [mo](const std::string&, const std::string&) {
    return std::vector<char>(mo.begin(), mo.end());
  };
  return gettext::create_messages_facet<char>(info);
}

// One pass, so that a value holding "{x}" is never expanded again. A placeholder
// without a value stays as written: it shows in tests.
std::string fill(std::string_view message, Parameters parameters) {
  std::string out;
  for (std::size_t at = 0; at < message.size();) {
    const std::size_t open = message.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : message.find('}', open);
    if (close == std::string_view::npos) return out.append(message.substr(at));
    out.append(message.substr(at, open - at));
    const std::string_view name = message.substr(open + 1, close - open - 1);
    const std::string* value = nullptr;
    for (const auto& [key, text] : parameters) {
      if (key == name) value = &text;
    }
    out.append(value != nullptr ? std::string_view(*value) : message.substr(open, close + 1 - open));
    at = close + 1;
  }
  return out;
}

// Boost 1.81 counts in int. Plural rules look at small numbers and at the last
// digits only, so a large number may stand for one with the same last six.
int plural_number(std::int64_t count) {
  constexpr std::int64_t kMillion = 1'000'000;
  if (count < 0) return plural_number(count == INT64_MIN ? INT64_MAX : -count);
  return static_cast<int>(count < kMillion ? count : kMillion + count % kMillion);
}

}  // namespace

struct Catalogue::Messages {
  std::string locale;
  std::locale holder;  // owns the facet
  const Facet& facet;

  Messages(std::string name, std::string_view mo)
      : locale(std::move(name)),
        holder(std::locale::classic(), load(locale, mo)),
        facet(std::use_facet<Facet>(holder)) {}
};

Catalogue::Catalogue(std::string locale, std::string_view mo)
    : messages_(std::make_unique<Messages>(std::move(locale), mo)) {}
Catalogue::~Catalogue() = default;
Catalogue::Catalogue(Catalogue&&) noexcept = default;

const std::string& Catalogue::locale() const {
  return messages_->locale;
}

std::string Catalogue::text(std::string_view id, Parameters parameters) const {
  const char* message = messages_->facet.get(kDomainId, nullptr, std::string(id).c_str());
  return message != nullptr ? fill(message, parameters) : "[" + std::string(id) + "]";
}

std::string Catalogue::plural(std::string_view id, std::int64_t count, Parameters parameters) const {
  const char* message =
      messages_->facet.get(kDomainId, nullptr, std::string(id).c_str(), plural_number(count));
  if (message == nullptr) return "[" + std::string(id) + "]";
  std::vector<std::pair<std::string, std::string>> all(parameters.begin(), parameters.end());
  all.emplace_back("count", format_number(count, locale()));
  return fill(message, all);
}

bool Catalogue::has(std::string_view id) const {
  return messages_->facet.get(kDomainId, nullptr, std::string(id).c_str()) != nullptr;
}

void Catalogues::add(Catalogue catalogue) {
  catalogues_.push_back(std::move(catalogue));
}

const Catalogue& Catalogues::of(std::string_view locale) const {
  if (catalogues_.empty()) throw std::logic_error("no catalogue was added");
  for (const Catalogue& catalogue : catalogues_) {
    if (catalogue.locale() == locale) return catalogue;
  }
  return catalogues_.front();
}

}  // namespace haidang::lang
