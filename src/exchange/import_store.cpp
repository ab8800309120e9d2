#include "exchange/import_store.h"

namespace haidang::exchange {

namespace {

constexpr std::string_view kByAddress =
    "SELECT item_id, old_address, file_path, file_name, title FROM import_origin "
    "WHERE site_id = :site AND old_address = :address AND locale = :locale";
constexpr std::string_view kByName =
    "SELECT item_id, old_address, file_path, file_name, title FROM import_origin "
    "WHERE site_id = :site AND file_name = :name AND locale = :locale";
constexpr std::string_view kPut =
    "INSERT INTO import_origin (item_id, locale, site_id, old_address, file_path, file_name, title) "
    "VALUES (:item, :locale, :site, :address, :path, :name, :title) "
    "ON CONFLICT (item_id, locale) DO UPDATE SET old_address = excluded.old_address, "
    "file_path = excluded.file_path, file_name = excluded.file_name, title = excluded.title";

}  // namespace

std::vector<KnownOrigin> find_origins(store::Session& session, content::SiteId site, std::string_view locale,
                                      const Origin& origin) {
  using Text = std::string;
  const bool by_address = !origin.old_address.empty();
  std::vector<KnownOrigin> found;
  for (auto& [item, address, path, name, title] : session.select<std::int64_t, Text, Text, Text, Text>(
           by_address ? kByAddress : kByName, site.value, by_address ? origin.old_address : origin.file_name,
           locale))
    found.push_back(
        {content::ItemId{item}, {std::move(address), std::move(path), std::move(name), std::move(title)}});
  return found;
}

void put_origin(store::Session& session, content::SiteId site, content::ItemId item, std::string_view locale,
                const Origin& origin) {
  session.execute(kPut, item.value, locale, site.value, origin.old_address, origin.file_path,
                  origin.file_name, origin.title);
}

}  // namespace haidang::exchange
