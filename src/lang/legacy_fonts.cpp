#include "lang/legacy_fonts.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "lang/unicode.h"

namespace haidang::lang {

namespace {

// TCVN 5712:1993 VN3, codes A0..FF; 0 where VN3 has no letter. Capitals have codes
// of their own only from A1 to A7.
constexpr std::array<char32_t, 96> kTcvn3{
    0,    U'Ă', U'Â', U'Ê', U'Ô', U'Ơ', U'Ư', U'Đ', U'ă', U'â', U'ê', U'ô', U'ơ', U'ư', U'đ', 0,     // A0
    0,    0,    0,    0,    0,    U'à', U'ả', U'ã', U'á', U'ạ', 0,    U'ằ', U'ẳ', U'ẵ', U'ắ', 0,     // B0
    0,    0,    0,    0,    0,    0,    U'ặ', U'ầ', U'ẩ', U'ẫ', U'ấ', U'ậ', U'è', 0,    U'ẻ', U'ẽ',  // C0
    U'é', U'ẹ', U'ề', U'ể', U'ễ', U'ế', U'ệ', U'ì', U'ỉ', 0,    0,    0,    U'ĩ', U'í', U'ị', U'ò',  // D0
    0,    U'ỏ', U'õ', U'ó', U'ọ', U'ồ', U'ổ', U'ỗ', U'ố', U'ộ', U'ờ', U'ở', U'ỡ', U'ớ', U'ợ', U'ù',  // E0
    0,    U'ủ', U'ũ', U'ú', U'ụ', U'ừ', U'ử', U'ữ', U'ứ', U'ự', U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ', 0,     // F0
};

// U+03BC is what compatibility folding makes of U+00B5 (µ).
char32_t tcvn3_letter(char32_t c) {
  if (c == 0x3BC) c = 0xB5;
  return c >= 0xA0 && c <= 0xFF ? kTcvn3[c - 0xA0] : 0;
}

// Marks as combining characters, so that NFC joins them to their base.
struct VniMark {
  char32_t small;
  char32_t capital;
  std::u32string_view bases;
  std::u32string_view marks;
};

constexpr std::u32string_view kAnyVowel = U"aeouyơưAEOUYƠƯ";
constexpr std::u32string_view kHatted = U"aeoAEO";
constexpr std::u32string_view kBreved = U"aA";

constexpr std::array kVniMarks{
    VniMark{U'ø', U'Ø', kAnyVowel, U"\u0300"},     VniMark{U'û', U'Û', kAnyVowel, U"\u0309"},
    VniMark{U'õ', U'Õ', kAnyVowel, U"\u0303"},     VniMark{U'ù', U'Ù', kAnyVowel, U"\u0301"},
    VniMark{U'ï', U'Ï', kAnyVowel, U"\u0323"},     VniMark{U'â', U'Â', kHatted, U"\u0302"},
    VniMark{U'à', U'À', kHatted, U"\u0302\u0300"}, VniMark{U'å', U'Å', kHatted, U"\u0302\u0309"},
    VniMark{U'ã', U'Ã', kHatted, U"\u0302\u0303"}, VniMark{U'á', U'Á', kHatted, U"\u0302\u0301"},
    VniMark{U'ä', U'Ä', kHatted, U"\u0302\u0323"}, VniMark{U'ê', U'Ê', kBreved, U"\u0306"},
    VniMark{U'è', U'È', kBreved, U"\u0306\u0300"}, VniMark{U'ú', U'Ú', kBreved, U"\u0306\u0309"},
    VniMark{U'ü', U'Ü', kBreved, U"\u0306\u0303"}, VniMark{U'é', U'É', kBreved, U"\u0306\u0301"},
    VniMark{U'ë', U'Ë', kBreved, U"\u0306\u0323"},
};

struct VniSingle {
  char32_t code;
  char32_t letter;
};

constexpr std::array kVniSingles{
    VniSingle{U'ñ', U'đ'}, VniSingle{U'Ñ', U'Đ'}, VniSingle{U'ô', U'ơ'}, VniSingle{U'Ô', U'Ơ'},
    VniSingle{U'ö', U'ư'}, VniSingle{U'Ö', U'Ư'}, VniSingle{U'ì', U'ì'}, VniSingle{U'Ì', U'Ì'},
    VniSingle{U'æ', U'ỉ'}, VniSingle{U'Æ', U'Ỉ'}, VniSingle{U'ó', U'ĩ'}, VniSingle{U'Ó', U'Ĩ'},
    VniSingle{U'í', U'í'}, VniSingle{U'Í', U'Í'}, VniSingle{U'ò', U'ị'}, VniSingle{U'Ò', U'Ị'},
    VniSingle{U'î', U'ỵ'}, VniSingle{U'Î', U'Ỵ'},
};

std::string as_utf8(std::string_view text) {
  return is_valid_utf8(text) ? std::string(text) : decode(text, "windows-1252").value_or(std::string(text));
}

bool is_ascii_capital(char32_t c) {
  return c >= U'A' && c <= U'Z';
}
bool is_ascii_small(char32_t c) {
  return c >= U'a' && c <= U'z';
}

// One letter of a TCVN3 line: what it stands for, and whether its case is certain.
struct Decoded {
  char32_t letter;
  bool is_letter = false;
  bool is_toned = false;  // from a code that serves both cases
  bool is_capital = false;
};

Decoded decode_letter(char32_t c) {
  if (is_ascii_capital(c) || is_ascii_small(c)) return {c, true, false, is_ascii_capital(c)};
  const char32_t letter = tcvn3_letter(c);
  if (letter == 0) return {c};
  const bool own_case = c >= 0xA1 && c <= 0xAE;
  return {letter, true, !own_case, own_case && c <= 0xA7};
}

struct Word {
  std::size_t begin;
  std::size_t end;
  std::size_t capitals_inside = 0;  // certain capitals other than the first letter
  std::size_t smalls = 0;           // certain small letters
};

std::vector<Word> words_of(const std::vector<Decoded>& line) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!line[i].is_letter) continue;
    if (i == 0 || !line[i - 1].is_letter) words.push_back({i, i});
    Word& word = words.back();
    word.end = i + 1;
    if (line[i].is_toned) continue;
    if (!line[i].is_capital)
      ++word.smalls;
    else if (i != word.begin)
      ++word.capitals_inside;
  }
  return words;
}

void write_line(std::string& out, const std::vector<Decoded>& line, FontCase font_case) {
  const std::vector<Word> words = words_of(line);
  const bool no_smalls = std::ranges::all_of(words, [](const Word& word) { return word.smalls == 0; });
  const bool any_capitals =
      std::ranges::any_of(words, [](const Word& word) { return word.capitals_inside > 0; });
  std::vector<bool> raise(line.size(), font_case == FontCase::capitals);
  for (const Word& word : words) {
    const bool capital_word = word.smalls == 0 && word.capitals_inside > 0;
    if (!capital_word && !(no_smalls && any_capitals)) continue;
    std::fill(raise.begin() + static_cast<std::ptrdiff_t>(word.begin),
              raise.begin() + static_cast<std::ptrdiff_t>(word.end), true);
  }
  for (std::size_t i = 0; i < line.size(); ++i) {
    std::string letter;
    append_utf8(letter, line[i].letter);
    out += raise[i] && line[i].is_letter ? to_upper(letter) : letter;
  }
}

const VniMark* find_vni_mark(char32_t c) {
  const auto* found =
      std::ranges::find_if(kVniMarks, [c](const VniMark& m) { return c == m.small || c == m.capital; });
  return found == kVniMarks.end() ? nullptr : found;
}

char32_t vni_single(char32_t c) {
  const auto* found = std::ranges::find(kVniSingles, c, &VniSingle::code);
  return found == kVniSingles.end() ? c : found->letter;
}

}  // namespace

std::string decode_tcvn3(std::string_view text, FontCase font_case) {
  const std::string utf8 = as_utf8(text);
  std::string out;
  std::vector<Decoded> line;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    line.push_back(decode_letter(c));
    if (c != U'\n') continue;
    write_line(out, line, font_case);
    line.clear();
  }
  write_line(out, line, font_case);
  return to_nfc(out);
}

std::string decode_vni(std::string_view text) {
  const std::string utf8 = as_utf8(text);
  std::string out;
  char32_t base = 0;  // the letter just written, if a mark may follow it
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    const VniMark* mark = base != 0 ? find_vni_mark(c) : nullptr;
    if (mark != nullptr && mark->bases.find(base) != std::u32string_view::npos) {
      for (const char32_t combining : mark->marks) append_utf8(out, combining);
      base = 0;
      continue;
    }
    base = vni_single(c);
    append_utf8(out, base);
  }
  return to_nfc(out);
}

}  // namespace haidang::lang
