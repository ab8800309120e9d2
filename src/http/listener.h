#pragma once
// Listening sockets for "HOST:PORT". Internal to http.
#include <string>
#include <utility>
#include <vector>

namespace haidang::http {

// A bound and listening socket; owned.
class ListeningSocket {
 public:
  ListeningSocket(int descriptor, int family) : descriptor_(descriptor), family_(family) {}
  ListeningSocket(ListeningSocket&& other) noexcept
      : descriptor_(std::exchange(other.descriptor_, -1)), family_(other.family_) {}
  ListeningSocket& operator=(ListeningSocket&&) = delete;
  ~ListeningSocket();

  int family() const { return family_; }  // AF_INET or AF_INET6
  int descriptor() const { return descriptor_; }
  int release() { return std::exchange(descriptor_, -1); }

 private:
  int descriptor_;
  int family_;
};

struct Listeners {
  unsigned short port = 0;
  std::vector<std::vector<ListeningSocket>> of_thread;
};

// Binds every address HOST stands for ("localhost" is two), `threads` times.
// Another program on the same address is an error although the sockets share
// their port among themselves. Throws std::system_error; std::invalid_argument
// if `listen` is no HOST:PORT.
Listeners listen_on(const std::string& listen, std::size_t threads);

}  // namespace haidang::http
