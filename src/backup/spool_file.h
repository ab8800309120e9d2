#pragma once
// Bytes put aside: a file without a name, which goes away with the program
// whatever happens to it.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "files/file_handle.h"

namespace haidang::backup {

class SpoolFile {
 public:
  // On the disk of `neighbour`, which need not exist itself.
  explicit SpoolFile(const std::filesystem::path& neighbour);

  void append(std::string_view bytes);
  std::int64_t size() const { return size_; }
  void read(std::int64_t from, std::int64_t bytes, const std::function<void(std::string_view)>& take);

 private:
  void flush();

  files::FileHandle file_;
  std::string buffer_;
  std::int64_t size_ = 0;
};

}  // namespace haidang::backup
