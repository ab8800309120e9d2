#pragma once
// Internet addresses and ranges of them, for proxies that are trusted and
// limits per address. IPv4 is held as the IPv6 address ::ffff:a.b.c.d, so an
// IPv4 client at an IPv6 socket is the same client.
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haidang::http {

class IpAddress {
 public:
  using Bytes = std::array<std::uint8_t, 16>;

  IpAddress() = default;  // "::"
  explicit IpAddress(const Bytes& bytes) : bytes_(bytes) {}
  // "192.0.2.1", "2001:db8::1"; no port, brackets or zone.
  static std::optional<IpAddress> parse(std::string_view text);

  const Bytes& bytes() const { return bytes_; }
  bool is_ipv4() const;
  std::string to_string() const;
  // The network one customer is usually given (a /64) for IPv6, the address for IPv4.
  IpAddress customer() const;

  auto operator<=>(const IpAddress&) const = default;

 private:
  Bytes bytes_{};
};

class AddressRanges {
 public:
  AddressRanges() = default;
  // Each "10.0.0.0/8", "2001:db8::/32" or a single address. Throws
  // std::invalid_argument with the text that is none.
  explicit AddressRanges(const std::vector<std::string>& ranges);

  bool contains(const IpAddress& address) const;

 private:
  struct Range {
    IpAddress network;
    unsigned bits;  // 0 to 128
  };
  std::vector<Range> ranges_;
};

}  // namespace haidang::http
