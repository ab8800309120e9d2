#pragma once
// Unicode through ICU: normalisation, folding, slugs, collation keys, legacy encodings.
#include <optional>
#include <string>
#include <string_view>

namespace haidang::lang {

// NFC (UAX #15). Malformed UTF-8 becomes U+FFFD.
std::string to_nfc(std::string_view text);
std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);  // language-neutral: đ -> Đ, ß -> SS

// Marks removed, đ -> d (also U+00D0, U+0189): "Đắk Lắk" -> "Dak Lak". Other letters stay.
std::string fold_marks(std::string_view text);

// ASCII slug: marks folded, đ -> d, Han by pinyin without tones, everything else
// to "-"; at most `limit` bytes, cut at a word. "" if nothing is left.
// "Kế hoạch số 59 - KH/BCĐTTĐN" -> "ke-hoach-so-59-kh-bcdttdn".
std::string to_slug(std::string_view text, std::size_t limit = 96);

// Sort key whose byte order is the language's order (CLDR; vi with the tone
// moved to one place so that hoà and hòa stand together).
std::string collation_key(std::string_view text, std::string_view locale);

// "vi", "en", "zh" by letters and script; empty if too little text to say.
std::string detect_language(std::string_view text);

// Bytes in a legacy encoding ("windows-1258", "gb18030", "utf-16le", WHATWG labels)
// to UTF-8 NFC; nullopt for an unknown label. Malformed input becomes U+FFFD.
std::optional<std::string> decode(std::string_view bytes, std::string_view encoding);

}  // namespace haidang::lang
