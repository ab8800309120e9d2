#include "http/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace haidang::http {

std::optional<File> File::open(const std::filesystem::path& path) {
  File file;
  // O_NONBLOCK: opening a FIFO must not hang; it means nothing for regular files.
  file.descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file.descriptor_ < 0) {
    if (errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG) return std::nullopt;
    throw std::system_error(errno, std::generic_category(), path.string());
  }
  struct stat status {};
  if (fstat(file.descriptor_, &status) != 0)
    throw std::system_error(errno, std::generic_category(), path.string());
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  file.size_ = static_cast<std::uint64_t>(status.st_size);
  file.modified_ = Instant{std::chrono::seconds{status.st_mtim.tv_sec}} +
                   std::chrono::microseconds{status.st_mtim.tv_nsec / 1000};
  return file;
}

File::~File() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace haidang::http
