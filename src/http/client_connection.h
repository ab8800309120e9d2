#pragma once
// One client's connection: reads heads and bodies, hands requests to workers,
// writes answers in order. Lives on one I/O thread and is only touched there.
// Internal to http; the only headers with Asio are this one and io_thread.h.
#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "http/answer.h"
#include "http/body_decoder.h"
#include "http/connection_counts.h"
#include "http/head_parser.h"
#include "http/incoming.h"

namespace haidang::http {

namespace asio = boost::asio;

// Concrete types: a type-erased executor costs an allocation per operation.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
template <class T>
using Task = asio::awaitable<T, Executor>;

class IoThread;

class Connection {
 public:
  // A connection without a place is told 503 and closed.
  Connection(Socket socket, Peer peer, ConnectionCounts::Place place, IoThread& thread);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Task<void> serve();

  // Called by the I/O thread's sweep once a second.
  void check_deadline(std::uint64_t tick);
  // The server stops: closes if idle, else after what is in flight.
  void begin_drain();
  void abort();

  std::size_t slot = 0;  // the I/O thread's place for it

 private:
  // What the connection waits for decides what a time-out means.
  enum class Phase { idle, head, body, handler, write, linger };

  // What one request needs until it is answered.
  struct Exchange {
    Request request;
    Answer answer;
    std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
    bool close = true;
  };

  Task<bool> read_head();
  Task<bool> read_more();
  Task<void> serve_request(Exchange& exchange);
  BodyDecoder body_decoder(const Request& request, const Head& head) const;
  Task<int> read_body(BodyDecoder& decoder, bool continue_wanted);
  Task<bool> run_handler(Exchange& exchange);
  Task<void> refuse(Exchange& exchange, int status);
  Task<void> write(Exchange& exchange);
  Task<bool> write_bytes(std::array<asio::const_buffer, 3> buffers, int flags);
  Task<bool> write_file(const Answer& answer);
  Task<void> linger();

  void enter(Phase phase, std::chrono::seconds allowed);
  std::string_view received() const { return {buffer_.data() + begin_, end_ - begin_}; }
  void consume(std::size_t size);
  void make_room(std::size_t wanted);

  IoThread& thread_;
  Socket socket_;
  Peer peer_;
  ConnectionCounts::Place place_;
  HeadParser parser_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;  // what was received and not consumed
  std::string tail_;                 // Date, Connection and the empty line
  Phase phase_ = Phase::idle;
  std::uint64_t deadline_ = 0;    // tick
  std::uint64_t body_start_ = 0;  // deadline of a body before any of it arrived
  bool timed_out_ = false;
  bool broken_ = false;  // an answer could not be written
  bool fresh_ = true;    // no request yet
};

}  // namespace haidang::http
