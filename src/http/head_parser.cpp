#include "http/head_parser.h"

#include <cstring>

#include "http/head_lines.h"

namespace haidang::http {

namespace {
constexpr std::size_t kLongestMethod = 32;
constexpr std::size_t kLongestVersion = 16;
}  // namespace

void HeadParser::reset() {
  std::vector<Field> fields = std::move(head_.fields);
  fields.clear();
  head_ = Head{};
  head_.fields = std::move(fields);  // keeps its memory for the next request
  start_ = scanned_ = line_start_ = request_line_end_ = length_ = 0;
  status_ = 0;
}

HeadParser::Progress HeadParser::refuse(int status) {
  status_ = status;
  return Progress::refused;
}

HeadParser::Progress HeadParser::advance(std::string_view buffer) {
  if (status_ != 0) return Progress::refused;
  // "a server SHOULD ignore at least one empty line (CRLF) received prior to
  // the request-line" (RFC 9112 section 2.2).
  if (start_ == 0 && buffer.starts_with("\r\n")) start_ = scanned_ = line_start_ = 2;
  if (start_ == 0 && buffer == "\r") return Progress::incomplete;
  const bool ended = scan(buffer);
  if (status_ != 0) return Progress::refused;
  if (ended) return parse(buffer);
  if (const int status = early_refusal(buffer)) {
    if (request_line_end_ != 0) parse_request_line(buffer.substr(start_, request_line_end_ - start_), head_);
    return refuse(status);
  }
  return Progress::incomplete;
}

// Looks at the lines that ended since the last call; true at the empty one.
bool HeadParser::scan(std::string_view buffer) {
  while (scanned_ < buffer.size()) {
    const auto* feed =
        static_cast<const char*>(std::memchr(buffer.data() + scanned_, '\n', buffer.size() - scanned_));
    if (!feed) {
      scanned_ = buffer.size();
      return false;
    }
    const auto at = static_cast<std::size_t>(feed - buffer.data());
    scanned_ = at + 1;
    // A recipient may take a bare LF as a line end (section 2.2); then two
    // servers in a row can disagree where a head ends. Refused.
    if (at == line_start_ || buffer[at - 1] != '\r') {
      status_ = 400;
      return false;
    }
    const bool empty = at == line_start_ + 1;
    if (request_line_end_ == 0) request_line_end_ = at - 1;
    line_start_ = scanned_;
    if (empty) {
      length_ = scanned_;
      return true;
    }
  }
  return false;
}

// What can be said before the head is complete, so that nobody waits in vain.
int HeadParser::early_refusal(std::string_view buffer) const {
  const std::string_view received = buffer.substr(start_);
  if (received.empty()) return 0;
  if (!is_token_character(received.front())) return 400;  // for example a TLS hello
  if (request_line_end_ != 0) {
    Head head;
    if (const int status = parse_request_line(buffer.substr(start_, request_line_end_ - start_), head))
      return status;
    if (head.target.size() > limits_.target) return 414;
    return received.size() > limits_.bytes ? 431 : 0;
  }
  if (received.size() <= kLongestMethod + limits_.target + kLongestVersion &&
      received.size() <= limits_.bytes)
    return 0;
  return received.find(' ') == std::string_view::npos ? 400 : 414;
}

HeadParser::Progress HeadParser::parse(std::string_view buffer) {
  if (const int status = parse_request_line(buffer.substr(start_, request_line_end_ - start_), head_))
    return refuse(status);
  if (head_.target.size() > limits_.target) return refuse(414);
  if (length_ - start_ > limits_.bytes) return refuse(431);
  std::string_view rest = buffer.substr(request_line_end_ + 2, length_ - request_line_end_ - 4);
  while (!rest.empty()) {
    const auto end = rest.find("\r\n");
    Field field;
    if (!parse_field_line(rest.substr(0, end), field)) return refuse(400);
    if (head_.fields.size() == limits_.fields) return refuse(431);
    head_.fields.push_back(field);
    rest.remove_prefix(end + 2);
  }
  if (const int status = interpret_fields(head_)) return refuse(status);
  return Progress::complete;
}

}  // namespace haidang::http
