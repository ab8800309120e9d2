#pragma once
// Uploaded and derived files by what they contain: the bytes with SHA-256
// "ab12cd…" are the file FOLDER/ab/12/ab12cd…. A blob is written once and never
// changed; the same bytes are kept once. It gets its name only after its bytes
// are on the disk (write to FOLDER/incoming, fsync, rename, fsync of the folder),
// so a crash leaves either the whole blob or none; what it leaves in incoming is
// for sweep(). Any thread, and several processes on one folder.
//
// Failing disks throw std::system_error.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "files/file_handle.h"

namespace haidang::files {

struct Blob {
  std::string digest;  // sha256 hex
  std::int64_t bytes = 0;
};

class BlobStore;

// A blob that comes in pieces. Unless kept it leaves nothing behind.
class IncomingBlob {
 public:
  IncomingBlob(IncomingBlob&&) noexcept = default;
  ~IncomingBlob();

  void append(std::string_view bytes);
  std::int64_t size() const { return size_; }
  // Where the bytes are meanwhile, for checking them before keep().
  const std::filesystem::path& path() const { return path_; }
  Blob keep() &&;

 private:
  friend class BlobStore;
  explicit IncomingBlob(const BlobStore& store);

  const BlobStore* store_;
  FileHandle file_;
  std::filesystem::path path_;
  std::int64_t size_ = 0;
};

class BlobStore {
 public:
  explicit BlobStore(std::filesystem::path folder);  // made if missing

  IncomingBlob receive() const { return IncomingBlob(*this); }
  Blob put(std::string_view bytes) const;
  Blob put_file(const std::filesystem::path& source) const;  // copies it

  // Where the blob is; nothing if there is none, or if this is not a digest.
  std::optional<std::filesystem::path> find(std::string_view digest) const;
  std::optional<std::int64_t> size(std::string_view digest) const;
  std::optional<std::string> read(std::string_view digest) const;
  // Whether its bytes still have this digest.
  bool verify(std::string_view digest) const;
  // For takedowns and for blobs that nothing names any more; false if there is none.
  bool remove(std::string_view digest) const;
  // Every blob, in the order of digests.
  void for_each(const std::function<void(const std::string& digest)>& visit) const;

  // Removes what interrupted uploads left before this moment; how many.
  std::size_t sweep(std::filesystem::file_time_type before) const;

 private:
  friend class IncomingBlob;
  std::filesystem::path incoming() const { return folder_ / "incoming"; }
  std::filesystem::path path_of(std::string_view digest) const;  // of a digest

  std::filesystem::path folder_;
};

// 64 lower-case hexadecimal digits; nothing else ever becomes a path.
bool is_digest(std::string_view text);

}  // namespace haidang::files
