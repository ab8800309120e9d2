#include "files/mapped_file.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include "files/file_handle.h"

namespace haidang::files {

MappedFile::MappedFile(const std::filesystem::path& path) {
  const FileHandle file(path, O_RDONLY);
  struct stat facts {};
  if (::fstat(file.descriptor(), &facts) != 0) throw_errno("stat " + path.string());
  size_ = static_cast<std::size_t>(facts.st_size);
  if (size_ == 0) return;  // mmap refuses an empty file
  start_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.descriptor(), 0);
  if (start_ == MAP_FAILED) throw_errno("map " + path.string());
}

MappedFile::~MappedFile() {
  if (size_ > 0) ::munmap(start_, size_);
}

}  // namespace haidang::files
