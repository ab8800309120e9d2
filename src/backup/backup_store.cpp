#include "backup/backup_store.h"

#include "base/json.h"

namespace haidang::backup {

namespace {

constexpr std::string_view kBlobs = "SELECT address FROM media UNION SELECT address FROM media_variant";
constexpr std::string_view kSites = "SELECT key, settings FROM site ORDER BY ordinal";

// Settings of any schema version, so read with forbearance: the first name.
std::string name_in(std::string_view settings) {
  const auto value = parse_json(settings);
  if (value.has_error() || !value->is_object()) return {};
  const json::value* names = value->get_object().if_contains("name");
  if (names == nullptr || !names->is_object()) return {};
  const json::value* name = names->get_object().if_contains("vi");
  if (name == nullptr && !names->get_object().empty()) name = &names->get_object().begin()->value();
  return name != nullptr && name->is_string() ? std::string(name->get_string()) : std::string();
}

}  // namespace

std::vector<std::string> list_blobs(store::Session& session) {
  std::vector<std::string> digests;
  for (auto& [address] : session.select<std::string>(kBlobs)) digests.push_back(std::move(address));
  return digests;
}

std::vector<std::string> list_site_names(store::Session& session) {
  std::vector<std::string> names;
  for (const auto& [key, settings] : session.select<std::string, std::string>(kSites))
    names.push_back(key + ": " + name_in(settings));
  return names;
}

}  // namespace haidang::backup
