#include "lang/vietnamese_letters.h"

#include <algorithm>

namespace haidang::lang {

const std::array<Vowel, 24> kVowels{{
    {U'a', {U'à', U'ả', U'ã', U'á', U'ạ'}}, {U'ă', {U'ằ', U'ẳ', U'ẵ', U'ắ', U'ặ'}},
    {U'â', {U'ầ', U'ẩ', U'ẫ', U'ấ', U'ậ'}}, {U'e', {U'è', U'ẻ', U'ẽ', U'é', U'ẹ'}},
    {U'ê', {U'ề', U'ể', U'ễ', U'ế', U'ệ'}}, {U'i', {U'ì', U'ỉ', U'ĩ', U'í', U'ị'}},
    {U'o', {U'ò', U'ỏ', U'õ', U'ó', U'ọ'}}, {U'ô', {U'ồ', U'ổ', U'ỗ', U'ố', U'ộ'}},
    {U'ơ', {U'ờ', U'ở', U'ỡ', U'ớ', U'ợ'}}, {U'u', {U'ù', U'ủ', U'ũ', U'ú', U'ụ'}},
    {U'ư', {U'ừ', U'ử', U'ữ', U'ứ', U'ự'}}, {U'y', {U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ'}},
    {U'A', {U'À', U'Ả', U'Ã', U'Á', U'Ạ'}}, {U'Ă', {U'Ằ', U'Ẳ', U'Ẵ', U'Ắ', U'Ặ'}},
    {U'Â', {U'Ầ', U'Ẩ', U'Ẫ', U'Ấ', U'Ậ'}}, {U'E', {U'È', U'Ẻ', U'Ẽ', U'É', U'Ẹ'}},
    {U'Ê', {U'Ề', U'Ể', U'Ễ', U'Ế', U'Ệ'}}, {U'I', {U'Ì', U'Ỉ', U'Ĩ', U'Í', U'Ị'}},
    {U'O', {U'Ò', U'Ỏ', U'Õ', U'Ó', U'Ọ'}}, {U'Ô', {U'Ồ', U'Ổ', U'Ỗ', U'Ố', U'Ộ'}},
    {U'Ơ', {U'Ờ', U'Ở', U'Ỡ', U'Ớ', U'Ợ'}}, {U'U', {U'Ù', U'Ủ', U'Ũ', U'Ú', U'Ụ'}},
    {U'Ư', {U'Ừ', U'Ử', U'Ữ', U'Ứ', U'Ự'}}, {U'Y', {U'Ỳ', U'Ỷ', U'Ỹ', U'Ý', U'Ỵ'}},
}};

Letter split_tone(char32_t c) {
  // The toned vowels stand in two stretches: Ã .. ũ, and the Vietnamese block.
  constexpr char32_t kFirst = 0xC0, kEnd = 0x180, kBlock = 0x1EA0, kBlockEnd = 0x1F00;
  static const std::array<Letter, kEnd - kFirst + kBlockEnd - kBlock> table = [] {
    std::array<Letter, kEnd - kFirst + kBlockEnd - kBlock> made{};
    for (const Vowel& vowel : kVowels)
      for (std::size_t tone = 0; tone < vowel.toned.size(); ++tone) {
        const char32_t toned = vowel.toned[tone];
        made[toned < kEnd ? toned - kFirst : toned - kBlock + kEnd - kFirst] = {vowel.plain,
                                                                                static_cast<Tone>(tone + 1)};
      }
    return made;
  }();
  const bool early = c >= kFirst && c < kEnd;
  if (!early && (c < kBlock || c >= kBlockEnd)) return {c, Tone::ngang};
  const Letter letter = table[early ? c - kFirst : c - kBlock + kEnd - kFirst];
  return letter.plain == 0 ? Letter{c, Tone::ngang} : letter;
}

char32_t with_tone(char32_t plain, Tone tone) {
  const auto* found = std::ranges::find(kVowels, plain, &Vowel::plain);
  if (found == kVowels.end()) return 0;
  return tone == Tone::ngang ? plain : found->toned[static_cast<std::size_t>(tone) - 1];
}

}  // namespace haidang::lang
