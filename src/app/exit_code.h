#pragma once
// What the program tells the shell. Documented in docs/administration.md.
#include <stdexcept>
#include <string>

namespace haidang::app {

enum class ExitCode {
  success = 0,
  faults_found = 1,   // the work was done and found faults (import: a file that failed)
  usage = 2,          // the command line is wrong
  configuration = 3,  // haidang.toml or the environment is wrong
  data = 4,           // the data folder or the database cannot be used
  network = 5,        // cannot listen
  internal = 70,      // a bug; sysexits.h EX_SOFTWARE
};

// Ends a command with one clear sentence. Thrown by commands, caught in main.
class CommandFailure : public std::runtime_error {
 public:
  CommandFailure(ExitCode code, const std::string& sentence) : std::runtime_error(sentence), code_(code) {}
  ExitCode code() const { return code_; }

 private:
  ExitCode code_;
};

}  // namespace haidang::app
