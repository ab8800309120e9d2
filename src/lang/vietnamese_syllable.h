#pragma once
// Whether a word can be a Vietnamese syllable: every word of the language is one
// syllable of onset, rhyme and tone, from short closed lists. Foreign words and
// wrongly decoded text seldom pass.
#include <string_view>

namespace haidang::lang {

// One word of letters, NFC, any case. Checks the lists, the spelling rules (k, gh
// and ngh before e ê i y, c, g and ng elsewhere) and that a syllable ending in
// c, ch, p or t has the tone sắc or nặng.
bool is_vietnamese_syllable(std::string_view word);

// The same for text typed without marks ("thong tin doi ngoai"): ASCII letters
// only, tone unknown. Many short English words pass as well.
bool is_unmarked_vietnamese_syllable(std::string_view word);

}  // namespace haidang::lang
