#pragma once
// One I/O thread: an io_context of its own, an acceptor of its own on every
// address (the kernel spreads connections, SO_REUSEPORT), its connections and
// one sweep per second over their deadlines. Internal to http.
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <chrono>
#include <cstdint>
#include <exception>
#include <string>
#include <vector>

#include "http/client_connection.h"
#include "http/listener.h"
#include "http/worker_pool.h"

namespace haidang::http {

// What all I/O threads share; outlives them.
struct Shared {
  const ServerOptions& options;
  const Hooks& hooks;
  const AddressRanges& trusted;
  ConnectionCounts& counts;
  WorkerPool* workers = nullptr;  // while running
};

class IoThread {
 public:
  using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
  using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                           asio::wait_traits<std::chrono::steady_clock>, Executor>;

  IoThread(Shared& shared, std::vector<ListeningSocket> sockets);
  ~IoThread();

  void run();          // until drained
  void begin_drain();  // any thread

  // For its connections, on its thread:
  Shared& shared() { return shared_; }
  std::uint64_t tick() const { return tick_; }
  bool draining() const { return draining_; }
  std::string next_id();
  const std::string& date();  // "Date: ...\r\n", made once a second
  void enter(Connection& connection);
  void leave(Connection& connection);

 private:
  void accept(Acceptor& acceptor);
  void take(Socket socket);
  void sweep();
  void drain();
  void stop_if_drained();
  void report(const std::exception_ptr& failed);

  Shared& shared_;
  std::vector<Connection*> connections_;
  std::vector<Acceptor*> paused_;  // no descriptors left: tried again at the next tick
  std::uint64_t tick_ = 0;
  std::uint64_t drain_deadline_ = 0;
  bool draining_ = false;
  std::size_t refusing_ = 0;
  std::uint64_t id_seed_;
  std::uint64_t ids_ = 0;
  std::int64_t date_second_ = -1;
  std::string date_;
  asio::io_context context_{1};  // last but those built on it: connections die with it
  asio::executor_work_guard<Executor> work_;
  std::vector<Acceptor> acceptors_;
  Timer timer_;
};

}  // namespace haidang::http
