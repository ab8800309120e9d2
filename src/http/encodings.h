#pragma once
// Content codings: which one a client gets, and the bytes in it.
#include <optional>
#include <string>
#include <string_view>

namespace haidang::http {

enum class Encoding { identity, gzip, zstd, brotli };

std::string_view to_string(Encoding encoding);  // the coding's name; "" for identity

// By the weights of Accept-Encoding (RFC 9110 section 12.5.3); of equals br
// before zstd before gzip. A coding the client does not name it does not get;
// a malformed field names none.
Encoding choose_encoding(std::string_view accept_encoding);

// Whether bodies of this media type get smaller: text, JSON, XML, SVG, scripts.
bool is_compressible(std::string_view media_type);

std::string compress(std::string_view bytes, Encoding encoding);

// Nothing if malformed or larger than `limit` when decoded.
std::optional<std::string> decompress(std::string_view bytes, Encoding encoding, std::size_t limit);

}  // namespace haidang::http
