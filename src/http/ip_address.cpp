#include "http/ip_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace haidang::http {

namespace {

constexpr std::array<std::uint8_t, 12> kMapped = {0, 0, 0, 0, 0,    0,
                                                  0, 0, 0, 0, 0xFF, 0xFF};  // RFC 4291 2.5.5.2
constexpr unsigned kMappedBits = 96;

std::optional<unsigned> parse_bits(std::string_view text, unsigned most) {
  unsigned bits = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
  if (error != std::errc{} || end != text.data() + text.size() || bits > most) return std::nullopt;
  return bits;
}

}  // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
  if (text.size() >= INET6_ADDRSTRLEN || text.find('\0') != std::string_view::npos) return std::nullopt;
  const std::string terminated(text);
  Bytes bytes{};
  if (inet_pton(AF_INET6, terminated.c_str(), bytes.data()) == 1) return IpAddress(bytes);
  std::copy(kMapped.begin(), kMapped.end(), bytes.begin());
  if (inet_pton(AF_INET, terminated.c_str(), bytes.data() + kMapped.size()) == 1) return IpAddress(bytes);
  return std::nullopt;
}

bool IpAddress::is_ipv4() const {
  return std::equal(kMapped.begin(), kMapped.end(), bytes_.begin());
}

std::string IpAddress::to_string() const {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const bool four = is_ipv4();
  inet_ntop(four ? AF_INET : AF_INET6, bytes_.data() + (four ? kMapped.size() : 0), text.data(), text.size());
  return text.data();
}

IpAddress IpAddress::customer() const {
  if (is_ipv4()) return *this;
  Bytes network = bytes_;
  std::fill(network.begin() + 8, network.end(), std::uint8_t{0});
  return IpAddress(network);
}

AddressRanges::AddressRanges(const std::vector<std::string>& ranges) {
  for (const std::string& text : ranges) {
    const std::string_view range = text;
    const auto slash = range.find('/');
    const auto address = IpAddress::parse(range.substr(0, slash));
    if (!address) throw std::invalid_argument("no address range: " + text);
    unsigned bits = 128;
    if (slash != std::string_view::npos) {
      const auto given = parse_bits(range.substr(slash + 1), address->is_ipv4() ? 32 : 128);
      if (!given) throw std::invalid_argument("no address range: " + text);
      bits = *given + (address->is_ipv4() ? kMappedBits : 0);
    }
    ranges_.push_back({*address, bits});
  }
}

bool AddressRanges::contains(const IpAddress& address) const {
  return std::any_of(ranges_.begin(), ranges_.end(), [&](const Range& range) {
    const auto& a = address.bytes();
    const auto& n = range.network.bytes();
    const unsigned whole = range.bits / 8, rest = range.bits % 8;
    if (!std::equal(a.begin(), a.begin() + whole, n.begin())) return false;
    return rest == 0 || ((a[whole] ^ n[whole]) >> (8 - rest)) == 0;
  });
}

}  // namespace haidang::http
