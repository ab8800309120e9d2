#include "lang/vietnamese_syllable.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>

#include "base/text.h"
#include "lang/unicode.h"
#include "lang/vietnamese_letters.h"

namespace haidang::lang {

namespace {

constexpr std::array<std::u32string_view, 28> kOnsets{
    U"",  U"b",  U"c",   U"ch", U"d", U"đ",  U"g",  U"gh", U"gi", U"h", U"k",  U"kh", U"l", U"m",
    U"n", U"ng", U"ngh", U"nh", U"p", U"ph", U"qu", U"r",  U"s",  U"t", U"th", U"tr", U"v", U"x"};

// All rhymes without tone, sorted by code point for binary search.
constexpr auto kRhymes = [] {
  std::array<std::u32string_view, 166> rhymes{
      U"a",   U"ac",   U"ach",  U"ai",   U"am",   U"an",   U"ang",  U"anh",  U"ao",   U"ap",   U"at",
      U"au",  U"ay",   U"ăc",   U"ăm",   U"ăn",   U"ăng",  U"ăp",   U"ăt",   U"âc",   U"âm",   U"ân",
      U"âng", U"âp",   U"ât",   U"âu",   U"ây",   U"e",    U"ec",   U"em",   U"en",   U"eng",  U"eo",
      U"ep",  U"et",   U"ê",    U"êch",  U"êm",   U"ên",   U"êng",  U"ênh",  U"êp",   U"êt",   U"êu",
      U"i",   U"ia",   U"ich",  U"im",   U"in",   U"inh",  U"ip",   U"it",   U"iu",   U"iêc",  U"iêm",
      U"iên", U"iêng", U"iêp",  U"iêt",  U"iêu",  U"o",    U"oc",   U"oi",   U"om",   U"on",   U"ong",
      U"op",  U"ot",   U"oa",   U"oac",  U"oach", U"oai",  U"oam",  U"oan",  U"oang", U"oanh", U"oao",
      U"oap", U"oat",  U"oay",  U"oăc",  U"oăm",  U"oăn",  U"oăng", U"oăt",  U"oe",   U"oen",  U"oeo",
      U"oet", U"ooc",  U"oong", U"ô",    U"ôc",   U"ôi",   U"ôm",   U"ôn",   U"ông",  U"ôp",   U"ôt",
      U"ơ",   U"ơi",   U"ơm",   U"ơn",   U"ơp",   U"ơt",   U"u",    U"ua",   U"uc",   U"ui",   U"um",
      U"un",  U"ung",  U"up",   U"ut",   U"uân",  U"uâng", U"uât",  U"uây",  U"uê",   U"uêch", U"uênh",
      U"uơ",  U"uy",   U"uya",  U"uych", U"uynh", U"uyt",  U"uyu",  U"uyên", U"uyêt", U"uôc",  U"uôi",
      U"uôm", U"uôn",  U"uông", U"uôt",  U"ư",    U"ưa",   U"ưc",   U"ưi",   U"ưng",  U"ưt",   U"ưu",
      U"ươc", U"ươi",  U"ươm",  U"ươn",  U"ương", U"ươp",  U"ươt",  U"ươu",  U"y",    U"ych",  U"ynh",
      U"yt",  U"yu",   U"yêm",  U"yên",  U"yêng", U"yêt",  U"yêu",  U"uyn",  U"uyp",  U"oem",  U"ưn",
      U"ưm"};
  std::ranges::sort(rhymes);
  return rhymes;
}();
static_assert(!kRhymes.front().empty(), "the array is longer than the list");

bool is_front(char32_t c) {
  return c == U'e' || c == U'ê' || c == U'i' || c == U'y';
}

bool spells(std::u32string_view onset, std::u32string_view rhyme) {
  const bool front = is_front(rhyme.front());
  if (onset == U"k" || onset == U"gh" || onset == U"ngh") return front;
  if (onset == U"c" || onset == U"ng") return !front;
  if (onset == U"g") return !front || rhyme.front() == U'i';  // gì, giêng
  if (onset == U"qu") return rhyme.front() != U'u' && rhyme.front() != U'o' && rhyme.front() != U'ư';
  return true;
}

bool is_stopped(std::u32string_view rhyme) {
  const char32_t last = rhyme.back();
  return last == U'c' || last == U'p' || last == U't' || rhyme.ends_with(U"ch");
}

}  // namespace

bool is_vietnamese_syllable(std::string_view word) {
  const std::string lower = to_lower(word);
  std::u32string plain;
  Tone tone = Tone::ngang;
  for (std::size_t at = 0; at < lower.size();) {
    const auto letter = split_tone(next_code_point(lower, at));
    if (letter.tone != Tone::ngang && tone != Tone::ngang) return false;
    if (letter.tone != Tone::ngang) tone = letter.tone;
    plain += letter.plain;
  }
  if (plain.size() > 7) return false;  // "nghiêng"
  for (const std::u32string_view onset : kOnsets) {
    if (!plain.starts_with(onset) || plain.size() == onset.size()) continue;
    const std::u32string_view rhyme = std::u32string_view(plain).substr(onset.size());
    if (!std::ranges::binary_search(kRhymes, rhyme) || !spells(onset, rhyme)) continue;
    if (!is_stopped(rhyme) || tone == Tone::sac || tone == Tone::nang) return true;
  }
  return false;
}

bool is_unmarked_vietnamese_syllable(std::string_view word) {
  static const std::set<std::string, std::less<>> rhymes = [] {
    std::set<std::string, std::less<>> folded;
    for (const std::u32string_view rhyme : kRhymes) {
      std::string utf8;
      for (const char32_t c : rhyme) append_utf8(utf8, c);
      folded.insert(fold_marks(utf8));
    }
    return folded;
  }();
  const std::string lower = to_ascii_lower(word);
  const std::u32string plain(lower.begin(), lower.end());
  return std::ranges::any_of(kOnsets, [&](std::u32string_view onset) {
    if (!plain.starts_with(onset) || plain.size() == onset.size()) return false;
    return rhymes.contains(lower.substr(onset.size())) &&
           spells(onset, std::u32string_view(plain).substr(onset.size()));
  });
}

}  // namespace haidang::lang
