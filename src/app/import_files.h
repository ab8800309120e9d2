#pragma once
// Which files an import reads, and what lies beside them.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace haidang::app {

// Files as given; of folders every page, feed, export and text in them, sorted.
// The companion folders of saved pages ("x_files") are no inputs. Throws
// CommandFailure (usage) for a path that does not exist.
std::vector<std::filesystem::path> list_import_files(const std::vector<std::filesystem::path>& paths);

inline constexpr std::uintmax_t kLargestImportFile = 64U << 20;

// The whole content, or nothing if it cannot be read or is larger than 64 MiB.
std::optional<std::string> read_whole_file(const std::filesystem::path& path);

// The file a page means by a relative address ("x_files/a%20b.jpg"), if it is
// there and not outside the page's folder.
std::optional<std::filesystem::path> find_beside(const std::filesystem::path& page,
                                                 const std::string& address);

}  // namespace haidang::app
