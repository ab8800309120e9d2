#if defined(__GNUC__) && !defined(__clang__)
// GCC 12 with sanitizers on: Asio frees coroutine frames through the operator
// it allocated them with, and its fences are beside its mutexes.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#pragma GCC diagnostic ignored "-Wtsan"
#endif

#include "http/client_connection.h"

#include <sys/sendfile.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cerrno>
#include <cstring>

#include "http/io_thread.h"

namespace haidang::http {

namespace {

constexpr std::size_t kFirstBuffer = 4 * 1024;
constexpr std::size_t kLargestIdleBuffer = 16 * 1024;  // what waits for a request keeps no more
constexpr std::size_t kBodyPiece = 64 * 1024;
constexpr std::size_t kFilePiece = 256 * 1024;
constexpr std::size_t kBodyBytesPerSecond = 16 * 1024;
constexpr std::size_t kLongestLinger = 1024 * 1024;
constexpr std::chrono::seconds kLingerTime{2};
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::string_view kKeepAlive = "Connection: keep-alive\r\n\r\n";
constexpr std::string_view kClose = "Connection: close\r\n\r\n";

constexpr asio::use_awaitable_t<Executor> kAwait;
constexpr auto kAwaitResult = asio::as_tuple(asio::use_awaitable_t<Executor>{});

asio::const_buffer buffer_of(std::string_view text) {
  return {text.data(), text.size()};
}

// A request on its way through a worker; owns the coroutine that waits for it.
template <class Handler>
class HandOver final : public Job {
 public:
  HandOver(const Hooks& hooks, const Request& request, Answer& answer, Handler handler)
      : hooks_(hooks), request_(request), answer_(answer), handler_(std::move(handler)) {}

  void run() override {
    answer_ = answer_request(hooks_, request_);
    complete(true);
  }

  // Back on the I/O thread of the connection.
  void complete(bool answered) {
    const auto executor = asio::get_associated_executor(handler_);
    asio::post(executor,
               [handler = std::move(handler_), answered]() mutable { std::move(handler)(answered); });
  }

 private:
  const Hooks& hooks_;
  const Request& request_;
  Answer& answer_;
  Handler handler_;
};

}  // namespace

Connection::Connection(Socket socket, Peer peer, ConnectionCounts::Place place, IoThread& thread)
    : thread_(thread),
      socket_(std::move(socket)),
      peer_(peer),
      place_(std::move(place)),
      parser_({thread.shared().options.limits.head_bytes, thread.shared().options.limits.header_count,
               thread.shared().options.limits.target_bytes}) {
  thread_.enter(*this);
}

Connection::~Connection() {
  thread_.leave(*this);
}

void Connection::enter(Phase phase, std::chrono::seconds allowed) {
  phase_ = phase;
  deadline_ = thread_.tick() + 1 + static_cast<std::uint64_t>(std::max<std::int64_t>(allowed.count(), 0));
}

void Connection::check_deadline(std::uint64_t tick) {
  if (phase_ == Phase::handler || tick < deadline_) return;
  timed_out_ = true;
  boost::system::error_code ignored;
  socket_.cancel(ignored);
}

void Connection::begin_drain() {
  boost::system::error_code ignored;
  if (phase_ == Phase::idle) socket_.cancel(ignored);
}

void Connection::abort() {
  timed_out_ = true;
  boost::system::error_code ignored;
  socket_.close(ignored);
}

void Connection::consume(std::size_t size) {
  begin_ += size;
  if (begin_ == end_) begin_ = end_ = 0;
}

void Connection::make_room(std::size_t wanted) {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() - end_ < wanted)
    buffer_.resize(std::max(end_ + wanted, std::min(buffer_.size() * 2, kBodyPiece)));
}

// False: closed, failed, or its time is up.
Task<bool> Connection::read_more() {
  if (end_ == buffer_.size()) make_room(kFirstBuffer);
  const auto [error, size] = co_await socket_.async_read_some(
      asio::buffer(buffer_.data() + end_, buffer_.size() - end_), kAwaitResult);
  end_ += size;
  co_return !error && !timed_out_;
}

Task<void> Connection::serve() {
  Exchange refusal;
  if (!place_) {
    co_await refuse(refusal, 503);
    co_return co_await linger();
  }
  for (;;) {
    Exchange exchange;
    if (!co_await read_head()) {
      if (parser_.status() == 0) co_return;  // gone, or idle for too long
      exchange.start = std::chrono::steady_clock::now();
      co_await refuse(exchange, parser_.status());
      break;
    }
    exchange.start = std::chrono::steady_clock::now();
    // The place for a page cache: parser_.head() views the request in the
    // buffer, nothing is allocated yet, and a hit can be written from here with
    // write_bytes({prebuilt head, Date and Connection, prebuilt body}), several
    // pipelined ones together. Everything else goes the general way.
    co_await serve_request(exchange);
    if (exchange.close) break;
    parser_.reset();
    fresh_ = false;
  }
  co_await linger();
}

// Until parser_ holds a complete head. False with a status if it must be refused.
Task<bool> Connection::read_head() {
  const Limits& limits = thread_.shared().options.limits;
  if (begin_ == end_) {
    if (buffer_.size() > kLargestIdleBuffer) std::vector<char>().swap(buffer_);
    if (!fresh_ && thread_.draining()) co_return false;
    enter(Phase::idle, fresh_ ? limits.head_time : limits.idle_time);
    if (!co_await read_more()) co_return false;
  }
  enter(Phase::head, limits.head_time);
  for (;;) {
    switch (parser_.advance(received())) {
      case HeadParser::Progress::complete:
        co_return true;
      case HeadParser::Progress::refused:
        co_return false;
      case HeadParser::Progress::incomplete:
        break;
    }
    if (!co_await read_more()) {
      if (timed_out_) parser_.give_up(408);
      co_return false;
    }
  }
}

Task<void> Connection::serve_request(Exchange& exchange) {
  const Head& head = parser_.head();
  const bool keep_alive = head.keep_alive;
  const std::size_t head_length = parser_.length();
  const int malformed =
      make_request(head, peer_, thread_.shared().trusted, thread_.next_id(), exchange.request);
  if (malformed != 0) co_return co_await refuse(exchange, malformed);
  BodyDecoder decoder = body_decoder(exchange.request, head);
  const bool continue_wanted = head.expects_continue && head.has_body();
  consume(head_length);  // the views of head end here
  if (const int status = co_await read_body(decoder, continue_wanted))
    co_return co_await refuse(exchange, status);
  exchange.request.body = std::move(decoder.body());
  if (exchange.request.path == "*") {
    exchange.answer = answer_options();
  } else if (!co_await run_handler(exchange)) {
    exchange.answer = answer_error(thread_.shared().hooks, exchange.request, 503);
  }
  exchange.close = !keep_alive || exchange.answer.close || thread_.draining();
  co_await write(exchange);
}

BodyDecoder Connection::body_decoder(const Request& request, const Head& head) const {
  const Hooks& hooks = thread_.shared().hooks;
  const std::size_t limit = head.has_body() && hooks.body_limit ? hooks.body_limit(request)
                                                                : thread_.shared().options.limits.body_bytes;
  return head.chunked ? BodyDecoder::chunked(limit) : BodyDecoder::of_length(head.content_length, limit);
}

// 0, or the status to refuse with; -1 if the client is gone.
Task<int> Connection::read_body(BodyDecoder& decoder, bool continue_wanted) {
  const Limits& limits = thread_.shared().options.limits;
  for (;;) {
    std::size_t taken = 0;
    const auto progress = decoder.advance(received(), taken);
    consume(taken);
    if (progress == BodyDecoder::Progress::complete) co_return 0;
    if (progress == BodyDecoder::Progress::refused) co_return decoder.status();
    if (continue_wanted && begin_ == end_) {
      enter(Phase::write, limits.write_time);
      if (!co_await write_bytes({buffer_of(kContinue), {}, {}}, 0)) co_return -1;
    }
    continue_wanted = false;
    if (phase_ != Phase::body) {
      enter(Phase::body, limits.body_time);
      body_start_ = deadline_;
    }
    deadline_ = body_start_ + decoder.body().size() / kBodyBytesPerSecond;
    if (buffer_.size() < kBodyPiece && decoder.body().size() > kFirstBuffer) make_room(kBodyPiece);
    if (!co_await read_more()) co_return timed_out_ ? 408 : -1;
  }
}

// False if the queue is full.
Task<bool> Connection::run_handler(Exchange& exchange) {
  phase_ = Phase::handler;
  const bool answered = co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void(bool)>(
      [this, &exchange](auto handler) {
        using Hand = HandOver<decltype(handler)>;
        auto hand = std::make_unique<Hand>(thread_.shared().hooks, exchange.request, exchange.answer,
                                           std::move(handler));
        Hand* const same = hand.get();
        std::unique_ptr<Job> job = std::move(hand);
        if (!thread_.shared().workers->submit(job)) same->complete(false);
      },
      kAwait);
  co_return answered;
}

Task<void> Connection::refuse(Exchange& exchange, int status) {
  exchange.close = true;
  if (status < 0) co_return;
  timed_out_ = false;
  if (exchange.request.id.empty()) exchange.request = describe(parser_.head(), peer_, thread_.next_id());
  exchange.answer = answer_error(thread_.shared().hooks, exchange.request, status);
  co_await write(exchange);
}

Task<void> Connection::write(Exchange& exchange) {
  const Answer& answer = exchange.answer;
  tail_ = thread_.date();
  tail_.append(exchange.close ? kClose : kKeepAlive);
  enter(Phase::write, thread_.shared().options.limits.write_time);
  bool written = co_await write_bytes({buffer_of(answer.head), buffer_of(tail_), buffer_of(answer.body)},
                                      answer.file ? MSG_MORE : 0);
  if (written && answer.file) written = co_await write_file(answer);
  if (!written) {
    exchange.close = true;
    broken_ = true;
  }
  const Hooks& hooks = thread_.shared().hooks;
  if (!hooks.completed) co_return;
  const auto elapsed = std::chrono::steady_clock::now() - exchange.start;
  hooks.completed({exchange.request, answer.status, static_cast<std::size_t>(answer.body_bytes()),
                   std::chrono::duration_cast<std::chrono::microseconds>(elapsed)});
}

// One gathered write, and more only if the client reads slowly; each progress
// gives it new time.
Task<bool> Connection::write_bytes(std::array<asio::const_buffer, 3> buffers, int flags) {
  for (;;) {
    const auto [error, size] = co_await socket_.async_send(buffers, flags, kAwaitResult);
    if (error || timed_out_) co_return false;
    std::size_t sent = size, left = 0;
    for (asio::const_buffer& buffer : buffers) {
      const std::size_t part = std::min(sent, buffer.size());
      buffer += part;
      sent -= part;
      left += buffer.size();
    }
    if (left == 0) co_return true;
    enter(Phase::write, thread_.shared().options.limits.write_time);
  }
}

// sendfile(2) in bounded pieces: the bytes never enter this program.
Task<bool> Connection::write_file(const Answer& answer) {
  auto offset = static_cast<off_t>(answer.file_offset);
  std::uint64_t left = answer.file_length;
  while (left > 0) {
    const auto piece = static_cast<std::size_t>(std::min<std::uint64_t>(left, kFilePiece));
    const ssize_t sent = ::sendfile(socket_.native_handle(), answer.file.descriptor(), &offset, piece);
    if (sent > 0) {
      left -= static_cast<std::uint64_t>(sent);
      enter(Phase::write, thread_.shared().options.limits.write_time);
    } else if (sent == 0) {
      co_return false;  // the file became shorter: the length that was promised cannot be kept
    } else if (errno != EAGAIN && errno != EINTR) {
      co_return false;
    }
    if (left == 0) break;
    // Also lets other connections have their turn between pieces.
    const auto [error] = co_await socket_.async_wait(Socket::wait_write, kAwaitResult);
    if (error || timed_out_) co_return false;
  }
  co_return true;
}

// Reads on for a while after the last answer: closing with unread bytes would
// reset the connection and could destroy the answer on its way (RFC 9112
// section 9.6).
Task<void> Connection::linger() {
  if (broken_) co_return;
  boost::system::error_code failed;
  socket_.shutdown(Socket::shutdown_send, failed);
  enter(Phase::linger, kLingerTime);
  std::size_t dropped = 0;
  while (!failed && dropped < kLongestLinger) {
    begin_ = end_ = 0;
    if (!co_await read_more()) break;
    dropped += end_;
  }
}

}  // namespace haidang::http
