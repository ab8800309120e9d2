#include "app/progress.h"

#include <unistd.h>

#include <iostream>
#include <utility>

namespace haidang::app {

Progress::Progress(std::string what, std::size_t total, ProgressStyle style)
    : what_(std::move(what)),
      total_(total),
      silent_(style == ProgressStyle::silent || total == 0),
      terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (!silent_ && terminal_ && shown_ > 0) std::cerr << '\n';
}

void Progress::update(std::size_t done) {
  if (silent_) return;
  const auto now = std::chrono::steady_clock::now();
  const auto pause = terminal_ ? std::chrono::milliseconds(100) : std::chrono::milliseconds(2'000);
  if (done < total_ && now - last_ < pause) return;
  if (last_ == std::chrono::steady_clock::time_point{} && !terminal_ && done < total_) {
    last_ = now;  // short work prints only its last line
    return;
  }
  last_ = now;
  shown_ = done;
  draw(done);
}

void Progress::draw(std::size_t done) const {
  if (!terminal_) {
    std::cerr << what_ << ": " << done << " of " << total_ << '\n';
    return;
  }
  constexpr std::size_t kWidth = 30;
  const std::size_t filled = kWidth * done / total_;
  std::cerr << '\r' << what_ << " [" << std::string(filled, '#') << std::string(kWidth - filled, ' ') << "] "
            << done << '/' << total_ << std::flush;
}

}  // namespace haidang::app
