#pragma once
// The single lines of a request head and what its fields mean for the message:
// host, framing, persistence. Internal to http.
#include <string_view>

#include "http/head_parser.h"

namespace haidang::http {

bool is_token_character(char c);       // tchar, RFC 9110 section 5.6.2
bool is_token(std::string_view text);  // one or more of them

// Each returns 0, or the status to refuse the request with.
int parse_request_line(std::string_view line, Head& head);  // RFC 9112 section 3
int interpret_fields(Head& head);                           // after all fields are known

// RFC 9112 section 5, without the CRLF; false if malformed (400).
bool parse_field_line(std::string_view line, Field& field);

}  // namespace haidang::http
