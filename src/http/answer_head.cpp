#include "http/answer_head.h"

#include <algorithm>
#include <array>
#include <exception>
#include <stdexcept>

#include "base/text.h"
#include "http/head_lines.h"

namespace haidang::http {

namespace {

bool is_for_the_server(std::string_view name) {
  constexpr std::array<std::string_view, 7> kNames = {
      "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Date", "Upgrade", "Trailer"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view other) { return equals_ignoring_ascii_case(name, other); });
}

bool is_sendable_value(std::string_view value) {
  return std::none_of(value.begin(), value.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7F;
  });
}

void append_field(std::string& head, std::string_view name, std::string_view value) {
  if (!is_token(name) || !is_sendable_value(value))
    throw std::invalid_argument("a response field cannot be sent: " + std::string(name));
  head.append(name).append(": ").append(value).append("\r\n");
}

std::string joined(const std::vector<std::string>& tags) {
  std::string list;
  for (const std::string& tag : tags) list.append(list.empty() ? "" : " ").append(tag);
  return list;
}

}  // namespace

std::string_view reason_phrase(int status) {
  constexpr std::array<std::pair<int, std::string_view>, 45> kPhrases = {{
      {100, "Continue"},
      {101, "Switching Protocols"},
      {200, "OK"},
      {201, "Created"},
      {202, "Accepted"},
      {203, "Non-Authoritative Information"},
      {204, "No Content"},
      {205, "Reset Content"},
      {206, "Partial Content"},
      {300, "Multiple Choices"},
      {301, "Moved Permanently"},
      {302, "Found"},
      {303, "See Other"},
      {304, "Not Modified"},
      {307, "Temporary Redirect"},
      {308, "Permanent Redirect"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {402, "Payment Required"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {406, "Not Acceptable"},
      {408, "Request Timeout"},
      {409, "Conflict"},
      {410, "Gone"},
      {411, "Length Required"},
      {412, "Precondition Failed"},
      {413, "Content Too Large"},
      {414, "URI Too Long"},
      {415, "Unsupported Media Type"},
      {416, "Range Not Satisfiable"},
      {417, "Expectation Failed"},
      {421, "Misdirected Request"},
      {422, "Unprocessable Content"},
      {428, "Precondition Required"},
      {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"},
      {451, "Unavailable For Legal Reasons"},
      {500, "Internal Server Error"},
      {501, "Not Implemented"},
      {502, "Bad Gateway"},
      {503, "Service Unavailable"},
      {504, "Gateway Timeout"},
      {505, "HTTP Version Not Supported"},
  }};
  for (const auto& [number, phrase] : kPhrases)
    if (number == status) return phrase;
  return {};
}

bool may_have_body(int status) {
  return status >= 200 && status != 204 && status != 304;
}

void write_head(Answer& answer, const Response& response, std::uint64_t body_bytes) {
  if (response.status < 200 || response.status > 599)
    throw std::invalid_argument("status " + std::to_string(response.status) + " cannot be sent");
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + ' ';
  head.append(reason_phrase(response.status)).append("\r\n");
  for (const auto& [name, value] : response.headers.all()) {
    if (equals_ignoring_ascii_case(name, "Connection") && equals_ignoring_ascii_case(value, "close"))
      answer.close = true;
    if (!is_for_the_server(name)) append_field(head, name, value);
  }
  if (!response.tags.empty()) append_field(head, "Surrogate-Key", joined(response.tags));
  if (may_have_body(response.status)) append_field(head, "Content-Length", std::to_string(body_bytes));
  answer.status = response.status;
  answer.head = std::move(head);
}

Response error_response(const Hooks& hooks, const Request& request, int status) {
  if (hooks.error_page) {
    try {
      Response response = hooks.error_page(request, status);
      response.status = status;
      return response;
    } catch (const std::exception& error) {
      if (hooks.failed) hooks.failed(error.what());
    }
  }
  return Response::text(status, std::to_string(status) + ' ' + std::string(reason_phrase(status)) + '\n');
}

}  // namespace haidang::http
