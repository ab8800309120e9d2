#pragma once
// An open regular file and what is known of it. Internal to http.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/clock.h"

namespace haidang::http {

class File {
 public:
  File() = default;
  // Nothing if there is no such regular file; throws std::system_error if there
  // is one that cannot be opened.
  static std::optional<File> open(const std::filesystem::path& path);

  File(File&& other) noexcept { *this = std::move(other); }
  File& operator=(File&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    size_ = other.size_;
    modified_ = other.modified_;
    return *this;
  }
  ~File();

  explicit operator bool() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }
  std::uint64_t size() const { return size_; }
  Instant modified() const { return modified_; }

 private:
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  Instant modified_{};
};

}  // namespace haidang::http
