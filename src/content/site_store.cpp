#include "content/site_store.h"

#include "content/public_store.h"
#include "content/site_json.h"

namespace haidang::content {

namespace {

constexpr std::string_view kInsertSite =
    "INSERT INTO site (key, ordinal, time_zone, settings) "
    "VALUES (:key, (SELECT count(*) FROM site), :time_zone, :settings) RETURNING id";
constexpr std::string_view kInsertHost =
    "INSERT INTO site_host (host, site_id, ordinal) VALUES (:host, :site, :ordinal)";
constexpr std::string_view kInsertLocale =
    "INSERT INTO site_locale (site_id, locale, ordinal) VALUES (:site, :locale, :ordinal)";
constexpr std::string_view kInsertSection =
    "INSERT INTO section (site_id, parent_id, key, ordinal) VALUES (:site, :parent, :key, :ordinal) "
    "RETURNING id";
constexpr std::string_view kInsertSectionEdition =
    "INSERT INTO section_edition (section_id, site_id, locale, slug, title, description) "
    "VALUES (:section, :site, :locale, :slug, :title, :description)";

constexpr std::string_view kSelectSites = "SELECT id, key, time_zone, settings FROM site ORDER BY ordinal";
constexpr std::string_view kSelectHosts = "SELECT host FROM site_host WHERE site_id = :site ORDER BY ordinal";
constexpr std::string_view kSelectLocales =
    "SELECT locale FROM site_locale WHERE site_id = :site ORDER BY ordinal";
constexpr std::string_view kSelectSections =
    "SELECT id, parent_id, key FROM section WHERE site_id = :site ORDER BY ordinal";
constexpr std::string_view kSelectSectionEditions =
    "SELECT section_id, locale, slug, title, description FROM section_edition WHERE site_id = :site";

std::int64_t insert_section(store::Session& session, const Site& site, const Section& section,
                            std::int64_t ordinal) {
  const auto parent = section.parent ? std::optional(section.parent.value) : std::nullopt;
  const auto row =
      session.select_one<std::int64_t>(kInsertSection, site.id.value, parent, section.key, ordinal);
  const std::int64_t id = std::get<0>(*row);
  for (const auto& [locale, text] : section.texts)
    session.execute(kInsertSectionEdition, id, site.id.value, locale, text.slug, text.title,
                    text.description);
  return id;
}

void load_sections(store::Session& session, Site& site) {
  for (auto& [id, parent, key] :
       session.select<std::int64_t, std::optional<std::int64_t>, std::string>(kSelectSections, site.id.value))
    site.sections.push_back({SectionId{id}, SectionId{parent.value_or(0)}, std::move(key), {}});
  using Text = std::string;
  for (auto& [id, locale, slug, title, description] :
       session.select<std::int64_t, Text, Text, Text, Text>(kSelectSectionEditions, site.id.value))
    for (Section& section : site.sections)
      if (section.id.value == id)
        section.texts[locale] = {std::move(slug), std::move(title), std::move(description)};
}

}  // namespace

Site insert_site(store::Session& session, Site site) {
  const auto row = session.select_one<std::int64_t>(kInsertSite, site.key, site.zone.name(),
                                                    json::serialize(settings_to_json(site)));
  site.id = SiteId{std::get<0>(*row)};
  std::int64_t ordinal = 0;
  for (const std::string& host : site.hosts) session.execute(kInsertHost, host, site.id.value, ordinal++);
  ordinal = 0;
  for (const std::string& locale : site.locales)
    session.execute(kInsertLocale, site.id.value, locale, ordinal++);
  ordinal = 0;
  for (Section& section : site.sections) {
    // As read from JSON the parent is a position; parents come first, so it has its id by now.
    if (section.parent) section.parent = site.sections[static_cast<std::size_t>(section.parent.value - 1)].id;
    section.id = SectionId{insert_section(session, site, section, ordinal++)};
  }
  return site;
}

Sites load_sites(store::Session& session) {
  std::vector<Site> sites;
  for (auto& [id, key, zone, settings] :
       session.select<std::int64_t, std::string, std::string, std::string>(kSelectSites)) {
    Site site;
    site.id = SiteId{id};
    site.key = std::move(key);
    site.zone = lang::TimeZone(zone);
    settings_from_json(parse_json(settings).value(), site);
    for (auto& [host] : session.select<std::string>(kSelectHosts, id)) site.hosts.push_back(std::move(host));
    for (auto& [locale] : session.select<std::string>(kSelectLocales, id))
      site.locales.push_back(std::move(locale));
    load_sections(session, site);
    sites.push_back(std::move(site));
  }
  return Sites(std::move(sites));
}

}  // namespace haidang::content
