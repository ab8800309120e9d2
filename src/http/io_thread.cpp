#if defined(__GNUC__) && !defined(__clang__)
// GCC 12 with sanitizers on: Asio frees coroutine frames through the operator
// it allocated them with, and its fences are beside its mutexes.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#pragma GCC diagnostic ignored "-Wtsan"
#endif

#include "http/io_thread.h"

#include <pthread.h>
#include <signal.h>

#include <algorithm>
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <cstdio>
#include <memory>
#include <random>

#include "base/clock.h"

namespace haidang::http {

namespace {

// Beyond the limits a connection is told 503; this many at a time are told.
constexpr std::size_t kMostRefusing = 64;

Task<void> serve(std::unique_ptr<Connection> connection) {
  co_await connection->serve();
}

IpAddress address_of(const asio::ip::address& address) {
  if (address.is_v6()) return IpAddress(address.to_v6().to_bytes());  // without its zone
  return IpAddress(asio::ip::make_address_v6(asio::ip::v4_mapped, address.to_v4()).to_bytes());
}

bool is_shortage(const boost::system::error_code& error) {
  return error.category() == boost::system::system_category() &&
         (error.value() == EMFILE || error.value() == ENFILE || error.value() == ENOBUFS ||
          error.value() == ENOMEM);
}

// sendfile(2) has no MSG_NOSIGNAL: a client that left would end the program.
void block_broken_pipe() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

std::uint64_t random_seed() {
  std::random_device device;
  return (std::uint64_t{device()} << 32) | device();
}

}  // namespace

IoThread::IoThread(Shared& shared, std::vector<ListeningSocket> sockets)
    : shared_(shared),
      id_seed_(random_seed()),
      work_(context_.get_executor()),
      timer_(context_.get_executor()) {
  for (ListeningSocket& socket : sockets) {
    const auto protocol = socket.family() == AF_INET6 ? asio::ip::tcp::v6() : asio::ip::tcp::v4();
    acceptors_.emplace_back(context_.get_executor(), protocol, socket.release());
  }
}

IoThread::~IoThread() = default;

void IoThread::run() {
  block_broken_pipe();
  for (Acceptor& acceptor : acceptors_) accept(acceptor);
  sweep();
  context_.run();
}

void IoThread::accept(Acceptor& acceptor) {
  acceptor.async_accept([this, &acceptor](const boost::system::error_code& error, Socket socket) {
    if (!error) take(std::move(socket));
    if (!acceptor.is_open()) return;
    if (is_shortage(error)) {
      paused_.push_back(&acceptor);
    } else {
      accept(acceptor);
    }
  });
}

void IoThread::take(Socket socket) {
  boost::system::error_code error;
  const auto endpoint = socket.remote_endpoint(error);
  if (error) return;  // already gone
  socket.set_option(asio::ip::tcp::no_delay(true), error);
  const IpAddress address = address_of(endpoint.address());
  auto place = shared_.counts.enter(address);
  const bool refused = !place;
  if (refused && refusing_ >= kMostRefusing) return;
  auto connection = std::make_unique<Connection>(
      std::move(socket), Peer{address, shared_.trusted.contains(address)}, std::move(place), *this);
  if (refused) ++refusing_;
  asio::co_spawn(context_.get_executor(), serve(std::move(connection)),
                 [this, refused](std::exception_ptr failed) {
                   if (refused) --refusing_;
                   if (failed) report(failed);
                   stop_if_drained();
                 });
}

// A bug or no memory: the connection is lost, not the server.
void IoThread::report(const std::exception_ptr& failed) {
  try {
    std::rethrow_exception(failed);
  } catch (const std::exception& error) {
    if (shared_.hooks.failed) shared_.hooks.failed(error.what());
  }
}

void IoThread::sweep() {
  for (Connection* connection : connections_) connection->check_deadline(tick_);
  for (Acceptor* acceptor : std::exchange(paused_, {}))
    if (acceptor->is_open()) accept(*acceptor);
  if (draining_ && tick_ >= drain_deadline_) {
    for (Connection* connection : connections_) connection->abort();
    context_.stop();
    return;
  }
  timer_.expires_after(shared_.options.second);
  timer_.async_wait([this](const boost::system::error_code&) {
    ++tick_;
    sweep();
  });
}

void IoThread::begin_drain() {
  asio::post(context_, [this] { drain(); });
}

void IoThread::drain() {
  if (draining_) return;
  draining_ = true;
  drain_deadline_ =
      tick_ + 1 + static_cast<std::uint64_t>(std::max<std::int64_t>(shared_.options.drain_time.count(), 0));
  for (Acceptor& acceptor : acceptors_) {
    // Who was already let in by the kernel is served; closing would reset them.
    boost::system::error_code error;
    acceptor.cancel(error);
    acceptor.non_blocking(true, error);
    while (!error) {
      Socket socket = acceptor.accept(context_.get_executor(), error);
      if (!error) take(std::move(socket));
    }
    acceptor.close(error);
  }
  for (Connection* connection : connections_) connection->begin_drain();
  stop_if_drained();
}

void IoThread::stop_if_drained() {
  if (draining_ && connections_.empty()) context_.stop();
}

void IoThread::enter(Connection& connection) {
  connection.slot = connections_.size();
  connections_.push_back(&connection);
}

void IoThread::leave(Connection& connection) {
  connections_[connection.slot] = connections_.back();
  connections_[connection.slot]->slot = connection.slot;
  connections_.pop_back();
}

// Unique while the server runs and hard to guess from another; not a secret.
std::string IoThread::next_id() {
  std::uint64_t x = id_seed_ + ++ids_ * 0x9E3779B97F4A7C15ULL;  // a bijection: no two alike
  x = (x ^ (x >> 31)) * 0xD6E8FEB86659FD93ULL;
  x ^= x >> 32;
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(x));
  return digits.data();
}

const std::string& IoThread::date() {
  const Instant now = SystemClock{}.now();
  const std::int64_t second = to_microseconds(now) / 1'000'000;
  if (second != date_second_) {
    date_second_ = second;
    date_ = "Date: " + format_http_date(now) + "\r\n";
  }
  return date_;
}

}  // namespace haidang::http
