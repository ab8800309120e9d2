#pragma once
// A backup file that cannot be used: damaged, cut short, not one of ours, or of
// a newer program. The text is one sentence for the administrator, without the
// file's name. Nothing of such a file is ever made usable.
#include <stdexcept>

namespace haidang::backup {

class BadBackup : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace haidang::backup
