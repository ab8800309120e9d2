#pragma once
// SIGTERM and SIGINT as a call on an ordinary thread.
#include <functional>
#include <thread>

namespace haidang::app {

class StopSignal {
 public:
  // Keeps the signals from every thread started afterwards.
  static void block();

  // Calls `stop` once, at the first signal.
  explicit StopSignal(std::function<void()> stop);
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

 private:
  std::thread waiter_;
};

}  // namespace haidang::app
