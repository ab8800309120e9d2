#pragma once
// From a handler's Response to the bytes that go out: entity tags, 304, ranges,
// codings, Vary, framing. Runs on a worker; knows no sockets. Internal to http.
#include <cstdint>
#include <functional>
#include <string>

#include "http/file.h"
#include "http/message.h"
#include "http/server.h"

namespace haidang::http {

struct Answer {
  int status = 200;
  // Status line and fields, each ended by CRLF, without Date and Connection:
  // those the connection adds when it writes.
  std::string head;
  std::string body;  // empty for HEAD, 304 and files
  File file;         // open where the body comes from a file
  std::uint64_t file_offset = 0;
  std::uint64_t file_length = 0;
  bool close = false;  // the handler asked for Connection: close

  std::uint64_t body_bytes() const { return file ? file_length : body.size(); }
};

// Calls the handler and prepares what it answers; never throws. Failures go to
// hooks.failed and become the error page for 500.
Answer answer_request(const Hooks& hooks, const Request& request);

// To "OPTIONS *" (RFC 9110 section 9.3.7): about the server as a whole.
Answer answer_options();

// What the server itself says; 503 gets Retry-After.
Answer answer_error(const Hooks& hooks, const Request& request, int status);

}  // namespace haidang::http
