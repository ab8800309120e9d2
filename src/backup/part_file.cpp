#include "backup/part_file.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <utility>

namespace haidang::backup {

namespace fs = std::filesystem;
using files::throw_errno;

namespace {

// A new name is safe only when its folder is (fsync(2)).
void sync_folder_of(const fs::path& file) {
  const fs::path folder = fs::absolute(file).parent_path();
  const files::FileHandle handle(folder, O_RDONLY | O_DIRECTORY);
  if (::fsync(handle.descriptor()) != 0) throw_errno("fsync " + folder.string());
}

}  // namespace

PartFile::PartFile(fs::path name, IfExists if_exists)
    : name_(std::move(name)), part_(name_.string() + ".part"), if_exists_(if_exists) {
  require_free();
  // Password hashes are in it: for its owner only.
  file_ = files::FileHandle(::open(part_.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600));
  if (file_.descriptor() < 0) throw_errno("create " + part_.string());
  if (::flock(file_.descriptor(), LOCK_EX | LOCK_NB) != 0) throw_errno("lock " + part_.string());
  mine_ = true;
  if (::ftruncate(file_.descriptor(), 0) != 0) throw_errno("write " + part_.string());
}

PartFile::~PartFile() {
  std::error_code ignored;
  if (mine_) fs::remove(part_, ignored);
}

void PartFile::require_free() const {
  if (if_exists_ == IfExists::refuse && fs::exists(fs::symlink_status(name_)))
    throw std::system_error(std::make_error_code(std::errc::file_exists), name_.string());
}

std::int64_t PartFile::commit() {
  if (::fsync(descriptor()) != 0) throw_errno("fsync " + part_.string());
  struct stat facts {};
  if (::fstat(descriptor(), &facts) != 0) throw_errno("stat " + part_.string());
  require_free();
  fs::rename(part_, name_);
  mine_ = false;
  sync_folder_of(name_);
  return facts.st_size;
}

}  // namespace haidang::backup
