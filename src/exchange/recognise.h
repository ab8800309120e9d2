#pragma once
// Reads pages that other systems made: plain-text dumps, HTML (saved pages),
// RSS 2.0 and Atom with content, WordPress exports (WXR).
#include <string>
#include <string_view>

#include "exchange/recognised.h"
#include "lang/format.h"

namespace haidang::exchange {

struct RecogniseOptions {
  std::string locale = "vi";                // when the file does not say and its text is too short to tell
  lang::TimeZone zone{"Asia/Ho_Chi_Minh"};  // of times without zone
};

// Never throws on any bytes; bounded time and memory (input of at most 64 MiB).
RecognisedFile recognise(std::string_view file_name, std::string_view bytes, const RecogniseOptions& options);

}  // namespace haidang::exchange
