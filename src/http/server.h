#pragma once
// The HTTP/1.1 server (RFC 9110, 9112). I/O threads only move bytes; handlers
// run on workers behind a bounded queue.
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "http/message.h"

namespace haidang::http {

struct Limits {
  std::size_t head_bytes = 16 * 1024;         // 431
  std::size_t header_count = 100;             // 431
  std::size_t target_bytes = 8 * 1024;        // 414
  std::size_t body_bytes = 1024 * 1024;       // 413
  std::chrono::seconds head_time{10};         // 408 from the first byte; closed in silence before it
  std::chrono::seconds body_time{60};         // 408; one second more per 16 kB that arrived
  std::chrono::seconds idle_time{60};         // between requests; closed in silence
  std::chrono::seconds write_time{120};       // without progress; closed: the client does not read
  std::size_t connections = 10'000;           // 503 with Retry-After
  std::size_t connections_per_address = 512;  // IPv6: per /64; trusted proxies are exempt
  std::size_t queue = 512;                    // requests waiting for a worker; then 503
};

struct ServerOptions {
  std::string listen = "127.0.0.1:8080";  // HOST:PORT; port 0 takes a free one
  std::size_t io_threads = 1;
  std::size_t workers = 2;
  Limits limits;
  std::vector<std::string> trusted_proxies;  // addresses or CIDR ranges whose X-Forwarded-* are believed
  std::chrono::seconds drain_time{20};
  // How long a second lasts for all the times above; tests shorten it.
  std::chrono::milliseconds second{1000};
};

// One finished request, for the access log and metrics. No personal data.
struct Completed {
  const Request& request;  // head fields only are meaningful if the request was malformed
  int status;
  std::size_t body_bytes;
  std::chrono::microseconds elapsed;
};

struct Hooks {
  Handler handle;
  // Makes the page for what the server refuses itself (400, 404 for a file that is gone, 408, 413,
  // 414, 416, 417, 431, 500, 501, 503, 505). `request` holds what was understood, possibly nothing.
  // Must not throw or block; any I/O or worker thread.
  std::function<Response(const Request& request, int status)> error_page;
  std::function<void(const Completed&)> completed;      // any I/O thread
  std::function<void(const std::string& what)> failed;  // a handler threw; `what` is for the log
  // Body limit of this request, of which only the head is known; limits.body_bytes if empty.
  // Must be quick: it runs on an I/O thread.
  std::function<std::size_t(const Request&)> body_limit;
};

class Server {
 public:
  // Binds at once; throws std::system_error (address in use, not permitted).
  Server(ServerOptions options, Hooks hooks);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  unsigned short port() const;
  void run();   // serves until stop(); returns when drained
  void stop();  // async-signal-unsafe, any thread: closes acceptors, finishes what is in flight, drains
 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace haidang::http
