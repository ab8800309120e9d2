// What becomes of a handler's response: codings, tags, conditions, Vary.
#include <gmock/gmock.h>

#include "http/conditions.h"
#include "http/encodings.h"
#include "http/test_server.h"

namespace haidang::http {
namespace {

using test::Client;
using test::Reply;
using test::RunningServer;

const std::string kPage = [] {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "<p>Tỉnh Hải Đăng, đoạn " + std::to_string(i) + "</p>\n";
  return text;
}();

// One response, asked for in many ways.
class AnswersTest : public ::testing::Test {
 protected:
  void SetUp() override { response = Response::html(200, kPage); }
  Reply get(const std::string& fields = "", const std::string& method = "GET") {
    Hooks hooks;
    hooks.handle = [this](const Request&) { return response; };
    RunningServer server({}, hooks);
    Client client(server.port());
    return client.ask(method + " / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n", method);
  }
  Response response;
};

TEST_F(AnswersTest, bodies_come_in_the_coding_the_client_prefers) {
  for (const Encoding encoding : {Encoding::brotli, Encoding::zstd, Encoding::gzip}) {
    const Reply reply = get("Accept-Encoding: " + std::string(to_string(encoding)) + "\r\n");
    EXPECT_EQ(reply.headers.find("Content-Encoding"), to_string(encoding));
    EXPECT_EQ(reply.headers.find("Vary"), "Accept-Encoding");
    EXPECT_LT(reply.body.size(), kPage.size() / 4);
    EXPECT_EQ(decompress(reply.body, encoding, 1 << 20), kPage);
  }
  EXPECT_EQ(get("Accept-Encoding: gzip\r\nAccept-Encoding: deflate, br\r\n").headers.find("Content-Encoding"),
            "br");
}

TEST_F(AnswersTest, who_does_not_ask_gets_the_bytes_as_they_are) {
  const Reply reply = get();
  EXPECT_EQ(reply.body, kPage);
  EXPECT_FALSE(reply.headers.find("Content-Encoding"));
  EXPECT_EQ(reply.headers.find("Vary"), "Accept-Encoding");  // others get another answer
}

TEST_F(AnswersTest, each_coding_has_its_own_strong_tag) {
  const std::string plain(get().headers.find("ETag").value());
  const std::string brotli(get("Accept-Encoding: br\r\n").headers.find("ETag").value());
  EXPECT_EQ(plain.front(), '"');
  EXPECT_EQ(brotli, tag_with_encoding(plain, Encoding::brotli));
  response.body = kPage + "!";
  EXPECT_NE(get().headers.find("ETag"), plain);
}

TEST_F(AnswersTest, known_tags_are_304_without_body_and_content_fields) {
  response.headers.add("Cache-Control", "max-age=60");
  const Reply full = get("Accept-Encoding: br\r\n");
  const std::string tag(full.headers.find("ETag").value());
  for (const std::string method : {"GET", "HEAD"}) {
    const Reply reply = get("Accept-Encoding: br\r\nIf-None-Match: \"other\", W/" + tag + "\r\n", method);
    EXPECT_EQ(reply.status, 304);
    EXPECT_EQ(reply.headers.find("ETag"), tag);
    EXPECT_EQ(reply.headers.find("Vary"), "Accept-Encoding");
    EXPECT_EQ(reply.headers.find("Cache-Control"), "max-age=60");
    for (const char* name : {"Content-Length", "Content-Type", "Content-Encoding"})
      EXPECT_FALSE(reply.headers.find(name)) << name;
  }
  EXPECT_EQ(get("If-None-Match: " + tag + "\r\n").status, 200);  // another coding: another representation
  EXPECT_EQ(get("If-None-Match: " + tag + "\r\n", "POST").status, 200);
  EXPECT_EQ(get("If-None-Match: *\r\n").status, 304);
}

TEST_F(AnswersTest, dates_count_only_without_tags) {
  response.headers.add("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(get("If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n").status, 304);
  EXPECT_EQ(get("If-Modified-Since: Sun, 06 Nov 1994 08:49:36 GMT\r\n").status, 200);
  EXPECT_EQ(get("If-Modified-Since: yesterday\r\n").status, 200);
  EXPECT_EQ(get("If-None-Match: \"x\"\r\nIf-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n").status, 200);
}

TEST_F(AnswersTest, a_handlers_own_tag_stays) {
  response.headers.add("ETag", "\"7\"");
  EXPECT_EQ(get().headers.find("ETag"), "\"7\"");
  EXPECT_EQ(get("Accept-Encoding: gzip\r\n").headers.find("ETag"), "\"7;gzip\"");
  response.headers.set("ETag", "W/\"7\"");
  EXPECT_EQ(get("Accept-Encoding: gzip\r\n").headers.find("ETag"), "W/\"7\"");
}

TEST_F(AnswersTest, only_good_answers_get_a_tag) {
  response.status = 404;
  EXPECT_FALSE(get().headers.find("ETag"));
  response.status = 200;
  EXPECT_FALSE(get("", "POST").headers.find("ETag"));
  response.headers.add("Cache-Control", "private, no-store");
  EXPECT_FALSE(get().headers.find("ETag"));
}

TEST_F(AnswersTest, what_must_not_be_encoded_is_not) {
  const auto is_plain = [this] {
    const Reply reply = get("Accept-Encoding: br, gzip, zstd\r\n");
    return reply.body == std::get<std::string>(response.body) && !reply.headers.find("Vary");
  };
  response = Response::html(200, std::string(859, 'x'));
  EXPECT_TRUE(is_plain());
  response = Response::html(200, std::string(860, 'x'));
  EXPECT_FALSE(is_plain());
  response = Response::with_type(200, "image/jpeg", kPage);
  EXPECT_TRUE(is_plain());
  response = Response::html(200, kPage);
  response.headers.add("Cache-Control", "public, No-Transform");
  EXPECT_TRUE(is_plain());
  response = Response::html(200, kPage);
  response.headers.add("Content-Encoding", "gzip");
  EXPECT_TRUE(is_plain());
}

TEST_F(AnswersTest, vary_is_merged) {
  response.headers.add("Vary", "Accept-Language");
  response.headers.add("vary", "Cookie");
  EXPECT_EQ(get().headers.find("Vary"), "Accept-Language, Cookie, Accept-Encoding");
  response.headers.set("Vary", "accept-encoding");
  EXPECT_EQ(get().headers.find("Vary"), "accept-encoding");
  response.headers.set("Vary", "*");
  EXPECT_EQ(get().headers.find("Vary"), "*");
}

TEST_F(AnswersTest, tags_become_surrogate_keys) {
  response.tags = {"item:42", "section:7"};
  EXPECT_EQ(get().headers.find("Surrogate-Key"), "item:42 section:7");
}

TEST_F(AnswersTest, framing_is_the_servers) {
  response.headers.add("Content-Length", "1");
  response.headers.add("Transfer-Encoding", "chunked");
  response.headers.add("Connection", "close");
  const Reply reply = get();
  EXPECT_EQ(reply.body, kPage);
  EXPECT_FALSE(reply.headers.find("Transfer-Encoding"));
  EXPECT_EQ(reply.headers.joined("Connection"), "close");
}

TEST_F(AnswersTest, answers_without_content_have_no_length) {
  for (const int status : {204, 304}) {
    response.status = status;
    const Reply reply = get();
    EXPECT_EQ(reply.status, status);
    EXPECT_FALSE(reply.headers.find("Content-Length"));
  }
  response = Response::redirect(303, "/vi/");
  EXPECT_EQ(get().headers.find("Content-Length"), "0");
}

TEST_F(AnswersTest, a_status_that_is_none_is_500) {
  for (const int status : {0, 100, 600}) {
    response.status = status;
    EXPECT_EQ(get().status, 500);
  }
}

TEST(AcceptEncodingTest, weights_then_preference) {
  const auto choice = [](std::string_view field) { return std::string(to_string(choose_encoding(field))); };
  EXPECT_EQ(choice("gzip, deflate, br, zstd"), "br");
  EXPECT_EQ(choice("gzip, deflate, zstd"), "zstd");
  EXPECT_EQ(choice("gzip;q=1.0, br;q=0.9"), "gzip");
  EXPECT_EQ(choice("br;q=0, gzip"), "gzip");
  EXPECT_EQ(choice("*"), "br");
  EXPECT_EQ(choice("*;q=0.5, br;q=0"), "zstd");
  EXPECT_EQ(choice("x-gzip"), "gzip");
  EXPECT_EQ(choice("BR ; Q=0.001"), "br");
  EXPECT_EQ(choice("identity, gzip;q=0.5"), "");
  EXPECT_EQ(choice("identity;q=0.5, gzip;q=0.5"), "gzip");
  EXPECT_EQ(choice("gzip,,"), "gzip");
  for (const char* none : {"", "identity", "deflate", "*;q=0", "br;q=0.0", "br;q=2", "br;q=1.001",
                           "br;q=", "br;x=1", "br;q=0.1234", "br;q=.5", "b r", ";q=1"})
    EXPECT_EQ(choice(none), "") << none;
}

TEST(ConditionsTest, clients_may_send_back_the_tag_of_a_coding) {
  EXPECT_EQ(tags_without_encoding("\"7;br\", \"8;gzip\",\"9\" , W/\"x;br\""),
            "\"7\", \"8\", \"9\", W/\"x;br\"");
  EXPECT_EQ(tags_without_encoding("*"), "*");
  EXPECT_EQ(tags_without_encoding("7;br"), "7;br");
  EXPECT_EQ(tags_without_encoding("\"unfinished;br"), "\"unfinished;br");
}

TEST(CompressionTest, malformed_or_too_large_is_nothing) {
  for (const Encoding encoding : {Encoding::brotli, Encoding::zstd, Encoding::gzip}) {
    const std::string bytes = compress(kPage, encoding);
    EXPECT_EQ(decompress(bytes, encoding, kPage.size()), kPage);
    EXPECT_FALSE(decompress(bytes, encoding, kPage.size() - 1));
    EXPECT_FALSE(decompress("garbage", encoding, 1000));
    EXPECT_FALSE(decompress(bytes.substr(0, bytes.size() / 2), encoding, kPage.size()));
    EXPECT_EQ(decompress(compress("", encoding), encoding, 10), "");
  }
}

}  // namespace
}  // namespace haidang::http
