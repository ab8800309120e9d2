#include "app/stop_signal.h"

#include <pthread.h>
#include <signal.h>

#include <utility>

namespace haidang::app {

namespace {
sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGUSR2);  // ends the waiter when nobody else stopped us
  return set;
}
}  // namespace

void StopSignal::block() {
  const sigset_t set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  signal(SIGPIPE, SIG_IGN);
}

StopSignal::StopSignal(std::function<void()> stop)
    : waiter_([stop = std::move(stop)] {
        const sigset_t set = stop_signals();
        int number = 0;
        sigwait(&set, &number);
        if (number != SIGUSR2) stop();
      }) {}

StopSignal::~StopSignal() {
  pthread_kill(waiter_.native_handle(), SIGUSR2);
  waiter_.join();
}

}  // namespace haidang::app
