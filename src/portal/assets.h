#pragma once
// Styles, fonts and icons under addresses that name their bytes, so that a
// browser may keep them for ever: /assets/<name>-<hash8>.<ext>.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace haidang::portal {

struct Asset {
  std::string media_type;
  std::string bytes;
};

// "/assets/portal-1a2b3c4d.css" for these bytes.
std::string asset_path(std::string_view stem, std::string_view extension, std::string_view bytes);

// Built once; read by any thread.
class Assets {
 public:
  // (path, bytes) of files; their names must differ. A style sheet's url("name")
  // of another file becomes that file's address. Throws std::runtime_error for a
  // name it refers to that is not there, and for a type it does not know.
  explicit Assets(const std::vector<std::pair<std::string, std::string_view>>& files);

  // The address of a file by its name: "portal.css". Throws std::out_of_range.
  const std::string& path_of(std::string_view name) const;
  // By address; nullptr if there is none.
  const Asset* find(std::string_view path) const;

 private:
  void add(std::string_view file, std::string bytes);
  std::map<std::string, std::string, std::less<>> paths_;  // name -> address
  std::map<std::string, Asset, std::less<>> assets_;       // address -> asset
};

}  // namespace haidang::portal
