#pragma once
// Reads a tar file compressed with zstd, member after member. The file may be
// anything: whatever is no such archive, or holds something but regular files,
// is a BadBackup. Names are as found; never make a path of one unchecked.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "files/file_handle.h"

struct archive;

namespace haidang::backup {

struct ArchiveMember {
  std::string name;
  std::int64_t bytes = 0;
};

class ArchiveReader {
 public:
  explicit ArchiveReader(const std::filesystem::path& file);  // std::system_error if it cannot be opened

  std::optional<ArchiveMember> next();
  // What is in the member at hand, in pieces.
  void read(const std::function<void(std::string_view)>& take);
  std::string read_whole(std::size_t limit);

 private:
  struct Free {
    void operator()(archive* reader) const;
  };
  [[noreturn]] void fail() const;

  files::FileHandle file_;
  std::unique_ptr<archive, Free> archive_;
  ArchiveMember member_;
};

}  // namespace haidang::backup
