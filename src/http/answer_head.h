#pragma once
// The head of a response as bytes. Internal to http.
#include <cstdint>
#include <string_view>

#include "http/answer.h"

namespace haidang::http {

std::string_view reason_phrase(int status);  // RFC 9110 section 15; "" if unknown

// 1xx, 204 and 304 never have one (RFC 9112 section 6.3).
bool may_have_body(int status);

// Fills answer.status, head and close. Framing is the server's: Content-Length,
// Transfer-Encoding, Connection and Date of the response are dropped. Throws
// std::invalid_argument for a status, name or value that cannot be sent (a line
// break in a value would start another field).
void write_head(Answer& answer, const Response& response, std::uint64_t body_bytes);

// hooks.error_page, or plain text if there is none or it fails.
Response error_response(const Hooks& hooks, const Request& request, int status);

}  // namespace haidang::http
