// What must be refused, byte for byte, and with which status.
#include <gtest/gtest.h>

#include <ostream>

#include "http/test_server.h"

namespace haidang::http {
namespace {

using test::Client;
using test::Reply;
using test::RunningServer;
using namespace std::string_literals;

struct Case {
  const char* what;
  std::string bytes;
  int status;
};
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.what;
}

std::string with(const std::string& fields) {
  return "GET / HTTP/1.1\r\nHost: x.vn\r\n" + fields + "\r\n";
}
std::string post(const std::string& fields, const std::string& body) {
  return "POST / HTTP/1.1\r\nHost: x.vn\r\n" + fields + "\r\n" + body;
}
std::string get(const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: x.vn\r\n\r\n";
}
std::string chunked(const std::string& body) {
  return post("Transfer-Encoding: chunked\r\n", body);
}

std::string many_fields() {
  std::string fields;
  for (int i = 0; i < 100; ++i) fields += "X: y\r\n";
  return fields;
}

const std::vector<Case> kRefused = {
    // Line ends
    {"bare LF after the request line", "GET / HTTP/1.1\nHost: x\r\n\r\n", 400},
    {"bare LF after a field", "GET / HTTP/1.1\r\nHost: x\n\r\n", 400},
    {"bare LF only", "GET / HTTP/1.1\nHost: x\n\n", 400},
    {"bare LF at the end of the head", "GET / HTTP/1.1\r\nHost: x\r\n\n", 400},
    {"bare LF first", "\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
    {"bare CR in a value", with("X: a\rb\r\n"), 400},
    {"CR CR LF", "GET / HTTP/1.1\r\r\nHost: x\r\n\r\n", 400},
    {"two empty lines first", "\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
    // Request line
    {"nothing but words", "hello world\r\n\r\n", 400},
    {"one word", "GET\r\n\r\n", 400},
    {"HTTP/0.9", "GET /\r\n\r\n", 400},
    {"two spaces", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
    {"tab for a space", "GET\t/\tHTTP/1.1\r\nHost: x\r\n\r\n", 400},
    {"space in the target", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", 400},
    {"space first", " GET / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
    {"space last", "GET / HTTP/1.1 \r\nHost: x\r\n\r\n", 400},
    {"no token for a method", "G(T / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
    {"a TLS hello", "\x16\x03\x01\x02\x00\x01"s, 400},
    {"NUL", "\0\0\0\0"s, 400},
    {"NUL in the target", "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n"s, 400},
    {"lower-case version", "GET / http/1.1\r\nHost: x\r\n\r\n", 400},
    {"version without a digit", "GET / HTTP/1.\r\nHost: x\r\n\r\n", 400},
    {"version 1.10", "GET / HTTP/1.10\r\nHost: x\r\n\r\n", 400},
    {"version 2.0", "GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505},
    {"version 0.9", "GET / HTTP/0.9\r\nHost: x\r\n\r\n", 505},
    {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
    {"unknown method", "BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 501},
    {"method in lower case", "get / HTTP/1.1\r\nHost: x\r\n\r\n", 501},
    {"CONNECT", "CONNECT x.vn:443 HTTP/1.1\r\nHost: x.vn:443\r\n\r\n", 501},
    // Targets
    {"no slash", get("vi/"), 400},
    {"asterisk but not OPTIONS", get("*"), 400},
    {"fragment", get("/#top"), 400},
    {"raw UTF-8", get("/t\xE1\xBB\x89nh"), 400},
    {"percent without digits", get("/%"), 400},
    {"percent with one digit", get("/%4"), 400},
    {"percent with other letters", get("/%4g"), 400},
    {"invalid UTF-8", get("/%ff"), 400},
    {"overlong UTF-8", get("/%c0%af"), 400},
    {"encoded NUL", get("/%00"), 400},
    {"encoded line feed", get("/a%0ab"), 400},
    {"dot segment", get("/./a"), 400},
    {"two dots", get("/vi/../desk/"), 400},
    {"two dots at the end", get("/vi/.."), 400},
    {"encoded two dots", get("/%2e%2E/etc/passwd"), 400},
    {"encoded slash", get("/..%2fetc"), 400},
    {"backslash", get("/a\\..\\b"), 400},
    {"encoded backslash", get("/..%5c"), 400},
    {"empty segment", get("//evil.example/"), 400},
    {"query with invalid UTF-8", get("/?q=%ff"), 400},
    {"query with a lone percent", get("/?q=100%"), 400},
    {"query with NUL", get("/?q=%00"), 400},
    // Host
    {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
    {"two Hosts", "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n", 400},
    {"two Hosts with HTTP/1.0", "GET / HTTP/1.0\r\nHost: x\r\nHost: y\r\n\r\n", 400},
    {"empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400},
    {"Host with a path", "GET / HTTP/1.1\r\nHost: x/y\r\n\r\n", 400},
    {"Host with a user", "GET / HTTP/1.1\r\nHost: a@x\r\n\r\n", 400},
    {"Host with a bad port", "GET / HTTP/1.1\r\nHost: x:8o\r\n\r\n", 400},
    {"Host with a bad address", "GET / HTTP/1.1\r\nHost: [::g]\r\n\r\n", 400},
    {"absolute form with another host", "GET http://y.vn/ HTTP/1.1\r\nHost: x.vn\r\n\r\n", 400},
    {"absolute form with another port", "GET http://x.vn:81/ HTTP/1.1\r\nHost: x.vn\r\n\r\n", 400},
    {"absolute form without Host", "GET http://x.vn/ HTTP/1.1\r\n\r\n", 400},
    {"absolute form with a user", "GET http://a@x.vn/ HTTP/1.1\r\nHost: x.vn\r\n\r\n", 400},
    {"absolute form with another scheme", "GET ftp://x.vn/ HTTP/1.1\r\nHost: x.vn\r\n\r\n", 400},
    // Fields
    {"no colon", with("Header\r\n"), 400},
    {"no name", with(": x\r\n"), 400},
    {"space before the colon", with("X : y\r\n"), 400},
    {"Content-Length with a space before the colon", post("Content-Length : 3\r\n", "abc"), 400},
    {"folded line", with("X: a\r\n b\r\n"), 400},
    {"folded first line", "GET / HTTP/1.1\r\n Host: x\r\n\r\n", 400},
    {"control character", with("X: a\x01\r\n"), 400},
    {"NUL in a value", with("X: a\0b\r\n"s), 400},
    {"too many fields", with(many_fields()), 431},
    {"unknown expectation", with("Expect: wonders\r\n"), 417},
    // Framing
    {"two lengths", post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), 400},
    {"two different lengths", post("Content-Length: 3\r\nContent-Length: 4\r\n", "abc"), 400},
    {"list of lengths", post("Content-Length: 3, 3\r\n", "abc"), 400},
    {"length with a sign", post("Content-Length: +3\r\n", "abc"), 400},
    {"negative length", post("Content-Length: -3\r\n", "abc"), 400},
    {"hexadecimal length", post("Content-Length: 0x3\r\n", "abc"), 400},
    {"empty length", post("Content-Length:\r\n", "abc"), 400},
    {"length beyond 64 bits", post("Content-Length: 99999999999999999999999\r\n", ""), 413},
    {"length and coding", post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
    {"coding and length", post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n"), 400},
    {"chunked with HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
    {"chunked twice", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"), 400},
    {"chunked in two fields",
     post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
    {"unknown coding", post("Transfer-Encoding: gzip\r\n", ""), 501},
    {"unknown coding before chunked", post("Transfer-Encoding: gzip, chunked\r\n", ""), 501},
    {"identity coding", post("Transfer-Encoding: identity\r\n", ""), 501},
    {"empty coding", post("Transfer-Encoding:\r\n", ""), 400},
    {"disguised coding", post("Transfer-Encoding: xchunked\r\n", ""), 501},
    {"vertical tab before the coding",
     post("Transfer-Encoding: \x0b"
          "chunked\r\n",
          ""),
     400},
    // Chunks
    {"chunk size that is none", chunked("x\r\n"), 400},
    {"empty chunk size", chunked("\r\n"), 400},
    {"chunk size with 0x", chunked("0x1\r\na\r\n"), 400},
    {"negative chunk size", chunked("-1\r\n"), 400},
    {"space before the chunk size", chunked(" 1\r\na\r\n"), 400},
    {"chunk size with a bare LF", chunked("1\na\r\n0\r\n\r\n"), 400},
    {"chunk extension with a bare CR", chunked("1;\ra\r\na\r\n0\r\n\r\n"), 400},
    {"chunk longer than said", chunked("1\r\nab\r\n0\r\n\r\n"), 400},
    {"chunk size beyond 64 bits", chunked("fffffffffffffffff\r\n"), 413},
    {"huge chunk", chunked("ffffffff\r\n"), 413},
    {"endless chunk extension", chunked("1;" + std::string(5000, 'a')), 400},
    {"endless trailer", chunked("0\r\n" + std::string(5000, 'a')), 400},
    {"malformed trailer", chunked("0\r\na b: c\r\n\r\n"), 400},
};

class Refused : public ::testing::TestWithParam<Case> {
 protected:
  static void SetUpTestSuite() {
    Hooks hooks;
    hooks.handle = [](const Request&) { return Response::text(200, "handled"); };
    hooks.error_page = [](const Request&, int status) { return Response::text(status, "the page"); };
    server = std::make_unique<RunningServer>(ServerOptions{}, std::move(hooks));
  }
  static void TearDownTestSuite() { server.reset(); }
  static inline std::unique_ptr<RunningServer> server;
};

// At once, with the page of the error hook, and the connection ends: where a
// refused request stops nobody can know.
TEST_P(Refused, with_a_page_and_the_end_of_the_connection) {
  Client client(server->port());
  const Reply reply = client.ask(GetParam().bytes);
  EXPECT_EQ(reply.status, GetParam().status);
  EXPECT_EQ(reply.body, "the page");
  EXPECT_EQ(reply.headers.find("Connection"), "close");
  EXPECT_EQ(reply.headers.find("Cache-Control"), "no-store");
  EXPECT_TRUE(client.is_closed());
}

TEST_P(Refused, also_byte_by_byte) {
  Client client(server->port());
  for (const char c : GetParam().bytes) client.send({&c, 1});
  EXPECT_EQ(client.receive().status, GetParam().status);
}

INSTANTIATE_TEST_SUITE_P(Requests, Refused, ::testing::ValuesIn(kRefused),
                         [](const auto& one) { return std::to_string(one.index); });

// Odd, but what RFC 9112 allows.
const std::vector<Case> kAccepted = {
    {"an empty line first", "\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", 200},
    {"no space after the colon", "GET / HTTP/1.1\r\nHost:x\r\n\r\n", 200},
    {"blanks around the value", "GET / HTTP/1.1\r\nHost: \t x \t\r\n\r\n", 200},
    {"empty value", with("X:\r\n"), 200},
    {"bytes above 127 in a value", with("X: t\xE1\xBB\x89nh\r\n"), 200},
    {"a later minor version", "GET / HTTP/1.9\r\nHost: x\r\n\r\n", 200},
    {"HTTP/1.0 without Host", "GET / HTTP/1.0\r\n\r\n", 200},
    {"absolute form", "GET http://X.vn/ HTTP/1.1\r\nHost: x.vn\r\n\r\n", 200},
    {"absolute form without path", "GET http://x.vn HTTP/1.1\r\nHost: x.vn\r\n\r\n", 200},
    {"Host with address and port", "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", 200},
    {"Host with a trailing dot", "GET / HTTP/1.1\r\nHost: x.vn.\r\n\r\n", 200},
    {"a method that is known", "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", 200},
    {"GET with a body", "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", 200},
    {"coding in capitals", post("Transfer-Encoding: Chunked\r\n", "A\r\n0123456789\r\n0\r\n\r\n"), 200},
    {"chunk size with zeros and extension", chunked("0003;a=\"b\"\r\nabc\r\n00\r\n\r\n"), 200},
    {"ASCII that URIs should not have", get("/a|b?c={d}^\"<>`"), 200},
};

class Accepted : public Refused {};
TEST_P(Accepted, is_handled) {
  Client client(server->port());
  EXPECT_EQ(client.ask(GetParam().bytes).status, 200);
}
INSTANTIATE_TEST_SUITE_P(Requests, Accepted, ::testing::ValuesIn(kAccepted),
                         [](const auto& one) { return std::to_string(one.index); });

}  // namespace
}  // namespace haidang::http
