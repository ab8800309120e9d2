#include "app/import_files.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "app/exit_code.h"
#include "base/text.h"

namespace haidang::app {

namespace fs = std::filesystem;

namespace {

bool is_page_name(const fs::path& path) {
  constexpr std::string_view kExtensions[] = {".txt", ".html", ".htm", ".xhtml", ".shtml", ".aspx", ".asp",
                                              ".php", ".jsp",  ".xml", ".rss",   ".atom",  ".wxr"};
  const std::string extension = to_ascii_lower(path.extension().string());
  return std::find(std::begin(kExtensions), std::end(kExtensions), extension) != std::end(kExtensions);
}

bool is_companion_folder(const fs::path& path) {
  return path.filename().string().ends_with("_files");
}

void add_folder(const fs::path& folder, std::vector<fs::path>& files) {
  std::vector<fs::path> found;
  auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied);
  for (; entry != fs::recursive_directory_iterator(); ++entry) {
    if (entry->is_directory() && is_companion_folder(entry->path()))
      entry.disable_recursion_pending();
    else if (entry->is_regular_file() && is_page_name(entry->path()))
      found.push_back(entry->path());
  }
  std::sort(found.begin(), found.end());
  files.insert(files.end(), found.begin(), found.end());
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped = text[i] == '%' && i + 2 < text.size() &&
                         std::isxdigit(static_cast<unsigned char>(text[i + 1])) &&
                         std::isxdigit(static_cast<unsigned char>(text[i + 2]));
    decoded.push_back(escaped ? static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16))
                              : text[i]);
    if (escaped) i += 2;
  }
  return decoded;
}

}  // namespace

std::vector<fs::path> list_import_files(const std::vector<fs::path>& paths) {
  std::vector<fs::path> files;
  for (const fs::path& path : paths) {
    std::error_code error;
    if (fs::is_directory(path, error))
      add_folder(path, files);
    else if (fs::exists(path, error))
      files.push_back(path);
    else
      throw CommandFailure(ExitCode::usage, "there is no file " + path.string());
  }
  return files;
}

std::optional<std::string> read_whole_file(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error || size > kLargestImportFile) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!file || !file.read(bytes.data(), static_cast<std::streamsize>(size))) return std::nullopt;
  return bytes;
}

std::optional<fs::path> find_beside(const fs::path& page, const std::string& address) {
  if (address.empty() || address.find("://") != std::string::npos || address.starts_with("/") ||
      address.starts_with("data:"))
    return std::nullopt;
  const std::string name = percent_decoded(address.substr(0, address.find_first_of("?#")));
  std::error_code error;
  const fs::path folder = fs::weakly_canonical(page.parent_path(), error);
  const fs::path file = fs::weakly_canonical(folder / name, error);
  // Canonical on both sides: neither ".." nor a link leads out.
  const fs::path inside = file.lexically_relative(folder);
  if (error || inside.empty() || *inside.begin() == ".." || !fs::is_regular_file(file, error))
    return std::nullopt;
  return file;
}

}  // namespace haidang::app
