// Every limit has its own answer; stopping loses nothing that was begun.
#include <gmock/gmock.h>

#include <latch>
#include <mutex>

#include "http/test_server.h"

namespace haidang::http {
namespace {

using test::Client;
using test::Reply;
using test::RunningServer;

const std::string kGet = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

Hooks greeting() {
  Hooks hooks;
  hooks.handle = [](const Request& request) {
    return Response::text(200, "body of " + std::to_string(request.body.size()));
  };
  return hooks;
}

ServerOptions impatient() {
  ServerOptions options;
  options.second = std::chrono::milliseconds(1);
  options.limits.head_time = options.limits.body_time = options.limits.idle_time = std::chrono::seconds(20);
  return options;
}

TEST(LimitsTest, a_head_that_does_not_end_in_time_is_408) {
  RunningServer server(impatient(), greeting());
  Client client(server.port());
  EXPECT_EQ(client.ask("GET / HTTP/1.1\r\nHost: x\r\n").status, 408);
  EXPECT_TRUE(client.is_closed());
}

TEST(LimitsTest, a_body_that_does_not_end_in_time_is_408) {
  RunningServer server(impatient(), greeting());
  for (const char* framing : {"Content-Length: 5\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nab"}) {
    Client client(server.port());
    EXPECT_EQ(client.ask(std::string("POST / HTTP/1.1\r\nHost: x\r\n") + framing).status, 408);
    EXPECT_TRUE(client.is_closed());
  }
}

TEST(LimitsTest, silence_is_answered_by_silence) {
  RunningServer server(impatient(), greeting());
  Client silent(server.port());
  EXPECT_EQ(silent.receive_all(), "");
  Client idle(server.port());
  EXPECT_EQ(idle.ask(kGet).status, 200);
  EXPECT_EQ(idle.receive_all(), "");
}

TEST(LimitsTest, a_client_that_does_not_read_is_closed) {
  constexpr std::size_t kSize = 64 * 1024 * 1024;
  std::latch done(1);
  Hooks hooks;
  hooks.handle = [](const Request&) { return Response::with_type(200, "image/x", std::string(kSize, 'x')); };
  hooks.completed = [&](const Completed&) { done.count_down(); };
  ServerOptions options = impatient();
  options.limits.write_time = std::chrono::seconds(20);
  RunningServer server(options, hooks);
  Client client(server.port(), 4096);
  client.send(kGet);
  done.wait();
  EXPECT_LT(client.receive_all().size(), kSize);
}

TEST(LimitsTest, long_targets_are_414_and_long_heads_431) {
  RunningServer server({}, greeting());
  const auto status = [&](const std::string& bytes) {
    Client client(server.port());
    return client.ask(bytes).status;
  };
  const std::string end = " HTTP/1.1\r\nHost: x\r\n\r\n";
  EXPECT_EQ(status("GET /" + std::string(8 * 1024 - 1, 'a') + end), 200);
  EXPECT_EQ(status("GET /" + std::string(8 * 1024, 'a') + end), 414);
  EXPECT_EQ(status("GET /" + std::string(20 * 1024, 'a')), 414);  // no need to wait for its end
  EXPECT_EQ(status("GET /" + std::string(9 * 1024, 'a') + " HTTP/1.1\r\n"), 414);
  EXPECT_EQ(status(std::string(20 * 1024, 'a')), 400);
  const std::string begin = "GET / HTTP/1.1\r\nHost: x\r\nX: ";
  const std::size_t rest = 16 * 1024 - begin.size() - 4;
  EXPECT_EQ(status(begin + std::string(rest, 'a') + "\r\n\r\n"), 200);
  EXPECT_EQ(status(begin + std::string(rest + 1, 'a') + "\r\n\r\n"), 431);
  EXPECT_EQ(status(begin + std::string(rest + 5, 'a')), 431);
}

TEST(LimitsTest, long_bodies_are_413) {
  ServerOptions options;
  options.limits.body_bytes = 1000;
  Hooks hooks = greeting();
  hooks.body_limit = [](const Request& request) -> std::size_t {
    return request.path == "/upload" ? 200'000 : 1000;
  };
  RunningServer server(options, hooks);
  const auto reply = [&](const std::string& path, std::size_t size) {
    Client client(server.port());
    return client.ask("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(size) +
                      "\r\n\r\n" + std::string(size, 'x'));
  };
  EXPECT_EQ(reply("/", 1000).body, "body of 1000");
  EXPECT_EQ(reply("/", 1001).status, 413);
  EXPECT_EQ(reply("/", 100'000).status, 413);
  EXPECT_EQ(reply("/upload", 200'000).body, "body of 200000");
  Client client(server.port());
  const std::string chunk = "1f4\r\n" + std::string(500, 'x') + "\r\n";
  const std::string head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(client.ask(head + chunk + chunk + "0\r\n\r\n").body, "body of 1000");
  EXPECT_EQ(client.ask(head + chunk + chunk + "1\r\n").status, 413);
}

TEST(LimitsTest, too_many_connections_are_503_with_retry_after) {
  for (const bool per_address : {false, true}) {
    ServerOptions options;
    (per_address ? options.limits.connections_per_address : options.limits.connections) = 1;
    RunningServer server(options, greeting());
    {
      Client first(server.port());
      EXPECT_EQ(first.ask(kGet).status, 200);
      Client second(server.port());
      const Reply reply = second.receive();
      EXPECT_EQ(reply.status, 503);
      EXPECT_TRUE(reply.headers.find("Retry-After"));
      EXPECT_TRUE(second.is_closed());
      EXPECT_EQ(first.ask(kGet).status, 200);
    }
    int status = 503;  // the place is free again as soon as the server sees the end
    while (status == 503) {
      Client again(server.port());
      status = again.ask(kGet).status;
    }
    EXPECT_TRUE(status == 200 || status == 0);
  }
}

TEST(LimitsTest, a_trusted_proxy_has_no_limit_of_its_own) {
  ServerOptions options;
  options.limits.connections_per_address = 1;
  options.trusted_proxies = {"127.0.0.0/8"};
  RunningServer server(options, greeting());
  Client first(server.port()), second(server.port());
  EXPECT_EQ(first.ask(kGet).status, 200);
  EXPECT_EQ(second.ask(kGet).status, 200);
}

TEST(LimitsTest, a_full_queue_is_503_with_retry_after) {
  constexpr int kClients = 6, kRefused = 4;  // one is handled, one waits
  std::latch entered(1), refused(kRefused), released(1);
  std::once_flag first;
  ServerOptions options;
  options.workers = 1;
  options.limits.queue = 1;
  Hooks hooks;
  hooks.handle = [&](const Request&) {
    std::call_once(first, [&] { entered.count_down(); });
    released.wait();
    return Response::text(200, "");
  };
  hooks.completed = [&](const Completed& done) {
    if (done.status == 503) refused.count_down();
  };
  RunningServer server(options, hooks);
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < kClients; ++i) {
    clients.push_back(std::make_unique<Client>(server.port()));
    clients.back()->send(kGet);
    if (i == 0) entered.wait();
  }
  refused.wait();
  released.count_down();
  int answered = 0;
  for (const auto& client : clients) {
    const Reply reply = client->receive();
    if (reply.status == 200) ++answered;
    if (reply.status != 200) {
      EXPECT_EQ(reply.status, 503);
      EXPECT_TRUE(reply.headers.find("Retry-After"));
      EXPECT_EQ(client->ask(kGet).status, 200);  // the connection stays
    }
  }
  EXPECT_EQ(answered, kClients - kRefused);
}

TEST(LimitsTest, stopping_finishes_what_is_in_flight_and_then_refuses) {
  std::latch entered(1), released(1);
  Hooks hooks;
  hooks.handle = [&](const Request& request) {
    if (request.path == "/slow") {
      entered.count_down();
      released.wait();
    }
    return Response::text(200, "finished");
  };
  RunningServer server({}, hooks);
  Client idle(server.port()), busy(server.port());
  EXPECT_EQ(idle.ask(kGet).headers.find("Connection"), "keep-alive");
  busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  entered.wait();
  server.server().stop();
  EXPECT_TRUE(idle.is_closed());
  while (Client(server.port()).connected()) {
  }
  released.count_down();
  const Reply reply = busy.receive();
  EXPECT_EQ(reply.body, "finished");
  EXPECT_EQ(reply.headers.find("Connection"), "close");
  EXPECT_TRUE(busy.is_closed());
  server.join();
}

TEST(LimitsTest, draining_has_an_end) {
  ServerOptions options;
  options.second = std::chrono::milliseconds(1);
  options.drain_time = std::chrono::seconds(5);
  options.limits.head_time = std::chrono::hours(10);
  RunningServer server(options, greeting());
  Client client(server.port());
  client.send("GET / HTTP/1.1\r\n");
  Client whole(server.port());
  EXPECT_EQ(whole.ask(kGet).status, 200);
  server.stop();
  EXPECT_EQ(client.receive_all(), "");
}

TEST(LimitsTest, a_server_may_be_stopped_before_and_twice) {
  ServerOptions options;
  options.listen = "127.0.0.1:0";
  Server server(options, greeting());
  server.stop();
  server.run();
  server.stop();
  server.run();
}

TEST(LimitsTest, a_server_that_never_ran_ends_in_peace) {
  ServerOptions options;
  options.listen = "127.0.0.1:0";
  Server server(options, greeting());
  Client client(server.port());
  EXPECT_TRUE(client.connected());
}

TEST(LimitsTest, requests_that_wait_when_time_is_up_are_dropped) {
  std::latch entered(1), released(1);
  ServerOptions options;
  options.workers = 1;
  options.second = std::chrono::milliseconds(1);
  options.drain_time = std::chrono::seconds(1);
  std::once_flag first;
  Hooks hooks;
  hooks.handle = [&](const Request&) {
    std::call_once(first, [&] { entered.count_down(); });
    released.wait();
    return Response::text(200, "");
  };
  RunningServer server(options, hooks);
  Client running(server.port()), waiting(server.port());
  running.send(kGet);
  entered.wait();
  waiting.send(kGet);
  server.server().stop();
  while (Client(server.port()).connected()) {
  }
  released.count_down();
  server.join();
}

}  // namespace
}  // namespace haidang::http
