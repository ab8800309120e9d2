#include "http/incoming.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "http/authority.h"
#include "http/conditions.h"
#include "http/target.h"

namespace haidang::http {

namespace {

constexpr std::array<std::string_view, 7> kProxyFields = {
    "Forwarded",        "X-Forwarded-For",    "X-Forwarded-Host", "X-Forwarded-Proto",
    "X-Forwarded-Port", "X-Forwarded-Server", "X-Real-IP"};

bool is_proxy_field(std::string_view name) {
  return std::any_of(kProxyFields.begin(), kProxyFields.end(),
                     [&](std::string_view field) { return equals_ignoring_ascii_case(name, field); });
}

// The last member: what the proxy next to us said.
std::string_view last_member(std::string_view list) {
  const auto comma = list.rfind(',');
  return trim(comma == std::string_view::npos ? list : list.substr(comma + 1));
}

// Proxies write "192.0.2.1", "192.0.2.1:4711", "2001:db8::1" or "[2001:db8::1]:4711".
std::optional<IpAddress> parse_hop(std::string_view text) {
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    return IpAddress::parse(text.substr(1, end - 1));
  }
  if (std::count(text.begin(), text.end(), ':') == 1) text = text.substr(0, text.find(':'));
  return IpAddress::parse(text);
}

void believe_proxy(const Peer& peer, const AddressRanges& trusted, Request& request) {
  if (const auto hops = request.headers.joined("X-Forwarded-For"))
    request.client_address = client_behind(peer.address, *hops, trusted).to_string();
  if (const auto protocol = request.headers.joined("X-Forwarded-Proto"))
    request.secure = equals_ignoring_ascii_case(last_member(*protocol), "https");
  if (const auto list = request.headers.joined("X-Forwarded-Host")) {
    const std::string_view authority = last_member(*list);
    if (auto host = normal_host(authority)) {
      request.host = std::move(*host);
      request.authority = authority;
    }
  }
}

}  // namespace

IpAddress client_behind(const IpAddress& peer, std::string_view x_forwarded_for,
                        const AddressRanges& trusted) {
  IpAddress client = peer;
  const auto hops = split(x_forwarded_for, ',');
  for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
    if (!trusted.contains(client)) break;
    const auto address = parse_hop(trim(*hop));
    if (!address) break;
    client = *address;
  }
  return client;
}

Request describe(const Head& head, const Peer& peer, std::string id) {
  Request request;
  request.id = std::move(id);
  request.client_address = peer.address.to_string();
  request.method = head.method;
  request.method_name = head.method_name;
  request.target = head.target;
  for (const auto& [name, value] : head.fields)
    if (peer.trusted || !is_proxy_field(name)) request.headers.add(std::string(name), std::string(value));
  if (auto host = normal_host(head.authority)) {
    request.host = std::move(*host);
    request.authority = head.authority;
  }
  return request;
}

int make_request(const Head& head, const Peer& peer, const AddressRanges& trusted, std::string id,
                 Request& request) {
  request = describe(head, peer, std::move(id));
  if (peer.trusted) believe_proxy(peer, trusted, request);
  auto target = parse_target(head.origin_form);
  if (!target) return 400;
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  request.query_text = std::move(target->query_text);
  if (const auto tags = request.headers.joined("If-Match"))
    request.headers.set("If-Match", tags_without_encoding(*tags));
  return 0;
}

}  // namespace haidang::http
