#pragma once
// For tests: a server on a free port and a client that speaks raw bytes.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "http/message.h"
#include "http/server.h"

namespace haidang::http::test {

// A hung test fails instead of hanging; no test waits this long when all is well.
inline constexpr int kPatience = 30'000;  // milliseconds

struct Reply {
  int status = 0;
  std::string head;  // status line and fields
  Headers headers;
  std::string body;
};

class Client {
 public:
  explicit Client(unsigned short port, int receive_buffer = 0) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    if (receive_buffer != 0)
      setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { ::close(socket_); }

  bool connected() const { return connected_; }

  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // the server may have refused meanwhile: the answer tells
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  void finish_sending() { shutdown(socket_, SHUT_WR); }
  // Closes with a reset, as a client that crashes.
  void vanish() {
    const linger now{1, 0};
    setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(std::exchange(socket_, -1));
  }

  // The next answer; status 0 if the connection ended first.
  Reply receive(std::string_view method = "GET") {
    Reply reply;
    for (;;) {
      const auto end = pending_.find("\r\n\r\n");
      if (end != std::string::npos) {
        reply.head = pending_.substr(0, end + 2);
        pending_.erase(0, end + 4);
        break;
      }
      if (!receive_more()) return reply;
    }
    parse_head(reply);
    std::size_t length = 0;
    const auto given = reply.headers.find("Content-Length");
    if (given) std::from_chars(given->data(), given->data() + given->size(), length);
    if (method == "HEAD" || reply.status == 304 || reply.status < 200) length = 0;
    while (pending_.size() < length && receive_more()) {
    }
    reply.body = pending_.substr(0, length);
    pending_.erase(0, length);
    return reply;
  }

  Reply ask(std::string_view bytes, std::string_view method = "GET") {
    send(bytes);
    return receive(method);
  }

  // Everything until the server closes.
  std::string receive_all() {
    while (receive_more()) {
    }
    return std::exchange(pending_, {});
  }
  bool is_closed() { return pending_.empty() && !receive_more(); }

 private:
  bool receive_more() {
    pollfd ready{socket_, POLLIN, 0};
    if (poll(&ready, 1, kPatience) != 1) throw std::runtime_error("the server is silent");
    char bytes[16 * 1024];
    const ssize_t size = recv(socket_, bytes, sizeof bytes, 0);
    if (size <= 0) return false;
    pending_.append(bytes, static_cast<std::size_t>(size));
    return true;
  }

  static void parse_head(Reply& reply) {
    const std::string_view head = reply.head;
    if (head.starts_with("HTTP/1.1 ") && head.size() > 12)
      std::from_chars(head.data() + 9, head.data() + 12, reply.status);
    for (auto at = head.find("\r\n") + 2; at < head.size();) {
      const auto end = head.find("\r\n", at), colon = head.find(": ", at);
      reply.headers.add(std::string(head.substr(at, colon - at)),
                        std::string(head.substr(colon + 2, end - colon - 2)));
      at = end + 2;
    }
  }

  int socket_;
  bool connected_ = false;
  std::string pending_;
};

// Serves until it goes out of scope.
class RunningServer {
 public:
  RunningServer(ServerOptions options, Hooks hooks)
      : server_(on_free_port(std::move(options)), std::move(hooks)), thread_([this] { server_.run(); }) {}
  ~RunningServer() { stop(); }

  unsigned short port() const { return server_.port(); }
  Server& server() { return server_; }
  void stop() {
    server_.stop();
    join();
  }
  void join() {
    if (thread_.joinable()) thread_.join();
  }

 private:
  static ServerOptions on_free_port(ServerOptions options) {
    options.listen = "127.0.0.1:0";
    return options;
  }
  Server server_;
  std::thread thread_;
};

}  // namespace haidang::http::test
