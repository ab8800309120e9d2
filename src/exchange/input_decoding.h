#pragma once
// The bytes of a page as UTF-8: byte order mark, what the bytes themselves
// show, what the page declares, and a guess by letters as the last resort.
#include <string>
#include <string_view>

namespace haidang::exchange {

struct DecodedInput {
  std::string text;       // UTF-8 without byte order mark; malformed bytes are U+FFFD
  std::string encoding;   // WHATWG label of the encoding used
  bool readable = false;  // false: no text (a picture, random bytes)
};

DecodedInput decode_input(std::string_view bytes);

}  // namespace haidang::exchange
