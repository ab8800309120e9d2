#pragma once
// The data folder: configuration, database, blobs, and the lock that keeps a
// second server out.
//   haidang.toml   configuration (optional)
//   haidang.db     SQLite database (unless database = postgresql://…)
//   blobs/         pictures and files by content address
//   serve.lock     held while a server runs
#include <filesystem>
#include <string>

#include "app/configuration.h"

namespace haidang::app {

class DataFolder {
 public:
  // Throws CommandFailure (data) if there is no installation in it.
  static DataFolder open(const std::filesystem::path& path);
  // Makes the folder; refuses one that holds an installation or cannot be written.
  static DataFolder create(const std::filesystem::path& path);

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path configuration_file() const { return path_ / "haidang.toml"; }
  std::filesystem::path blobs() const { return path_ / "blobs"; }
  std::string database_url(const Configuration& configuration) const;
  // Throws CommandFailure (data) when the folder or the SQLite file cannot be written.
  void require_writable(const Configuration& configuration) const;

 private:
  explicit DataFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

// Held by `serve`. Throws CommandFailure (data) while another server has it.
class ServeLock {
 public:
  explicit ServeLock(const DataFolder& folder);
  ~ServeLock();
  ServeLock(const ServeLock&) = delete;
  ServeLock& operator=(const ServeLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace haidang::app
