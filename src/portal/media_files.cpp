#include "portal/media_files.h"

#include <algorithm>

#include "content/public_store.h"
#include "web/media.h"

namespace haidang::portal {

namespace {

// RFC 8187: any name, in ASCII.
std::string encoded_name(std::string_view name) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char byte : name) {
    const bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                          (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_';
    const auto value = static_cast<unsigned char>(byte);
    if (is_plain)
      out += byte;
    else
      (out += '%', out += kDigits[value >> 4U], out += kDigits[value & 0xFU]);
  }
  return out;
}

// Pictures are shown; everything else is saved under the name it came with.
bool is_shown(std::string_view media_type) {
  return media_type.starts_with("image/") || media_type.starts_with("video/") ||
         media_type.starts_with("audio/") || media_type == "application/pdf";
}

}  // namespace

std::optional<http::Response> media_response(store::Session& session, std::string_view name,
                                             const BlobPath& blob_path) {
  const auto asked = web::parse_media_name(name);
  if (!asked) return std::nullopt;
  const auto media = content::find_media(session, asked->address);
  if (!media) return std::nullopt;
  std::string address = media->address;
  std::string media_type = media->media_type;
  if (asked->width != 0) {
    const auto variant = std::ranges::find(media->variants, asked->width, &content::MediaVariant::width);
    if (variant == media->variants.end()) return std::nullopt;
    address = variant->address;
    media_type = variant->media_type;
  }
  if (asked->extension != web::extension_of(media_type)) return std::nullopt;
  std::filesystem::path path = blob_path(address);
  if (path.empty()) return std::nullopt;
  http::Response response;
  response.body = http::FileBody{std::move(path)};
  response.headers.set("Content-Type", media_type);
  response.headers.set("Cache-Control", "public, max-age=31536000, immutable");
  // An uploaded drawing must not act as a page of this site.
  response.headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  if (!is_shown(media_type)) {
    const std::string file_name = media->name.empty() ? std::string(name) : media->name;
    response.headers.set("Content-Disposition", "attachment; filename*=UTF-8''" + encoded_name(file_name));
  }
  return response;
}

}  // namespace haidang::portal
