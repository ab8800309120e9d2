#pragma once
// The two places of the Vietnamese tone mark (domain.md 4.1): hòa = hoà, khỏe =
// khoẻ, thủy = thuỷ. For keys only: stored text is never rewritten (names!).
#include <string>
#include <string_view>

namespace haidang::lang {

// The mark moved to the second vowel (hoà, khoẻ, thuỷ) in the open rhymes oa, oe,
// uy, not after q. Takes and gives NFC of the same number of code points (bytes
// may differ: ủy -> uỷ keeps, ùy -> uỳ grows by one).
std::string unify_tone_place(std::string_view nfc);

}  // namespace haidang::lang
