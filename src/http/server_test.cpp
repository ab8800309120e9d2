// The server over real sockets: requests in, answers out, one after another.
#include "http/server.h"

#include <gmock/gmock.h>

#include <latch>
#include <mutex>

#include "http/test_server.h"

namespace haidang::http {
namespace {

using test::Client;
using test::Reply;
using test::RunningServer;

Hooks echoing() {
  Hooks hooks;
  hooks.handle = [](const Request& request) {
    return Response::text(
        200, request.method_name + " " + request.path + "?" + request.query_text + " " + request.body);
  };
  return hooks;
}

TEST(ServerTest, answers_and_keeps_the_connection) {
  RunningServer server({}, echoing());
  Client client(server.port());
  for (int i = 0; i < 3; ++i) {
    const Reply reply = client.ask("GET /vi/?a=b HTTP/1.1\r\nHost: x.vn\r\n\r\n");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "GET /vi/?a=b ");
    EXPECT_EQ(reply.headers.find("Connection"), "keep-alive");
    EXPECT_THAT(std::string(reply.headers.find("Date").value()), ::testing::EndsWith(" GMT"));
  }
}

TEST(ServerTest, closes_when_asked) {
  RunningServer server({}, echoing());
  for (const char* request :
       {"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nConnection: upgrade , CLOSE\r\n\r\n"}) {
    Client client(server.port());
    const Reply reply = client.ask(request);
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.headers.find("Connection"), "close");
    EXPECT_TRUE(client.is_closed());
  }
}

TEST(ServerTest, a_client_of_http_1_0_may_keep_the_connection) {
  RunningServer server({}, echoing());
  Client client(server.port());
  for (int i = 0; i < 2; ++i) {
    const Reply reply = client.ask("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n");
    EXPECT_EQ(reply.headers.find("Connection"), "keep-alive");
  }
}

TEST(ServerTest, pipelined_requests_are_answered_in_order) {
  RunningServer server({}, echoing());
  Client client(server.port());
  std::string requests;
  for (int i = 0; i < 50; ++i)
    requests += "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi";
  client.send(requests);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(client.receive().body, "POST /" + std::to_string(i) + "? hi");
}

TEST(ServerTest, a_client_may_send_byte_by_byte) {
  RunningServer server({}, echoing());
  Client client(server.port());
  const std::string request =
      "\r\nPOST /a%20b?x=1 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: t\r\n\r\n";
  for (const char c : request) client.send({&c, 1});
  EXPECT_EQ(client.receive().body, "POST /a b?x=1 abcde");
}

TEST(ServerTest, a_client_may_stop_sending_after_its_request) {
  RunningServer server({}, echoing());
  Client client(server.port());
  client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  client.finish_sending();
  EXPECT_EQ(client.receive().status, 200);
  EXPECT_TRUE(client.is_closed());
}

TEST(ServerTest, clients_that_vanish_harm_nobody) {
  ServerOptions options;
  options.io_threads = 2;
  RunningServer server(options, echoing());
  const std::string whole = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";
  for (std::size_t size = 0; size <= whole.size(); size += 3) {
    Client client(server.port());
    client.send(std::string_view(whole).substr(0, size));
    client.vanish();
  }
  Client client(server.port());
  EXPECT_EQ(client.ask(whole).status, 200);
}

TEST(ServerTest, head_is_get_without_the_body) {
  RunningServer server({}, [] {
    Hooks hooks;
    hooks.handle = [](const Request&) { return Response::html(200, std::string(5000, 'x')); };
    return hooks;
  }());
  for (const std::string encoding : {"", "Accept-Encoding: br\r\n", "Accept-Encoding: gzip\r\n"}) {
    Client client(server.port());
    const std::string rest = " / HTTP/1.1\r\nHost: x\r\n" + encoding + "\r\n";
    Reply get = client.ask("GET" + rest), head = client.ask("HEAD" + rest, "HEAD");
    get.headers.remove("Date");
    head.headers.remove("Date");
    EXPECT_EQ(get.headers.all(), head.headers.all());
    EXPECT_EQ(head.body, "");
    EXPECT_EQ(client.ask("GET" + rest).status, 200);  // nothing was left over
  }
}

TEST(ServerTest, expectation_of_100_is_answered_before_the_body) {
  RunningServer server({}, echoing());
  Client client(server.port());
  EXPECT_EQ(
      client.ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n").status,
      100);
  EXPECT_EQ(client.ask("abc").body, "POST /? abc");
  // Not when the body is there already.
  EXPECT_EQ(
      client.ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabc").status,
      200);
  // Nor when it would be refused.
  EXPECT_EQ(
      client.ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\nExpect: 100-continue\r\n\r\n")
          .status,
      413);
}

TEST(ServerTest, options_about_the_server) {
  RunningServer server({}, echoing());
  Client client(server.port());
  const Reply reply = client.ask("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(reply.status, 204);
  EXPECT_TRUE(reply.headers.find("Allow"));
}

TEST(ServerTest, a_handler_that_throws_is_500_and_told) {
  std::mutex mutex;
  std::string told;
  Hooks hooks;
  hooks.handle = [](const Request& request) -> Response {
    if (request.path == "/database") throw std::runtime_error("database is gone");
    if (request.path == "/number") throw 42;
    Response response = Response::text(200, "");
    response.headers.add("X-Bad", "a\r\nSet-Cookie: stolen=1");
    return response;
  };
  hooks.error_page = [](const Request& request, int status) {
    return Response::text(status, "page of " + request.path + " " + std::to_string(status));
  };
  hooks.failed = [&](const std::string& what) {
    const std::lock_guard lock(mutex);
    told += what + "\n";
  };
  RunningServer server({}, hooks);
  Client client(server.port());
  for (const std::string path : {"/database", "/number", "/injection"}) {
    const Reply reply = client.ask("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(reply.status, 500);
    EXPECT_EQ(reply.body, "page of " + path + " 500");
    EXPECT_FALSE(reply.headers.find("Set-Cookie"));
  }
  const std::lock_guard lock(mutex);
  EXPECT_EQ(told, "database is gone\nan exception of unknown type\na response field cannot be sent: X-Bad\n");
}

TEST(ServerTest, finished_requests_are_reported) {
  std::mutex mutex;
  std::vector<std::string> log;
  Hooks hooks = echoing();
  hooks.completed = [&](const Completed& done) {
    const std::lock_guard lock(mutex);
    log.push_back(done.request.path + " " + std::to_string(done.status) + " " +
                  std::to_string(done.body_bytes));
  };
  {
    RunningServer server({}, hooks);
    Client client(server.port());
    client.ask("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
    client.ask("broken\r\n\r\n");
  }
  EXPECT_THAT(log, ::testing::ElementsAre("/a 200 8", " 400 16"));
}

TEST(ServerTest, several_io_threads_share_a_port_that_nobody_else_gets) {
  ServerOptions options;
  options.io_threads = 3;
  RunningServer server(options, echoing());
  for (int i = 0; i < 30; ++i) {
    Client client(server.port());
    EXPECT_EQ(client.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status, 200);
  }
  options.listen = "127.0.0.1:" + std::to_string(server.port());
  EXPECT_THROW(Server(options, echoing()), std::system_error);
}

TEST(ServerTest, listens_where_it_is_told) {
  for (const char* listen : {"127.0.0.1:0", "[::1]:0", "localhost:0", ":0", "0.0.0.0:0", "[::]:0"}) {
    ServerOptions options;
    options.listen = listen;
    options.io_threads = 2;
    try {
      EXPECT_NE(Server(options, echoing()).port(), 0) << listen;
    } catch (const std::system_error& error) {  // a machine without IPv6
      EXPECT_TRUE(error.code().value() == EADDRNOTAVAIL || error.code().value() == EAFNOSUPPORT)
          << error.what();
    }
  }
  ServerOptions options;
  for (const char* listen :
       {"", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:70000", "127.0.0.1:-1"}) {
    options.listen = listen;
    EXPECT_THROW(Server(options, echoing()), std::invalid_argument) << listen;
  }
  options.listen = "no.such.host.invalid:0";
  EXPECT_THROW(Server(options, echoing()), std::system_error);
}

}  // namespace
}  // namespace haidang::http
