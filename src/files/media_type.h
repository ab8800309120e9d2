#pragma once
// What a file is, decided by its bytes alone: names and declared types are
// claims of strangers.
#include <string_view>

namespace haidang::files {

// The media type of a whole file, or "" if it is of no kind that is taken:
// image/{jpeg,png,webp,gif,avif}, application/pdf, video/mp4, text/plain (UTF-8
// that is no markup) and Word, Excel, PowerPoint (OOXML without macros).
// SVG and HTML can run scripts and are refused, as are old binary Office files
// and archives, which hide what they hold.
std::string_view sniff_media_type(std::string_view bytes);

// The usual ending for a download's name, with the dot: ".pdf"; "" if unknown.
std::string_view extension_of(std::string_view media_type);

bool is_image(std::string_view media_type);

}  // namespace haidang::files
