#pragma once
// The 12 vowels of Vietnamese with their five tone marks: 60 of the 67 marked
// lower-case letters (the others are ă â đ ê ô ơ ư themselves).
#include <array>

namespace haidang::lang {

enum class Tone { ngang, huyen, hoi, nga, sac, nang };

struct Vowel {
  char32_t plain;
  std::array<char32_t, 5> toned;  // huyền hỏi ngã sắc nặng
};

// Lower case, then upper case in the same order.
extern const std::array<Vowel, 24> kVowels;

struct Letter {
  char32_t plain;  // without tone, quality kept: ấ -> â
  Tone tone;
};

// Any code point; one without a tone comes back as it is.
Letter split_tone(char32_t c);
// The vowel with the tone; 0 if `plain` is no Vietnamese vowel.
char32_t with_tone(char32_t plain, Tone tone);

}  // namespace haidang::lang
