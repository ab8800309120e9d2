#include "backup/spool_file.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace haidang::backup {

using files::throw_errno;

namespace {
constexpr std::size_t kPiece = std::size_t{256} * 1024;
}

SpoolFile::SpoolFile(const std::filesystem::path& neighbour) {
  std::string name = neighbour.string() + ".spool-XXXXXX";
  file_ = files::FileHandle(::mkostemp(name.data(), O_CLOEXEC));
  if (file_.descriptor() < 0) throw_errno("create " + name);
  if (::unlink(name.c_str()) != 0) throw_errno("unlink " + name);
}

void SpoolFile::append(std::string_view bytes) {
  buffer_.append(bytes);
  size_ += static_cast<std::int64_t>(bytes.size());
  if (buffer_.size() >= kPiece) flush();
}

void SpoolFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(file_.descriptor(), rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_errno("write a temporary file");
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

void SpoolFile::read(std::int64_t from, std::int64_t bytes,
                     const std::function<void(std::string_view)>& take) {
  flush();
  std::vector<char> piece(kPiece);
  while (bytes > 0) {
    const auto wanted = std::min<std::int64_t>(bytes, static_cast<std::int64_t>(kPiece));
    const ssize_t count = ::pread(file_.descriptor(), piece.data(), static_cast<std::size_t>(wanted), from);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw_errno("read a temporary file");
    take({piece.data(), static_cast<std::size_t>(count)});
    from += count;
    bytes -= count;
  }
}

}  // namespace haidang::backup
