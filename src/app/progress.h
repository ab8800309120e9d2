#pragma once
// Progress of long work on standard error: a bar on a terminal, otherwise plain
// lines, at most one every two seconds.
#include <chrono>
#include <cstddef>
#include <string>

namespace haidang::app {

enum class ProgressStyle { automatic, silent };

class Progress {
 public:
  Progress(std::string what, std::size_t total, ProgressStyle style = ProgressStyle::automatic);
  ~Progress();  // ends the line
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void update(std::size_t done);

 private:
  void draw(std::size_t done) const;
  std::string what_;
  std::size_t total_;
  bool silent_;
  bool terminal_;
  std::chrono::steady_clock::time_point last_{};
  std::size_t shown_ = 0;
};

}  // namespace haidang::app
