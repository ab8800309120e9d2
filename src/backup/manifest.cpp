#include "backup/manifest.h"

#include <algorithm>

#include "backup/bad_backup.h"
#include "base/json.h"
#include "files/blob_store.h"

namespace haidang::backup {

namespace {

json::object to_json(const FileMember& file) {
  return {{"bytes", file.bytes}, {"sha256", file.sha256}};
}

json::array array_of(const std::vector<std::string>& texts) {
  json::array result;
  for (const std::string& each : texts) result.emplace_back(each);
  return result;
}

json::array tables_to_json(const std::vector<TableMember>& tables) {
  json::array result;
  for (const TableMember& table : tables) {
    json::object member{{"name", table.name},
                        {"columns", array_of(table.columns)},
                        {"last_number", table.last_number},
                        {"rows", table.rows}};
    for (const auto& [key, value] : to_json(table.file)) member[key] = value;
    result.push_back(std::move(member));
  }
  return result;
}

// SQL identifiers of ours; nothing else becomes a file name or a statement.
bool is_identifier(std::string_view name) {
  return !name.empty() && name.size() <= 63 && name.front() >= 'a' && name.front() <= 'z' &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

// at() and as_…() throw for what is not there or of another type.
std::string text(const json::value& value) {
  return std::string(value.as_string());
}

std::int64_t count(const json::value& value) {
  if (value.as_int64() < 0) throw BadBackup("the manifest of the backup holds a negative number");
  return value.as_int64();
}

FileMember file_from(const json::object& member) {
  FileMember file{count(member.at("bytes")), text(member.at("sha256"))};
  if (!files::is_digest(file.sha256)) throw BadBackup("the manifest of the backup holds no digest");
  return file;
}

TableMember table_from(const json::object& member) {
  TableMember table{text(member.at("name")),
                    {},
                    count(member.at("last_number")),
                    count(member.at("rows")),
                    file_from(member)};
  for (const json::value& column : member.at("columns").as_array()) table.columns.push_back(text(column));
  if (!is_identifier(table.name)) throw BadBackup("the manifest of the backup names a table that cannot be");
  return table;
}

void require_format(const json::object& manifest) {
  const std::int64_t format = manifest.at("format").as_int64();
  if (format == kFormat) return;
  throw BadBackup("the backup has format " + std::to_string(format) + ", this program reads format " +
                  std::to_string(kFormat) + ": use the program that wrote it or a newer one");
}

Manifest manifest_from(const json::object& value) {
  require_format(value);
  Manifest manifest;
  manifest.program = text(value.at("program"));
  manifest.schema = count(value.at("schema"));
  const auto made_at = parse_rfc3339(text(value.at("made_at")));
  if (!made_at || manifest.schema < 1) throw BadBackup("the manifest of the backup is damaged");
  manifest.made_at = *made_at;
  for (const json::value& site : value.at("sites").as_array()) manifest.sites.push_back(text(site));
  for (const json::value& table : value.at("tables").as_array())
    manifest.tables.push_back(table_from(table.as_object()));
  if (const json::value* file = value.if_contains("configuration"))
    manifest.configuration = file_from(file->as_object());
  for (const auto& [digest, bytes] : value.at("blobs").as_object()) {
    if (!files::is_digest(digest)) throw BadBackup("the manifest of the backup holds no digest");
    manifest.blobs.emplace_hint(manifest.blobs.end(), digest, count(bytes));
  }
  return manifest;
}

}  // namespace

std::string table_member_name(std::string_view table) {
  return "tables/" + std::string(table) + ".jsonl";
}

std::string blob_member_name(std::string_view digest) {
  std::string name = "blobs/";
  name.append(digest.substr(0, 2)).append("/").append(digest.substr(2, 2)).append("/").append(digest);
  return name;
}

std::string manifest_text(const Manifest& manifest) {
  json::object value{{"format", kFormat},
                     {"program", manifest.program},
                     {"schema", manifest.schema},
                     {"made_at", format_rfc3339(manifest.made_at)},
                     {"sites", array_of(manifest.sites)},
                     {"tables", tables_to_json(manifest.tables)}};
  if (manifest.configuration) value["configuration"] = to_json(*manifest.configuration);
  json::object blobs;
  for (const auto& [digest, bytes] : manifest.blobs) blobs[digest] = bytes;
  value["blobs"] = std::move(blobs);
  return pretty_json(value);
}

Manifest read_manifest(std::string_view text) {
  const auto value = parse_json(text);
  if (value.has_error() || !value->is_object()) throw BadBackup("the manifest of the backup is damaged");
  try {
    return manifest_from(value->get_object());
  } catch (const BadBackup&) {
    throw;
  } catch (const std::exception&) {  // a member that is not there or of another type
    throw BadBackup("the manifest of the backup is damaged");
  }
}

}  // namespace haidang::backup
