// Files from disk: whole, in ranges, conditional, large, and gone.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>

#include "http/ranges.h"
#include "http/test_server.h"

namespace haidang::http {
namespace {

using test::Client;
using test::Reply;
using test::RunningServer;
using Kind = RangeChoice::Kind;

struct RangeCase {
  const char* range;
  Kind kind;
  std::uint64_t first, length;
};

// The examples of RFC 9110 section 14.1.2 for 10,000 bytes, then the edges.
TEST(RangesTest, as_the_rfc_says) {
  const RangeCase cases[] = {
      {"bytes=0-499", Kind::part, 0, 500},
      {"bytes=500-999", Kind::part, 500, 500},
      {"bytes=-500", Kind::part, 9500, 500},
      {"bytes=9500-", Kind::part, 9500, 500},
      {"bytes=0-0,-1", Kind::whole, 0, 0},
      {"bytes= 0-999, 4500-5499, -1000", Kind::whole, 0, 0},
      {"bytes=500-600,601-999", Kind::whole, 0, 0},
      {"bytes=0-", Kind::part, 0, 10000},
      {"bytes=0-99999", Kind::part, 0, 10000},
      {"bytes=9999-9999", Kind::part, 9999, 1},
      {"bytes=-99999", Kind::part, 0, 10000},
      {"Bytes=1-1", Kind::part, 1, 1},
      {"bytes=1-1,,", Kind::part, 1, 1},
      {"bytes=0-1,20000-", Kind::part, 0, 2},  // only one of them is there
      {"bytes=0-99999999999999999999999", Kind::part, 0, 10000},
      {"bytes=10000-", Kind::unsatisfiable, 0, 0},
      {"bytes=99999999999999999999999-", Kind::unsatisfiable, 0, 0},
      {"bytes=-0", Kind::unsatisfiable, 0, 0},
      {"bytes=20000-,-0", Kind::unsatisfiable, 0, 0},
      {"bytes=5-4", Kind::whole, 0, 0},
      {"bytes=", Kind::whole, 0, 0},
      {"bytes=-", Kind::whole, 0, 0},
      {"bytes=a-b", Kind::whole, 0, 0},
      {"bytes=1", Kind::whole, 0, 0},
      {"bytes=1-2x", Kind::whole, 0, 0},
      {"bytes=+1-2", Kind::whole, 0, 0},
      {"bytes=--1", Kind::whole, 0, 0},
      {"lines=1-2", Kind::whole, 0, 0},
      {"bytes 1-2", Kind::whole, 0, 0},
      {"", Kind::whole, 0, 0},
  };
  for (const RangeCase& c : cases) {
    const RangeChoice choice = choose_range(c.range, 10000);
    EXPECT_EQ(choice.kind, c.kind) << c.range;
    EXPECT_EQ(choice.part, (ByteRange{c.first, c.length})) << c.range;
  }
  EXPECT_EQ(choose_range("bytes=0-", 0).kind, Kind::unsatisfiable);
  EXPECT_EQ(choose_range("bytes=-1", 0).kind, Kind::unsatisfiable);
}

class FilesTest : public ::testing::Test {
 protected:
  FilesTest()
      : folder(std::filesystem::temp_directory_path() / ("haidang-files-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(folder);
    for (int i = 0; i < 100'000; ++i) content += std::to_string(i) + ' ';
    path = folder / "ảnh.jpg";
    std::ofstream(path, std::ios::binary) << content;
    Hooks hooks;
    hooks.handle = [this](const Request& request) {
      Response response;
      response.status = request.path == "/missing-page" ? 404 : 200;
      response.headers.add("Content-Type", "image/jpeg");
      response.body = FileBody{path};
      return response;
    };
    hooks.error_page = [](const Request&, int status) { return Response::text(status, "page"); };
    server = std::make_unique<RunningServer>(ServerOptions{}, hooks);
  }
  ~FilesTest() override {
    server.reset();
    std::filesystem::remove_all(folder);
  }
  Reply get(const std::string& fields = "", const std::string& method = "GET",
            const std::string& target = "/") {
    Client client(server->port());
    return client.ask(method + " " + target + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n", method);
  }

  std::filesystem::path folder, path;
  std::string content;
  std::unique_ptr<RunningServer> server;
};

TEST_F(FilesTest, whole_with_validators) {
  const Reply reply = get("Accept-Encoding: br\r\n");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, content);
  EXPECT_EQ(reply.headers.find("Content-Type"), "image/jpeg");
  EXPECT_EQ(reply.headers.find("Accept-Ranges"), "bytes");
  Reply head = get("Accept-Encoding: br\r\n", "HEAD"), same = get("Accept-Encoding: br\r\n");
  head.headers.remove("Date");
  same.headers.remove("Date");
  EXPECT_EQ(head.headers.all(), same.headers.all());
  EXPECT_EQ(get("If-None-Match: " + std::string(reply.headers.find("ETag").value()) + "\r\n").status, 304);
  EXPECT_EQ(
      get("If-Modified-Since: " + std::string(reply.headers.find("Last-Modified").value()) + "\r\n").status,
      304);
}

TEST_F(FilesTest, ranges) {
  const std::string size = std::to_string(content.size());
  Reply reply = get("Range: bytes=10-19\r\n");
  EXPECT_EQ(reply.status, 206);
  EXPECT_EQ(reply.body, content.substr(10, 10));
  EXPECT_EQ(reply.headers.find("Content-Range"), "bytes 10-19/" + size);
  reply = get("Range: bytes=-300000\r\n");
  EXPECT_EQ(reply.body, content.substr(content.size() - 300'000));
  reply = get("Range: bytes=" + size + "-\r\n");
  EXPECT_EQ(reply.status, 416);
  EXPECT_EQ(reply.body, "page");
  EXPECT_EQ(reply.headers.find("Content-Range"), "bytes */" + size);
  EXPECT_EQ(get("Range: bytes=0-1,5-6\r\n").status, 200);
  EXPECT_EQ(get("Range: bytes=0-1\r\n", "HEAD").status, 200);
  EXPECT_EQ(get("Range: bytes=0-1\r\n", "POST").status, 200);
}

TEST_F(FilesTest, a_range_of_another_version_is_the_whole) {
  const Reply whole = get("", "HEAD");
  const std::string tag(whole.headers.find("ETag").value()),
      date(whole.headers.find("Last-Modified").value());
  EXPECT_EQ(get("Range: bytes=0-1\r\nIf-Range: " + tag + "\r\n").status, 206);
  EXPECT_EQ(get("Range: bytes=0-1\r\nIf-Range: " + date + "\r\n").status, 206);
  EXPECT_EQ(get("Range: bytes=0-1\r\nIf-Range: W/" + tag + "\r\n").status, 200);
  EXPECT_EQ(get("Range: bytes=0-1\r\nIf-Range: \"other\"\r\n").status, 200);
  EXPECT_EQ(get("Range: bytes=0-1\r\nIf-Range: Sun, 06 Nov 1994 08:49:37 GMT\r\n").status, 200);
  EXPECT_EQ(get("Range: bytes=0-1\r\nIf-None-Match: " + tag + "\r\n").status, 304);
}

TEST_F(FilesTest, several_on_one_connection) {
  Client client(server->port());
  const std::string request = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
  client.send(request + request);
  EXPECT_EQ(client.receive().body, content);
  EXPECT_EQ(client.receive().body, content);
}

TEST_F(FilesTest, another_status_has_no_validators) {
  const Reply reply = get("Range: bytes=0-1\r\n", "GET", "/missing-page");
  EXPECT_EQ(reply.status, 404);
  EXPECT_EQ(reply.body, content);
  EXPECT_FALSE(reply.headers.find("ETag"));
}

TEST_F(FilesTest, what_is_no_file_is_404) {
  std::filesystem::remove(path);
  EXPECT_EQ(get().status, 404);
  EXPECT_EQ(get().body, "page");
  path = folder;
  EXPECT_EQ(get().status, 404);
  path = folder / "pipe";
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  EXPECT_EQ(get().status, 404);
}

TEST_F(FilesTest, an_empty_file) {
  std::ofstream(path, std::ios::trunc);
  const Reply reply = get();
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.headers.find("Content-Length"), "0");
  EXPECT_EQ(get("Range: bytes=0-\r\n").status, 416);
}

TEST_F(FilesTest, a_client_that_leaves_harms_nobody) {
  for (int i = 0; i < 10; ++i) {
    Client client(server->port(), 4096);
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    client.vanish();
  }
  EXPECT_EQ(get().body, content);
}

}  // namespace
}  // namespace haidang::http
