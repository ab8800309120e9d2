#include "lang/tone_place.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace haidang::lang {

namespace {

// Each vowel without and with its tone, in one order: ngang huyền hỏi ngã sắc nặng.
struct Vowel {
  char32_t plain;
  std::array<char32_t, 5> toned;
};

constexpr std::array kVowels{
    Vowel{U'a', {U'à', U'ả', U'ã', U'á', U'ạ'}}, Vowel{U'A', {U'À', U'Ả', U'Ã', U'Á', U'Ạ'}},
    Vowel{U'e', {U'è', U'ẻ', U'ẽ', U'é', U'ẹ'}}, Vowel{U'E', {U'È', U'Ẻ', U'Ẽ', U'É', U'Ẹ'}},
    Vowel{U'o', {U'ò', U'ỏ', U'õ', U'ó', U'ọ'}}, Vowel{U'O', {U'Ò', U'Ỏ', U'Õ', U'Ó', U'Ọ'}},
    Vowel{U'u', {U'ù', U'ủ', U'ũ', U'ú', U'ụ'}}, Vowel{U'U', {U'Ù', U'Ủ', U'Ũ', U'Ú', U'Ụ'}},
    Vowel{U'y', {U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ'}}, Vowel{U'Y', {U'Ỳ', U'Ỷ', U'Ỹ', U'Ý', U'Ỵ'}},
};

const Vowel* vowel_of_plain(char32_t c) {
  const auto* found = std::ranges::find(kVowels, c, &Vowel::plain);
  return found == kVowels.end() ? nullptr : found;
}

struct Toned {
  char32_t plain;
  std::size_t tone;
};

std::optional<Toned> split_tone(char32_t c) {
  if (c < 0xC0) return std::nullopt;
  for (const Vowel& vowel : kVowels) {
    const auto* found = std::ranges::find(vowel.toned, c);
    if (found != vowel.toned.end())
      return Toned{vowel.plain, static_cast<std::size_t>(found - vowel.toned.begin())};
  }
  return std::nullopt;
}

char32_t ascii_lower(char32_t c) {
  return c >= U'A' && c <= U'Z' ? c + 32 : c;
}

bool is_contested(char32_t first, char32_t second) {
  first = ascii_lower(first);
  second = ascii_lower(second);
  return (first == U'o' && (second == U'a' || second == U'e')) || (first == U'u' && second == U'y');
}

// A letter behind the rhyme closes it ("hoàn", "hoài", "huỳnh").
bool is_letter(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x300 && c <= 0x36F) ||
         (c >= 0x1E00 && c <= 0x1EFF);
}

}  // namespace

std::string unify_tone_place(std::string_view nfc) {
  std::string out;
  out.reserve(nfc.size());
  char32_t before = 0;
  for (std::size_t at = 0; at < nfc.size();) {
    const char32_t first = next_code_point(nfc, at);
    const auto toned = split_tone(first);
    std::size_t next = at;
    const char32_t second = toned && next < nfc.size() ? next_code_point(nfc, next) : 0;
    const Vowel* vowel = second != 0 ? vowel_of_plain(second) : nullptr;
    std::size_t beyond = next;
    const bool closed = next < nfc.size() && is_letter(next_code_point(nfc, beyond));
    if (vowel != nullptr && is_contested(toned->plain, second) && !closed && ascii_lower(before) != U'q') {
      append_utf8(out, toned->plain);
      append_utf8(out, vowel->toned[toned->tone]);
      before = second;
      at = next;
    } else {
      append_utf8(out, first);
      before = first;
    }
  }
  return out;
}

}  // namespace haidang::lang
