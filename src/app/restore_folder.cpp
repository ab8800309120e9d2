#include "app/restore_folder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <utility>

#include "app/exit_code.h"
#include "files/file_handle.h"

namespace haidang::app {

namespace fs = std::filesystem;

namespace {

constexpr const char* kConfiguration = "haidang.toml";
constexpr const char* kDatabase = "haidang.db";
constexpr const char* kBlobs = "blobs";

[[noreturn]] void fail(const std::string& sentence) {
  throw CommandFailure(ExitCode::data, sentence);
}

void sync(const fs::path& path, int flags) {
  const files::FileHandle handle(path, flags);
  if (::fsync(handle.descriptor()) != 0) files::throw_errno("fsync " + path.string());
}

}  // namespace

RestoreFolder::RestoreFolder(fs::path data) : data_(std::move(data)) {
  for (const char* part : {kBlobs, kDatabase})
    if (fs::exists(data_ / part))
      fail(data_.string() + " already holds an installation (" + part + "); nothing was changed");
  std::error_code error;
  made_data_ = fs::create_directories(data_, error);
  if (error) fail("cannot make the data folder " + data_.string() + ": " + error.message());
  if (made_data_) fs::permissions(data_, fs::perms::owner_all);
  data_ = fs::canonical(data_);
  std::string name = (data_ / "restoring-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr)
    fail("cannot write to the data folder " + data_.string() + ": " + std::strerror(errno));
  staging_ = name;
  fs::create_directory(blobs());
  fs::create_directory(spool());
}

RestoreFolder::~RestoreFolder() {
  std::error_code ignored;
  fs::remove_all(staging_, ignored);
  if (made_data_) fs::remove(data_, ignored);  // only if nothing is in it
}

std::string RestoreFolder::database_url(const Configuration& configuration) const {
  if (!configuration.database.empty()) return configuration.database;
  return "sqlite:" + (staging_ / kDatabase).string();
}

bool RestoreFolder::write_configuration(const std::string& text) const {
  if (fs::exists(data_ / kConfiguration)) return false;
  const fs::path file = staging_ / kConfiguration;
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out) fail("cannot write to the data folder " + data_.string());
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  Configuration read;
  read_configuration(file, read);  // refuses here what `serve` would refuse
  sync(file, O_RDONLY);
  return true;
}

void RestoreFolder::publish() {
  // A closed database has no log beside it; one that has would lose what is in it.
  if (fs::exists(staging_ / "haidang.db-wal")) fail("the restored database could not be closed");
  for (const char* part : {kConfiguration, kDatabase, kBlobs})
    if (fs::exists(staging_ / part)) fs::rename(staging_ / part, data_ / part);
  sync(data_, O_RDONLY | O_DIRECTORY);
}

}  // namespace haidang::app
