#pragma once
// A file's bytes, read as the page cache gives them. Only for files that nobody
// shortens meanwhile: blobs and our own temporary files.
#include <cstddef>
#include <filesystem>
#include <string_view>

namespace haidang::files {

class MappedFile {
 public:
  explicit MappedFile(const std::filesystem::path& path);  // throws std::system_error
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return {static_cast<const char*>(start_), size_}; }

 private:
  void* start_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace haidang::files
