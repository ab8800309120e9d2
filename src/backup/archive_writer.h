#pragma once
// Writes a tar file (POSIX.1-2001 pax) compressed with zstd (RFC 8878), member
// after member, in memory that does not grow.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"

struct archive;

namespace haidang::backup {

class ArchiveWriter {
 public:
  // The descriptor stays the caller's. Members are dated `time`.
  ArchiveWriter(int descriptor, Instant time);

  // A regular file of exactly `bytes` bytes, which append() then gives.
  void begin(const std::string& name, std::int64_t bytes);
  void append(std::string_view bytes);
  // Everything is handed to the descriptor. Without it the file is no archive.
  void finish();

 private:
  struct Free {
    void operator()(archive* writer) const;
  };
  [[noreturn]] void fail(const char* what) const;  // std::runtime_error

  std::unique_ptr<archive, Free> archive_;
  Instant time_;
  std::string name_;
  std::int64_t missing_ = 0;  // of the member at hand
};

}  // namespace haidang::backup
