#include "app/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "app/exit_code.h"

namespace haidang::app {

namespace fs = std::filesystem;

namespace {

// The mark of an installation; its database may be elsewhere.
fs::path marker(const fs::path& folder) {
  return folder / "blobs";
}

[[noreturn]] void fail(const std::string& sentence) {
  throw CommandFailure(ExitCode::data, sentence);
}

}  // namespace

DataFolder DataFolder::open(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error))
    fail("no data folder " + path.string() + "; make one with: haidang init --data " + path.string());
  if (!fs::is_directory(marker(path), error))
    fail(path.string() + " holds no installation; make one with: haidang init --data " + path.string());
  return DataFolder(fs::canonical(path));
}

DataFolder DataFolder::create(const fs::path& path) {
  std::error_code error;
  if (fs::exists(marker(path), error))
    fail(path.string() + " already holds an installation; nothing was changed");
  fs::create_directories(path, error);
  if (error) fail("cannot make the data folder " + path.string() + ": " + error.message());
  fs::permissions(path, fs::perms::owner_all, fs::perm_options::replace, error);
  fs::create_directory(marker(path), error);
  if (error) fail("cannot write to the data folder " + path.string() + ": " + error.message());
  return DataFolder(fs::canonical(path));
}

std::string DataFolder::database_url(const Configuration& configuration) const {
  if (!configuration.database.empty()) return configuration.database;
  return "sqlite:" + (path_ / "haidang.db").string();
}

void DataFolder::require_writable(const Configuration& configuration) const {
  // access(2) is no answer for root on a read-only mount, a real write is.
  const fs::path probe = path_ / ".write-test";
  const int descriptor = ::open(probe.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor < 0) fail("cannot write to the data folder " + path_.string() + ": " + std::strerror(errno));
  const bool written = ::write(descriptor, "x", 1) == 1;
  const int reason = errno;
  ::close(descriptor);
  ::unlink(probe.c_str());
  if (!written) fail("cannot write to the data folder " + path_.string() + ": " + std::strerror(reason));
  const fs::path database = path_ / "haidang.db";
  if (configuration.database.empty() && fs::exists(database) && ::access(database.c_str(), W_OK) != 0)
    fail("cannot write to the database " + database.string() + ": " + std::strerror(errno));
}

ServeLock::ServeLock(const DataFolder& folder) {
  const fs::path file = folder.path() / "serve.lock";
  descriptor_ = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor_ < 0)
    fail("cannot write to the data folder " + folder.path().string() + ": " + std::strerror(errno));
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    ::close(descriptor_);
    fail("another server already runs on the data folder " + folder.path().string());
  }
}

ServeLock::~ServeLock() {
  ::close(descriptor_);
}

}  // namespace haidang::app
