#include "http/head_lines.h"

#include <array>
#include <limits>

#include "base/text.h"
#include "http/authority.h"

namespace haidang::http {

namespace {

constexpr std::array<bool, 256> token_table() {
  std::array<bool, 256> table{};
  for (const char c :
       std::string_view("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr auto kToken = token_table();

constexpr std::array kMethods = {Method::get,   Method::head,    Method::post,   Method::put,
                                 Method::patch, Method::delete_, Method::options};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// field-vchar, SP and HTAB (RFC 9110 section 5.5): no other control characters,
// so neither a bare CR nor NUL.
bool is_field_value(std::string_view value) {
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\t') || byte == 0x7F) return false;
  }
  return true;
}

std::string_view trim_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool contains_token(std::string_view list, std::string_view token) {
  for (const std::string_view member : split(list, ','))
    if (equals_ignoring_ascii_case(trim_blanks(member), token)) return true;
  return false;
}

// "HTTP/1.x"; 505 for another major version, 400 for what is no version.
int parse_version(std::string_view version, int& minor) {
  if (version.size() != 8 || !version.starts_with("HTTP/") || !is_digit(version[5]) || version[6] != '.' ||
      !is_digit(version[7]))
    return 400;
  if (version[5] != '1') return 505;
  minor = version[7] - '0';
  return 0;
}

// TRACE is known, and never handled: the application's 405. CONNECT asks for a
// tunnel, which this server is not.
int recognise_method(Head& head) {
  for (const Method method : kMethods)
    if (head.method_name == to_string(method)) {
      head.method = method;
      return 0;
    }
  head.method = Method::other;
  return head.method_name == "TRACE" ? 0 : 501;
}

// The four forms of RFC 9112 section 3.2; authority-form belongs to CONNECT.
int recognise_target(Head& head) {
  std::string_view target = head.target;
  if (target.starts_with('/') || (target == "*" && head.method == Method::options)) {
    head.origin_form = target;
    return 0;
  }
  const auto colon = target.find("://");
  if (colon == std::string_view::npos) return 400;
  const std::string_view scheme = target.substr(0, colon);
  if (!equals_ignoring_ascii_case(scheme, "http") && !equals_ignoring_ascii_case(scheme, "https")) return 400;
  target.remove_prefix(colon + 3);
  const auto end = target.find_first_of("/?");
  head.authority = target.substr(0, end);
  head.origin_form = end == std::string_view::npos ? "/" : target.substr(end);
  return head.origin_form.starts_with('/') && !head.authority.empty() ? 0 : 400;
}

int interpret_host(Head& head, std::string_view host, int count) {
  const std::string_view absolute = head.authority;
  head.authority = host;
  // "A server MUST respond with a 400 … to any HTTP/1.1 request message that
  // lacks a Host header field and … contains more than one" (section 3.2).
  if (count > 1 || (count == 0 && head.minor_version > 0)) return 400;
  if (count == 1 && !normal_host(host)) return 400;
  if (absolute.empty()) return 0;
  // Section 3.2.2 lets the target win over Host; where they disagree a cache in
  // front may have believed the other one. Refused.
  if (!normal_host(absolute)) return 400;
  if (count == 1 && !equals_ignoring_ascii_case(absolute, host)) return 400;
  head.authority = absolute;
  return 0;
}

bool parse_length(std::string_view text, std::uint64_t& length) {
  if (text.empty()) return false;
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  for (const char c : text) {
    if (!is_digit(c)) return false;
    const auto digit = static_cast<std::uint64_t>(c - '0');
    length = length > (kMost - digit) / 10 ? kMost : length * 10 + digit;
  }
  return true;
}

// RFC 9112 section 6.1: codings other than chunked are 501; chunked twice, or
// from HTTP/1.0, is malformed.
int interpret_codings(Head& head, std::string_view value) {
  for (const std::string_view member : split(value, ',')) {
    const std::string_view coding = trim_blanks(member);
    if (coding.empty()) return 400;
    if (!equals_ignoring_ascii_case(coding, "chunked")) return 501;
    if (head.chunked) return 400;
    head.chunked = true;
  }
  return 0;
}

}  // namespace

bool is_token_character(char c) {
  return kToken[static_cast<unsigned char>(c)];
}

bool is_token(std::string_view text) {
  for (const char c : text)
    if (!is_token_character(c)) return false;
  return !text.empty();
}

int parse_request_line(std::string_view line, Head& head) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || last == first) return 400;
  head.method_name = line.substr(0, first);
  head.target = line.substr(first + 1, last - first - 1);
  if (!is_token(head.method_name) || head.target.empty()) return 400;
  for (const char c : head.target)  // visible ASCII; a fragment is never sent
    if (c <= 0x20 || c >= 0x7F || c == '#') return 400;
  if (const int status = parse_version(line.substr(last + 1), head.minor_version)) return status;
  if (const int status = recognise_method(head)) return status;
  return recognise_target(head);
}

bool parse_field_line(std::string_view line, Field& field) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  field.name = line.substr(0, colon);
  field.value = trim_blanks(line.substr(colon + 1));
  // A token has no white space: refuses "Host :" (section 5.1) and a line that
  // continues the one before (obs-fold, section 5.2).
  return is_token(field.name) && is_field_value(field.value);
}

int interpret_fields(Head& head) {
  std::string_view host;
  int hosts = 0, lengths = 0, transfer_encodings = 0;
  bool close = false, keep_alive = false;
  for (const auto& [name, value] : head.fields) {
    if (equals_ignoring_ascii_case(name, "host")) {
      host = value;
      ++hosts;
    } else if (equals_ignoring_ascii_case(name, "content-length")) {
      if (++lengths > 1 || !parse_length(value, head.content_length)) return 400;
    } else if (equals_ignoring_ascii_case(name, "transfer-encoding")) {
      ++transfer_encodings;
      if (const int status = interpret_codings(head, value)) return status;
    } else if (equals_ignoring_ascii_case(name, "connection")) {
      close = close || contains_token(value, "close");
      keep_alive = keep_alive || contains_token(value, "keep-alive");
    } else if (equals_ignoring_ascii_case(name, "expect")) {
      if (!equals_ignoring_ascii_case(value, "100-continue")) return 417;
      head.expects_continue = head.minor_version > 0;
    }
  }
  if (transfer_encodings > 0 && (lengths > 0 || head.minor_version == 0)) return 400;
  head.keep_alive = !close && (head.minor_version > 0 || keep_alive);
  return interpret_host(head, host, hosts);
}

}  // namespace haidang::http
