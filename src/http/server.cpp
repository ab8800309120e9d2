#include "http/server.h"

#include <algorithm>
#include <mutex>
#include <thread>

#include "http/io_thread.h"

namespace haidang::http {

// Order of members is order of life: I/O threads hold references to what
// stands before them.
class Server::State {
 public:
  State(ServerOptions options, Hooks hooks)
      : options_(std::move(options)),
        hooks_(std::move(hooks)),
        trusted_(options_.trusted_proxies),
        counts_(options_.limits.connections, options_.limits.connections_per_address, trusted_) {
    Listeners listeners = listen_on(options_.listen, std::max<std::size_t>(options_.io_threads, 1));
    port_ = listeners.port;
    for (auto& sockets : listeners.of_thread)
      threads_.push_back(std::make_unique<IoThread>(shared_, std::move(sockets)));
  }

  unsigned short port() const { return port_; }

  void run() {
    if (threads_.empty()) return;  // was run and stopped before
    {
      // Ends before the I/O threads do: a job that did not start holds a
      // coroutine of theirs.
      WorkerPool workers(options_.workers, options_.limits.queue);
      shared_.workers = &workers;
      std::vector<std::thread> running;
      for (const auto& thread : threads_) running.emplace_back([&thread] { thread->run(); });
      for (std::thread& thread : running) thread.join();
    }
    const std::lock_guard lock(stopping_);
    threads_.clear();
  }

  void stop() {
    const std::lock_guard lock(stopping_);
    for (const auto& thread : threads_) thread->begin_drain();
  }

 private:
  const ServerOptions options_;
  const Hooks hooks_;
  const AddressRanges trusted_;
  ConnectionCounts counts_;
  Shared shared_{options_, hooks_, trusted_, counts_, nullptr};
  unsigned short port_ = 0;
  std::mutex stopping_;  // stop() against the end of run()
  std::vector<std::unique_ptr<IoThread>> threads_;
};

Server::Server(ServerOptions options, Hooks hooks)
    : state_(std::make_unique<State>(std::move(options), std::move(hooks))) {}
Server::~Server() = default;
unsigned short Server::port() const {
  return state_->port();
}
void Server::run() {
  state_->run();
}
void Server::stop() {
  state_->stop();
}

}  // namespace haidang::http
