#include "content/site_json.h"

#include <stdexcept>
#include <utility>

#include "lang/locale.h"

namespace haidang::content {

namespace {

// The definition is wrong at this place; turned into a Problem at the border.
struct BadDefinition {
  std::string pointer;
  std::string reason;
};

const json::value* member(const json::object& object, std::string_view key) {
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &found->value();
}

std::string text_of(const json::object& object, std::string_view key, const std::string& pointer,
                    bool required = false) {
  const json::value* value = member(object, key);
  if (value == nullptr && !required) return {};
  if (value == nullptr || !value->is_string())
    throw BadDefinition{pointer + "/" + std::string(key), "text expected"};
  return std::string(value->get_string());
}

// {"vi": "…", "en": "…"}
std::map<std::string, std::string> texts_of(const json::object& object, std::string_view key,
                                            const std::string& pointer) {
  std::map<std::string, std::string> texts;
  const json::value* value = member(object, key);
  if (value == nullptr) return texts;
  if (!value->is_object())
    throw BadDefinition{pointer + "/" + std::string(key), "texts by language expected"};
  for (const auto& [locale, text] : value->get_object()) {
    if (!text.is_string()) throw BadDefinition{pointer + "/" + std::string(key), "text expected"};
    texts.emplace(locale, text.get_string());
  }
  return texts;
}

std::vector<std::string> list_of(const json::object& object, std::string_view key,
                                 const std::string& pointer) {
  const json::value* value = member(object, key);
  if (value == nullptr || !value->is_array() || value->get_array().empty())
    throw BadDefinition{pointer + "/" + std::string(key), "list expected"};
  std::vector<std::string> list;
  for (const json::value& element : value->get_array()) {
    if (!element.is_string()) throw BadDefinition{pointer + "/" + std::string(key), "text expected"};
    list.emplace_back(element.get_string());
  }
  return list;
}

constexpr std::pair<std::string_view, std::string SiteText::*> kSiteTexts[] = {
    {"name", &SiteText::name},
    {"short_name", &SiteText::short_name},
    {"tagline", &SiteText::tagline},
    {"publisher", &SiteText::publisher},
    {"address", &SiteText::address}};

void read_settings(const json::object& object, const std::string& pointer, Site& site) {
  for (const auto& [key, field] : kSiteTexts)
    for (auto& [locale, text] : texts_of(object, key, pointer)) site.texts[locale].*field = std::move(text);
  site.email = text_of(object, "email", pointer);
  site.phone = text_of(object, "phone", pointer);
  if (const json::value* theme = member(object, "theme"); theme != nullptr && theme->is_object())
    site.accent = text_of(theme->get_object(), "accent", pointer + "/theme");
}

void read_sections(const json::value& list, const std::string& pointer, SectionId parent, Site& site) {
  if (!list.is_array()) throw BadDefinition{pointer, "list expected"};
  std::size_t number = 0;
  for (const json::value& element : list.get_array()) {
    const std::string here = pointer + "/" + std::to_string(number++);
    if (!element.is_object()) throw BadDefinition{here, "section expected"};
    const json::object& object = element.get_object();
    Section section;
    section.key = text_of(object, "key", here, true);
    section.parent = parent;
    for (auto& [locale, slug] : texts_of(object, "slug", here)) section.texts[locale].slug = std::move(slug);
    for (auto& [locale, title] : texts_of(object, "title", here))
      section.texts[locale].title = std::move(title);
    for (auto& [locale, words] : texts_of(object, "description", here))
      section.texts[locale].description = std::move(words);
    for (const auto& [locale, text] : section.texts)
      if (text.slug.empty() || text.title.empty())
        throw BadDefinition{here, "slug and title expected for " + locale};
    site.sections.push_back(std::move(section));
    const SectionId self{static_cast<std::int64_t>(site.sections.size())};
    if (const json::value* children = member(object, "children"))
      read_sections(*children, here + "/children", self, site);
  }
}

Site read_site(const json::value& value, const std::string& pointer) {
  if (!value.is_object()) throw BadDefinition{pointer, "site expected"};
  const json::object& object = value.get_object();
  Site site;
  site.key = text_of(object, "key", pointer, true);
  site.hosts = list_of(object, "hosts", pointer);
  site.locales = list_of(object, "locales", pointer);
  for (const std::string& locale : site.locales)
    if (lang::find_locale(locale) == nullptr)
      throw BadDefinition{pointer + "/locales", "unknown language " + locale};
  if (const std::string zone = text_of(object, "time_zone", pointer); !zone.empty()) {
    try {
      site.zone = lang::TimeZone(zone);
    } catch (const std::invalid_argument&) {
      throw BadDefinition{pointer + "/time_zone", "unknown time zone " + zone};
    }
  }
  read_settings(object, pointer, site);
  if (const json::value* sections = member(object, "sections"))
    read_sections(*sections, pointer + "/sections", SectionId{}, site);
  return site;
}

}  // namespace

Result<std::vector<Site>> sites_from_json(std::string_view text) {
  const auto parsed = parse_json(text);
  if (parsed.has_error()) return parsed.error();
  try {
    const json::value* list = parsed->is_object() ? member(parsed->get_object(), "sites") : nullptr;
    if (list == nullptr || !list->is_array()) throw BadDefinition{"/sites", "list expected"};
    std::vector<Site> sites;
    for (const json::value& element : list->get_array())
      sites.push_back(read_site(element, "/sites/" + std::to_string(sites.size())));
    return sites;
  } catch (const BadDefinition& bad) {
    return invalid("site.bad_definition", bad.pointer, {{"reason", bad.reason}});
  }
}

json::object settings_to_json(const Site& site) {
  json::object settings;
  for (const auto& [key, field] : kSiteTexts) {
    json::object texts;
    for (const auto& [locale, text] : site.texts) texts[locale] = text.*field;
    settings[key] = std::move(texts);
  }
  settings["email"] = site.email;
  settings["phone"] = site.phone;
  settings["theme"] = json::object{{"accent", site.accent}};
  return settings;
}

void settings_from_json(const json::value& settings, Site& site) {
  if (!settings.is_object()) return;
  try {
    read_settings(settings.get_object(), {}, site);
  } catch (const BadDefinition& bad) {
    throw std::runtime_error("site settings in the database are damaged at " + bad.pointer);
  }
}

}  // namespace haidang::content
