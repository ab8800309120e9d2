#pragma once
// What every answer of the portal says to browsers besides its content.
#include "http/message.h"

namespace haidang::portal {

// For pages, and whatever else a browser may render.
void add_page_headers(http::Response& response, const http::Request& request);

// For styles, fonts, icons: kept for ever under an address that names the bytes.
void add_immutable_headers(http::Response& response);

}  // namespace haidang::portal
