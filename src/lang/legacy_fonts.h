#pragma once
// Vietnamese typed for fonts that draw other letters at Latin-1's places: TCVN3
// (ABC) for .VnTime and its kin (TCVN 5712:1993, VN3), VNI for VNI-Times. Text
// arrives as UTF-8 whose U+00A0..00FF are the font's bytes ("ViÖt Nam", "Vieät
// Nam"). Decode BEFORE folding spaces: TCVN3's ư is U+00AD, the soft hyphen,
// and its ô and ơ are « and ¬.
#include <string>
#include <string_view>

namespace haidang::lang {

// Fonts whose name ends in H (.VnTimeH) draw capitals at the codes of small letters.
enum class FontCase { as_written, capitals };

// `text` is UTF-8 as above, or raw bytes (recognised by not being UTF-8). The
// result is NFC. TCVN3 has codes for toned small letters only, so in a word or
// line that is otherwise in capitals they become capitals: "H¶I D¦¥NG" -> "HẢI DƯƠNG".
std::string decode_tcvn3(std::string_view text, FontCase font_case = FontCase::as_written);

// VNI: base letter and mark are two codes, "Vieät" = V i e ä t; ơ ư đ i-toned and ỵ are one.
std::string decode_vni(std::string_view text);

// Whether a text (a few words suffice) makes sense only after decoding: most of
// its words with such codes turn into Vietnamese syllables, and few are as they stand.
bool looks_like_tcvn3(std::string_view text);
bool looks_like_vni(std::string_view text);

}  // namespace haidang::lang
