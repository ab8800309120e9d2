#pragma once
// The request head (RFC 9112 sections 2 to 6), read in place: nothing is copied.
// Strict where leniency is how requests are smuggled: bare LF, obs-fold, space
// before the colon, repeated Host or Content-Length and any mix with
// Transfer-Encoding are refused. Internal to http.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace haidang::http {

struct Field {
  std::string_view name;
  std::string_view value;  // without the white space around it
};

// All views point into the buffer last given to HeadParser::advance.
struct Head {
  Method method = Method::other;
  std::string_view method_name;
  std::string_view target;       // as sent
  std::string_view origin_form;  // "/path?query", or "*" with OPTIONS
  std::string_view authority;    // Host as sent; empty only with HTTP/1.0
  int minor_version = 1;
  std::vector<Field> fields;
  bool chunked = false;
  std::uint64_t content_length = 0;  // saturates
  bool keep_alive = true;            // RFC 9112 section 9.3
  bool expects_continue = false;     // RFC 9110 section 10.1.1

  bool has_body() const { return chunked || content_length > 0; }
};

struct HeadLimits {
  std::size_t bytes = 16 * 1024;
  std::size_t fields = 100;
  std::size_t target = 8 * 1024;
};

class HeadParser {
 public:
  enum class Progress { incomplete, complete, refused };

  explicit HeadParser(HeadLimits limits) : limits_(limits) {}

  // `buffer` is everything received since the head began; each call continues
  // where the last one stopped.
  Progress advance(std::string_view buffer);

  const Head& head() const { return head_; }      // what was understood, also if refused
  std::size_t length() const { return length_; }  // of the complete head, with its last CRLF
  int status() const { return status_; }          // why it was refused
  void give_up(int status) { status_ = status; }  // for reasons outside of the bytes
  void reset();                                   // before the next request

 private:
  Progress refuse(int status);
  Progress parse(std::string_view buffer);
  bool scan(std::string_view buffer);
  int early_refusal(std::string_view buffer) const;

  HeadLimits limits_;
  Head head_;
  std::size_t start_ = 0;       // behind an empty line before the request line
  std::size_t scanned_ = 0;     // no line feed left unseen before this
  std::size_t line_start_ = 0;  // of the line being received
  std::size_t request_line_end_ = 0;
  std::size_t length_ = 0;
  int status_ = 0;
};

}  // namespace haidang::http
