#include "portal/assets.h"

#include <stdexcept>

#include "base/digest.h"

namespace haidang::portal {

namespace {

std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}
std::string_view extension_of(std::string_view name) {
  return name.substr(name.rfind('.') + 1);
}

std::string media_type_of(std::string_view name) {
  const std::string_view extension = extension_of(name);
  if (extension == "css") return "text/css; charset=utf-8";
  if (extension == "svg") return "image/svg+xml";
  if (extension == "png") return "image/png";
  if (extension == "ico") return "image/x-icon";
  if (extension == "woff2") return "font/woff2";
  if (extension == "webmanifest") return "application/manifest+json";
  throw std::runtime_error("asset \"" + std::string(name) + "\" is of no known type");
}

}  // namespace

std::string asset_path(std::string_view stem, std::string_view extension, std::string_view bytes) {
  constexpr std::size_t kHashDigits = 8;
  return "/assets/" + std::string(stem) + "-" + sha256_hex(bytes).substr(0, kHashDigits) + "." +
         std::string(extension);
}

Assets::Assets(const std::vector<std::pair<std::string, std::string_view>>& files) {
  const auto is_style = [](std::string_view path) { return path.ends_with(".css"); };
  for (const auto& [path, bytes] : files) {
    if (!is_style(path)) add(path, std::string(bytes));
  }
  // Styles last: their own address depends on the addresses they name.
  constexpr std::string_view kOpen = "url(\"";
  for (const auto& [path, bytes] : files) {
    if (!is_style(path)) continue;
    std::string style;
    std::size_t copied = 0;
    for (std::size_t at = bytes.find(kOpen); at != std::string_view::npos; at = bytes.find(kOpen, copied)) {
      const std::size_t first = at + kOpen.size();
      const std::size_t last = bytes.find('"', first);
      const auto target = paths_.find(bytes.substr(first, last - first));
      if (last == std::string_view::npos || target == paths_.end()) {
        throw std::runtime_error(
            path + " names an asset that is not there: " + std::string(bytes.substr(first, last - first)));
      }
      style.append(bytes.substr(copied, first - copied)).append(target->second);
      copied = last;
    }
    add(path, style.append(bytes.substr(copied)));
  }
}

void Assets::add(std::string_view file, std::string bytes) {
  const std::string_view name = name_of(file);
  const std::string_view extension = extension_of(name);
  const std::string path = asset_path(name.substr(0, name.size() - extension.size() - 1), extension, bytes);
  if (!paths_.emplace(name, path).second)
    throw std::runtime_error("two assets are called " + std::string(name));
  assets_.emplace(path, Asset{media_type_of(name), std::move(bytes)});
}

const std::string& Assets::path_of(std::string_view name) const {
  const auto found = paths_.find(name);
  if (found == paths_.end()) throw std::out_of_range("there is no asset " + std::string(name));
  return found->second;
}

const Asset* Assets::find(std::string_view path) const {
  const auto found = assets_.find(path);
  return found == assets_.end() ? nullptr : &found->second;
}

}  // namespace haidang::portal
