#include "portal/response_headers.h"

namespace haidang::portal {

namespace {

// No script at all: the pages work without. JSON-LD is data, not script (W3C CSP
// Level 3 section 4.2.3 governs scripts that would run).
constexpr const char* kPolicy =
    "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action "
    "'self'; "
    "frame-ancestors 'none'";

void set_default(http::Response& response, const char* name, const char* value) {
  if (!response.headers.find(name)) response.headers.set(name, value);
}

}  // namespace

void add_page_headers(http::Response& response, const http::Request& request) {
  set_default(response, "Content-Security-Policy", kPolicy);
  set_default(response, "X-Content-Type-Options", "nosniff");
  set_default(response, "Referrer-Policy", "strict-origin-when-cross-origin");
  set_default(response, "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  set_default(response, "Cross-Origin-Opener-Policy", "same-origin");
  // Kept, but asked for again each time: what is published is seen at once.
  set_default(response, "Cache-Control", response.status >= 500 ? "no-store" : "no-cache");
  // RFC 6797 section 7.2: only over a secure connection.
  if (request.secure) set_default(response, "Strict-Transport-Security", "max-age=31536000");
}

void add_immutable_headers(http::Response& response) {
  set_default(response, "Cache-Control", "public, max-age=31536000, immutable");
  set_default(response, "X-Content-Type-Options", "nosniff");
}

}  // namespace haidang::portal
