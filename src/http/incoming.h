#pragma once
// From a parsed head to the Request a handler sees. Internal to http.
#include <string>

#include "http/head_parser.h"
#include "http/ip_address.h"
#include "http/message.h"

namespace haidang::http {

struct Peer {
  IpAddress address;
  bool trusted = false;  // a proxy whose X-Forwarded-* are believed
};

// Whatever of a request was understood, for error pages and the log.
Request describe(const Head& head, const Peer& peer, std::string id);

// The whole request but its body. Returns 0, or 400 if the target is malformed.
// Fields that only a proxy may set are believed from a trusted one and removed
// otherwise.
int make_request(const Head& head, const Peer& peer, const AddressRanges& trusted, std::string id,
                 Request& request);

// Right to left through the trusted proxies (each appended the peer it saw):
// the first that is not trusted is the client. Stops where it is no address.
IpAddress client_behind(const IpAddress& peer, std::string_view x_forwarded_for,
                        const AddressRanges& trusted);

}  // namespace haidang::http
