#include "files/media_type.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "files/zip_listing.h"

namespace haidang::files {

namespace {

using namespace std::string_view_literals;

struct Kind {
  std::string_view media_type;
  std::string_view extension;
};
constexpr std::array kKinds{
    Kind{"image/jpeg", ".jpg"},
    Kind{"image/png", ".png"},
    Kind{"image/webp", ".webp"},
    Kind{"image/gif", ".gif"},
    Kind{"image/avif", ".avif"},
    Kind{"application/pdf", ".pdf"},
    Kind{"video/mp4", ".mp4"},
    Kind{"text/plain", ".txt"},
    Kind{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
    Kind{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"},
    Kind{"application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"},
};

std::string_view type_ending(std::string_view extension) {
  const auto found = std::find_if(kKinds.begin(), kKinds.end(),
                                  [&](const Kind& kind) { return kind.extension == extension; });
  return found == kKinds.end() ? std::string_view() : found->media_type;
}

bool stands_at(std::string_view bytes, std::size_t at, std::string_view signature) {
  return bytes.size() >= at && bytes.substr(at).starts_with(signature);
}

// ISO/IEC 14496-12 section 4.3: the "ftyp" box at the start names the brand.
std::string_view extension_by_brand(std::string_view bytes) {
  if (!stands_at(bytes, 4, "ftyp")) return {};
  const std::string_view brand = bytes.substr(8, 4);
  if (brand == "avif") return ".avif";
  constexpr std::array kVideoBrands{"isom"sv, "iso2"sv, "iso4"sv, "iso5"sv, "iso6"sv, "mp41"sv,
                                    "mp42"sv, "avc1"sv, "M4V "sv, "MSNV"sv, "dash"sv};
  const bool is_video = std::find(kVideoBrands.begin(), kVideoBrands.end(), brand) != kVideoBrands.end();
  return is_video ? ".mp4" : "";
}

// ECMA-376 part 2: the main part of each application has a usual place.
std::string_view extension_of_package(std::string_view bytes) {
  std::string_view extension;
  bool has_types = false;
  const bool complete = for_each_zip_entry(bytes, [&](std::string_view name) {
    if (name == "[Content_Types].xml") has_types = true;
    if (name == "word/document.xml") extension = ".docx";
    if (name == "xl/workbook.xml") extension = ".xlsx";
    if (name == "ppt/presentation.xml") extension = ".pptx";
    return !name.ends_with("vbaProject.bin");  // macros run on the reader's machine
  });
  return complete && has_types ? extension : std::string_view();
}

// Text for people: UTF-8, no control characters, and nothing that a browser
// could take for markup.
bool is_plain_text(std::string_view bytes) {
  constexpr std::size_t kLooked = 65'536;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string_view head = truncate_utf8(bytes, kLooked);
  if (trim(head).empty() || trim(head).starts_with('<') || !is_valid_utf8(head)) return false;
  return std::none_of(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || byte == 0x7F;
  });
}

std::string_view extension_by_signature(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return ".jpg";
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return ".png";
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return ".gif";
  if (bytes.starts_with("RIFF") && stands_at(bytes, 8, "WEBPVP8")) return ".webp";
  if (bytes.starts_with("%PDF-")) return ".pdf";
  if (bytes.starts_with("PK\x03\x04")) return extension_of_package(bytes);
  if (const auto extension = extension_by_brand(bytes); !extension.empty()) return extension;
  return is_plain_text(bytes) ? ".txt" : "";
}

}  // namespace

std::string_view sniff_media_type(std::string_view bytes) {
  return type_ending(extension_by_signature(bytes));
}

std::string_view extension_of(std::string_view media_type) {
  const auto found = std::find_if(kKinds.begin(), kKinds.end(),
                                  [&](const Kind& kind) { return kind.media_type == media_type; });
  return found == kKinds.end() ? std::string_view() : found->extension;
}

bool is_image(std::string_view media_type) {
  return media_type.starts_with("image/");
}

}  // namespace haidang::files
