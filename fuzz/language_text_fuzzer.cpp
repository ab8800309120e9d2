// module: lang
// Bytes of any kind through every text function; the first byte picks the
// encoding. Results are valid UTF-8, normal, and stable when applied again.
#include <array>
#include <cstdint>
#include <cstdlib>

#include "base/text.h"
#include "lang/legacy_fonts.h"
#include "lang/tone_place.h"
#include "lang/unicode.h"

namespace {

using namespace haidang;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_text(std::string_view text) {
  const std::string nfc = lang::to_nfc(text);
  require(is_valid_utf8(nfc) && lang::to_nfc(nfc) == nfc);
  const std::string folded = lang::fold_marks(nfc);
  require(is_valid_utf8(folded) && lang::fold_marks(folded) == folded);
  const std::string slug = lang::to_slug(text, 40);
  require(slug.size() <= 40 && lang::to_slug(slug, 40) == slug);
  const std::string unified = lang::unify_tone_place(nfc);
  require(lang::unify_tone_place(unified) == unified && lang::fold_marks(unified) == folded);
  require(lang::collation_key(nfc, "vi") == lang::collation_key(unified, "vi"));
  require(is_valid_utf8(lang::to_lower(text)) && is_valid_utf8(lang::to_upper(text)));
  require(is_valid_utf8(lang::decode_tcvn3(text)) && is_valid_utf8(lang::decode_vni(text)));
  lang::looks_like_tcvn3(text);
  lang::looks_like_vni(text);
  lang::detect_language(text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::array kEncodings{"utf-8", "windows-1258", "gb18030", "big5", "utf-16le", "windows-1252"};
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto text = lang::decode(bytes, kEncodings[data[0] % kEncodings.size()]);
  require(text.has_value() && is_valid_utf8(*text) && lang::to_nfc(*text) == *text);
  check_text(bytes);
  check_text(*text);
  return 0;
}
