#pragma once
// A data folder that a restore fills: everything is made in DIR/restoring-XXXXXX
// and moved into place at the end, blobs/ (the mark of an installation) last. Given
// up or interrupted, it leaves no installation.
#include <filesystem>
#include <string>

#include "app/configuration.h"

namespace haidang::app {

class RestoreFolder {
 public:
  // Throws CommandFailure (data) if the folder holds an installation or a
  // database, or cannot be written.
  explicit RestoreFolder(std::filesystem::path data);
  ~RestoreFolder();
  RestoreFolder(const RestoreFolder&) = delete;
  RestoreFolder& operator=(const RestoreFolder&) = delete;

  std::filesystem::path blobs() const { return staging_ / "blobs"; }
  std::filesystem::path spool() const { return staging_ / "spool"; }
  std::string database_url(const Configuration& configuration) const;
  // The text of haidang.toml; an existing one is kept instead: false.
  bool write_configuration(const std::string& text) const;
  // After the database is closed.
  void publish();

 private:
  std::filesystem::path data_;
  std::filesystem::path staging_;
  bool made_data_ = false;
};

}  // namespace haidang::app
