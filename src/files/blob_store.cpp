#include "files/blob_store.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "base/digest.h"
#include "files/mapped_file.h"

namespace haidang::files {

namespace fs = std::filesystem;

namespace {

void sync(int descriptor, const fs::path& what) {
  if (::fsync(descriptor) != 0) throw_errno("fsync " + what.string());
}

// A new name is safe only when its folder is (fsync(2)).
void sync_folder(const fs::path& folder) {
  sync(FileHandle(folder, O_RDONLY | O_DIRECTORY).descriptor(), folder);
}

void make_folder(const fs::path& folder) {
  if (fs::create_directory(folder)) sync_folder(folder.parent_path());
}

std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder)) entries.push_back(entry.path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

}  // namespace

bool is_digest(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

IncomingBlob::IncomingBlob(const BlobStore& store) : store_(&store) {
  std::string name = (store.incoming() / "XXXXXX").string();
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) throw_errno("create " + name);
  file_ = FileHandle(descriptor);
  path_ = std::move(name);
}

IncomingBlob::~IncomingBlob() {
  std::error_code ignored;  // sweep() finds what cannot be removed now
  if (!path_.empty()) fs::remove(path_, ignored);
}

void IncomingBlob::append(std::string_view bytes) {
  size_ += static_cast<std::int64_t>(bytes.size());
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_.descriptor(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_errno("write " + path_.string());
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

Blob IncomingBlob::keep() && {
  Blob blob{sha256_hex(MappedFile(path_).bytes()), size_};
  // Whole already: the same bytes. Of another size: damaged, and this mends it.
  if (store_->size(blob.digest) == size_) return blob;
  if (::fchmod(file_.descriptor(), 0640) != 0) throw_errno("chmod " + path_.string());
  sync(file_.descriptor(), path_);
  const fs::path target = store_->path_of(blob.digest);
  make_folder(target.parent_path().parent_path());
  make_folder(target.parent_path());
  fs::rename(path_, target);
  sync_folder(target.parent_path());
  path_.clear();
  return blob;
}

BlobStore::BlobStore(fs::path folder) : folder_(std::move(folder)) {
  fs::create_directories(folder_);
  make_folder(incoming());
}

fs::path BlobStore::path_of(std::string_view digest) const {
  return folder_ / digest.substr(0, 2) / digest.substr(2, 2) / digest;
}

Blob BlobStore::put(std::string_view bytes) const {
  IncomingBlob incoming = receive();
  incoming.append(bytes);
  return std::move(incoming).keep();
}

Blob BlobStore::put_file(const fs::path& source) const {
  const FileHandle file(source, O_RDONLY);
  IncomingBlob incoming = receive();
  std::vector<char> buffer(std::size_t{256} * 1024);
  for (;;) {
    const ssize_t count = ::read(file.descriptor(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_errno("read " + source.string());
    if (count == 0) return std::move(incoming).keep();
    incoming.append({buffer.data(), static_cast<std::size_t>(count)});
  }
}

std::optional<fs::path> BlobStore::find(std::string_view digest) const {
  if (!is_digest(digest)) return std::nullopt;
  fs::path path = path_of(digest);
  if (!fs::is_regular_file(path)) return std::nullopt;
  return path;
}

std::optional<std::int64_t> BlobStore::size(std::string_view digest) const {
  const auto path = find(digest);
  if (!path) return std::nullopt;
  return static_cast<std::int64_t>(fs::file_size(*path));
}

std::optional<std::string> BlobStore::read(std::string_view digest) const {
  const auto path = find(digest);
  if (!path) return std::nullopt;
  return std::string(MappedFile(*path).bytes());
}

bool BlobStore::verify(std::string_view digest) const {
  const auto path = find(digest);
  return path && sha256_hex(MappedFile(*path).bytes()) == digest;
}

bool BlobStore::remove(std::string_view digest) const {
  return is_digest(digest) && fs::remove(path_of(digest));
}

void BlobStore::for_each(const std::function<void(const std::string&)>& visit) const {
  for (const fs::path& first : sorted_entries(folder_)) {
    if (first.filename().string().size() != 2) continue;
    for (const fs::path& second : sorted_entries(first)) {
      for (const fs::path& blob : sorted_entries(second)) {
        if (is_digest(blob.filename().string())) visit(blob.filename().string());
      }
    }
  }
}

std::size_t BlobStore::sweep(fs::file_time_type before) const {
  std::size_t removed = 0;
  for (const fs::path& path : sorted_entries(incoming())) {
    std::error_code gone;  // its upload may end at this moment
    const auto changed = fs::last_write_time(path, gone);
    if (!gone && changed < before && fs::remove(path, gone)) ++removed;
  }
  return removed;
}

}  // namespace haidang::files
