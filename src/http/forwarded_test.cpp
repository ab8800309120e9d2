// Who is asking, and for which host: addresses, ranges and trusted proxies.
#include <gtest/gtest.h>

#include "http/authority.h"
#include "http/incoming.h"
#include "http/ip_address.h"
#include "http/test_server.h"

namespace haidang::http {
namespace {

using test::Client;
using test::RunningServer;

IpAddress address(std::string_view text) {
  return IpAddress::parse(text).value();
}

TEST(IpAddressTest, one_spelling_of_each) {
  EXPECT_EQ(address("192.0.2.1").to_string(), "192.0.2.1");
  EXPECT_EQ(address("::ffff:192.0.2.1").to_string(), "192.0.2.1");
  EXPECT_EQ(address("2001:DB8:0:0::1").to_string(), "2001:db8::1");
  for (const char* text :
       {"", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4 ", "::g", "[::1]", "fe80::1%eth0", "x"})
    EXPECT_FALSE(IpAddress::parse(text)) << text;
}

TEST(IpAddressTest, customers_have_a_network) {
  EXPECT_EQ(address("2001:db8:1:2:3:4:5:6").customer(), address("2001:db8:1:2::"));
  EXPECT_EQ(address("192.0.2.1").customer(), address("192.0.2.1"));
}

TEST(AddressRangesTest, contain_by_prefix) {
  const AddressRanges ranges({"10.0.0.0/8", "192.0.2.7", "2001:db8::/33", "172.16.0.0/12"});
  for (const char* inside :
       {"10.255.0.1", "192.0.2.7", "2001:db8:7fff::1", "172.31.255.255", "::ffff:10.0.0.1"})
    EXPECT_TRUE(ranges.contains(address(inside))) << inside;
  for (const char* outside : {"11.0.0.1", "192.0.2.8", "2001:db8:8000::1", "172.32.0.0", "::1"})
    EXPECT_FALSE(ranges.contains(address(outside))) << outside;
  EXPECT_TRUE(AddressRanges({"0.0.0.0/0"}).contains(address("1.2.3.4")));
  EXPECT_FALSE(AddressRanges({"0.0.0.0/0"}).contains(address("::1")));
  EXPECT_TRUE(AddressRanges({"::/0"}).contains(address("1.2.3.4")));
  for (const std::string wrong :
       {"", "x", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8x"})
    EXPECT_THROW(AddressRanges({wrong}), std::invalid_argument) << wrong;
}

TEST(ForwardedTest, the_client_stands_before_the_first_trusted_proxy) {
  const AddressRanges trusted({"10.0.0.0/8"});
  const auto client = [&](std::string_view hops, std::string_view peer = "10.0.0.1") {
    return client_behind(address(peer), hops, trusted).to_string();
  };
  EXPECT_EQ(client("203.0.113.9"), "203.0.113.9");
  EXPECT_EQ(client("1.1.1.1, 203.0.113.9, 10.0.0.2"), "203.0.113.9");  // 1.1.1.1 is the client's invention
  EXPECT_EQ(client("10.0.0.3, 10.0.0.2"), "10.0.0.3");
  EXPECT_EQ(client("203.0.113.9, nonsense"), "10.0.0.1");
  EXPECT_EQ(client(""), "10.0.0.1");
  EXPECT_EQ(client("203.0.113.9:4711"), "203.0.113.9");
  EXPECT_EQ(client("[2001:db8::9]:4711"), "2001:db8::9");
  EXPECT_EQ(client("2001:db8::9"), "2001:db8::9");
  EXPECT_EQ(client("[2001:db8::9"), "10.0.0.1");
  EXPECT_EQ(client("1.1.1.1", "203.0.113.7"), "203.0.113.7");
}

TEST(AuthorityTest, hosts_have_one_spelling) {
  EXPECT_EQ(normal_host("Example.VN:8080"), "example.vn");
  EXPECT_EQ(normal_host("example.vn."), "example.vn");
  EXPECT_EQ(normal_host("example.vn:"), "example.vn");
  EXPECT_EQ(normal_host("[2001:DB8::1]:80"), "[2001:db8::1]");
  EXPECT_EQ(normal_host("xn--hi-ng-hza.vn"), "xn--hi-ng-hza.vn");
  for (const char* wrong : {"", ".", ":80", "a b", "a/b", "a@b", "a:b", "a:123456", "a:80:80", "[]",
                            "[1.2.3.4]", "[::1", "[::1]80", "h\xE1\xBA\xA3i.vn", "a%41"})
    EXPECT_FALSE(normal_host(wrong)) << wrong;
}

std::string seen_by_handler(std::vector<std::string> trusted, const std::string& fields) {
  ServerOptions options;
  options.trusted_proxies = std::move(trusted);
  Hooks hooks;
  hooks.handle = [](const Request& request) {
    return Response::text(200, request.client_address + " " + (request.secure ? "https" : "http") + " " +
                                   request.host + " " + request.authority +
                                   (request.headers.find("X-Forwarded-For") ? " forwarded" : "") +
                                   (request.headers.find("Forwarded") ? " rfc7239" : ""));
  };
  RunningServer server(options, hooks);
  Client client(server.port());
  return client.ask("GET / HTTP/1.1\r\nHost: Inner.vn:8080\r\n" + fields + "\r\n").body;
}

const std::string kFields =
    "X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n"
    "X-Forwarded-Host: Portal.VN\r\nForwarded: for=1.1.1.1\r\n";

TEST(ForwardedTest, fields_are_believed_from_trusted_proxies_only) {
  EXPECT_EQ(seen_by_handler({"127.0.0.1"}, kFields),
            "203.0.113.9 https portal.vn Portal.VN forwarded rfc7239");
  EXPECT_EQ(seen_by_handler({}, kFields), "127.0.0.1 http inner.vn Inner.vn:8080");
  EXPECT_EQ(seen_by_handler({"10.0.0.0/8"}, kFields), "127.0.0.1 http inner.vn Inner.vn:8080");
}

TEST(ForwardedTest, nonsense_from_a_proxy_is_ignored) {
  EXPECT_EQ(seen_by_handler({"127.0.0.1"},
                            "X-Forwarded-Host: a/b\r\nX-Forwarded-Proto: ftp\r\nX-Forwarded-For: x\r\n"),
            "127.0.0.1 http inner.vn Inner.vn:8080 forwarded");
}

TEST(ForwardedTest, a_range_that_is_none_is_refused_at_start) {
  ServerOptions options;
  options.listen = "127.0.0.1:0";
  options.trusted_proxies = {"10.0.0.0/99"};
  EXPECT_THROW(Server(options, {}), std::invalid_argument);
}

}  // namespace
}  // namespace haidang::http
