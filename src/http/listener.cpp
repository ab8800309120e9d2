#include "http/listener.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>
#include <optional>
#include <stdexcept>
#include <system_error>

namespace haidang::http {

namespace {

constexpr int kBacklog = 4096;
constexpr int kAttempts = 16;

struct Place {
  sockaddr_storage address{};
  socklen_t size = 0;
};

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

void turn_on(int descriptor, int level, int option, const std::string& what) {
  const int on = 1;
  if (setsockopt(descriptor, level, option, &on, sizeof on) != 0) fail(what);
}

std::pair<std::string, std::string> host_and_port(const std::string& listen) {
  const auto colon = listen.rfind(':');
  if (colon == std::string::npos) throw std::invalid_argument("listen address without a port: " + listen);
  std::string host = listen.substr(0, colon), port = listen.substr(colon + 1);
  if (host.size() >= 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  unsigned short number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  if (error != std::errc{} || end != port.data() + port.size())
    throw std::invalid_argument("no port number: " + listen);
  return {host, port};
}

std::vector<Place> resolve(const std::string& listen) {
  const auto [host, port] = host_and_port(listen);
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* list = nullptr;
  const int error =
      getaddrinfo(host.empty() || host == "*" ? nullptr : host.c_str(), port.c_str(), &hints, &list);
  if (error != 0)
    throw std::system_error(std::make_error_code(std::errc::address_not_available),
                            listen + ": " + gai_strerror(error));
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owned(list, freeaddrinfo);
  std::vector<Place> places;
  for (const addrinfo* one = list; one; one = one->ai_next) {
    Place place;
    std::memcpy(&place.address, one->ai_addr, one->ai_addrlen);
    place.size = one->ai_addrlen;
    places.push_back(place);
  }
  return places;
}

unsigned short port_of(const Place& place) {
  return ntohs(place.address.ss_family == AF_INET6
                   ? reinterpret_cast<const sockaddr_in6&>(place.address).sin6_port
                   : reinterpret_cast<const sockaddr_in&>(place.address).sin_port);
}

unsigned short port_of(int descriptor) {
  Place place;
  place.size = sizeof place.address;
  if (getsockname(descriptor, reinterpret_cast<sockaddr*>(&place.address), &place.size) != 0)
    fail("getsockname");
  return port_of(place);
}

void set_port(Place& place, unsigned short port) {
  if (place.address.ss_family == AF_INET6) {
    reinterpret_cast<sockaddr_in6&>(place.address).sin6_port = htons(port);
  } else {
    reinterpret_cast<sockaddr_in&>(place.address).sin_port = htons(port);
  }
}

// The first socket binds without SO_REUSEPORT, so that a second server is
// refused; it joins the group afterwards (socket(7)).
ListeningSocket bind_one(const Place& place, bool first, const std::string& what) {
  const int family = place.address.ss_family;
  const int descriptor = socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) fail(what);
  ListeningSocket socket(descriptor, family);
  turn_on(descriptor, SOL_SOCKET, SO_REUSEADDR, what);
  if (family == AF_INET6) turn_on(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, what);
  if (!first) turn_on(descriptor, SOL_SOCKET, SO_REUSEPORT, what);
  if (bind(descriptor, reinterpret_cast<const sockaddr*>(&place.address), place.size) != 0) fail(what);
  return socket;
}

bool is_family_missing(const std::system_error& error) {
  return error.code().value() == EADDRNOTAVAIL || error.code().value() == EAFNOSUPPORT;
}

// One socket per thread on this address; a port of 0 is replaced by the one given.
std::vector<ListeningSocket> bind_place(Place& place, std::size_t threads, const std::string& what) {
  std::vector<ListeningSocket> sockets;
  sockets.push_back(bind_one(place, true, what));
  set_port(place, port_of(sockets.front().descriptor()));
  if (threads > 1) turn_on(sockets.front().descriptor(), SOL_SOCKET, SO_REUSEPORT, what);
  while (sockets.size() < threads) sockets.push_back(bind_one(place, false, what));
  for (const ListeningSocket& socket : sockets)
    if (::listen(socket.descriptor(), kBacklog) != 0) fail(what);
  return sockets;
}

// Nothing if the free port taken on the first address is not free on another.
std::optional<Listeners> try_listen(std::vector<Place> places, std::size_t threads, const std::string& what) {
  Listeners listeners;
  listeners.of_thread.resize(threads);
  std::optional<std::system_error> last;
  for (Place& place : places) {
    const bool port_chosen_here = listeners.port != 0;
    const bool wants_any = port_of(place) == 0;
    if (wants_any) set_port(place, listeners.port);
    try {
      auto sockets = bind_place(place, threads, what);
      listeners.port = port_of(place);
      for (std::size_t i = 0; i < threads; ++i) listeners.of_thread[i].push_back(std::move(sockets[i]));
    } catch (const std::system_error& error) {
      if (wants_any && port_chosen_here && error.code().value() == EADDRINUSE) return std::nullopt;
      if (!is_family_missing(error)) throw;  // "localhost" on a machine without IPv6 is still one address
      last = error;
    }
  }
  if (listeners.port == 0 && last) throw *last;
  return listeners;
}

}  // namespace

Listeners listen_on(const std::string& listen, std::size_t threads) {
  const auto places = resolve(listen);
  for (int attempt = 0; attempt < kAttempts; ++attempt)
    if (auto listeners = try_listen(places, threads, "listen on " + listen)) return std::move(*listeners);
  throw std::system_error(EADDRINUSE, std::generic_category(), "listen on " + listen);
}

ListeningSocket::~ListeningSocket() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace haidang::http
