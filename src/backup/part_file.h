#pragma once
// A file that gets its name only when it is whole and on the disk: written as
// NAME.part, flushed, renamed. Left alone it goes away again.
#include <filesystem>

#include "files/file_handle.h"

namespace haidang::backup {

enum class IfExists { refuse, replace };

class PartFile {
 public:
  // Throws std::system_error; file_exists if it is there and must not be
  // replaced, resource_unavailable_try_again if somebody else is writing it.
  PartFile(std::filesystem::path name, IfExists if_exists);
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  int descriptor() const { return file_.descriptor(); }
  std::int64_t commit();  // bytes of the file

 private:
  void require_free() const;

  std::filesystem::path name_;
  std::filesystem::path part_;
  IfExists if_exists_;
  files::FileHandle file_;
  bool mine_ = false;
};

}  // namespace haidang::backup
