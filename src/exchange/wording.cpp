#include "exchange/wording.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "lang/unicode.h"

namespace haidang::exchange {

namespace {

constexpr std::array<std::string_view, 14> kPictureExtensions = {".jpg",  ".jpeg", ".png",  ".gif",  ".bmp",
                                                                 ".webp", ".tif",  ".tiff", ".jfif", ".heic",
                                                                 ".avif", ".svg",  ".ico",  ".jpe"};
constexpr std::array<std::string_view, 16> kDocumentExtensions = {
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt",
    ".ods", ".odp", ".rtf",  ".zip", ".rar",  ".7z",  ".epub", ".csv"};

bool is_closing_mark(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '*' || c == U'”' || c == U'’' || c == U'»' ||
         c == U'）' || c == U'」' || c == U'』' || c == U'》';
}

bool is_sentence_end(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == U'…' || c == U'。' || c == U'！' || c == U'？';
}

std::u32string code_points(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) result.push_back(next_code_point(text, at));
  return result;
}

bool is_edge_punctuation(char32_t c) {
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return false;
  constexpr std::u32string_view kMarks =
      U" \t\r\n.,:;!?-–—|•·*>»›<«‹…\"'“”‘’()[]{}：，。；、（）【】《》→/\\+_=~#";
  return kMarks.find(c) != std::u32string_view::npos;
}

bool has_extension(std::string_view path, auto const& extensions) {
  const auto query = path.find_first_of("?#");
  const std::string lower = to_ascii_lower(trim(path.substr(0, query)));
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](std::string_view extension) { return lower.ends_with(extension); });
}

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x52F) ||
         (c >= 0x1E00 && c <= 0x1FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x3040 && c <= 0x30FF) ||
         is_han(c);
}

// Whether a byte stands there that what clean() leaves out begins with: C0, DEL,
// the lead bytes of C1 and of the direction marks.
bool may_hold_controls(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2;
  });
}

}  // namespace

std::string clean(std::string_view text) {
  const std::string folded = fold_spaces(lang::to_nfc(text));
  if (!may_hold_controls(folded)) return folded;
  std::string kept;
  kept.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(folded, at);
    const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    const bool direction =
        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    if (!control && !direction) kept.append(folded, start, at - start);
  }
  return kept == folded ? kept : fold_spaces(kept);
}

std::string clean_parts(std::string_view line) {
  std::string result;
  for (const std::string_view part : split(line, part_mark)) {
    const std::string words = clean(part);
    if (words.empty()) continue;
    if (!result.empty()) result.push_back(part_mark);
    result += words;
  }
  return result;
}

std::string key_of(std::string_view text) {
  const std::string folded = lang::fold_marks(lang::to_lower(fold_spaces(text)));
  std::size_t first = 0;
  while (first < folded.size()) {
    std::size_t next = first;
    if (!is_edge_punctuation(next_code_point(folded, next))) break;
    first = next;
  }
  std::size_t last = folded.size();
  while (last > first) {
    std::size_t start = last - 1;
    while (start > first && (static_cast<unsigned char>(folded[start]) & 0xC0) == 0x80) --start;
    std::size_t at = start;
    if (!is_edge_punctuation(next_code_point(folded, at))) break;
    last = start;
  }
  return folded.substr(first, last - first);
}

std::string lower_in_place(std::string_view text) {
  std::string lowered = lang::to_lower(text);
  return lowered.size() == text.size() ? lowered : to_ascii_lower(text);
}

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2FA1F) ||
         (c >= 0xF900 && c <= 0xFAFF);
}

std::size_t weight_of(std::string_view text) {
  std::size_t weight = 0;
  for (std::size_t at = 0; at < text.size();) weight += is_han(next_code_point(text, at)) ? 2 : 1;
  return weight;
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_han(next_code_point(text, at))) return true;
  }
  return false;
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_letter(next_code_point(text, at))) return true;
  }
  return false;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words = split(text, ' ');
  std::erase_if(words, [](std::string_view word) { return word.empty(); });
  return words;
}

bool ends_sentence(std::string_view text) {
  const std::u32string points = code_points(text);
  for (auto c = points.rbegin(); c != points.rend(); ++c) {
    if (is_sentence_end(*c)) return true;
    if (!is_closing_mark(*c) && *c != ' ') return false;
  }
  return false;
}

std::size_t count_sentences(std::string_view text) {
  const std::u32string points = code_points(text);
  std::size_t count = 0;
  bool open = false;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!is_sentence_end(points[i])) {
      open = open || is_letter(points[i]);
      continue;
    }
    std::size_t next = i + 1;
    while (next < points.size() && (is_sentence_end(points[next]) || is_closing_mark(points[next]))) ++next;
    const bool wide = points[i] > 0x3000;
    std::size_t after = next;
    while (after < points.size() && points[after] == ' ') ++after;
    // A full stop inside a number, an abbreviation ("TP.HCM") or before a small
    // letter ends nothing.
    std::string following;
    if (after < points.size()) append_utf8(following, points[after]);
    const bool starts_new = after > next && (starts_with_capital(following) || has_digit(following) ||
                                             points[after] == U'“' || points[after] == '"');
    if (open && (next == points.size() || wide || starts_new)) {
      ++count;
      open = false;
    }
    i = next - 1;
  }
  return count + (open ? 1 : 0);
}

bool starts_with_capital(std::string_view word) {
  if (word.empty()) return false;
  std::size_t at = 0;
  const char32_t first = next_code_point(word, at);
  if (!is_letter(first) || is_han(first)) return false;
  const std::string_view letter = word.substr(0, at);
  return lang::to_lower(letter) != letter;
}

bool is_all_capitals(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (!is_letter(c) || is_han(c)) continue;
    ++letters;
    if (!starts_with_capital(text.substr(start, at - start))) return false;
  }
  return letters >= 4;
}

bool starts_with_enumerator(std::string_view text) {
  if (text.starts_with("- ") || text.starts_with("+ ") || text.starts_with("• ") || text.starts_with("* "))
    return true;
  const auto end = text.find_first_of(" ");
  const std::string_view word = text.substr(0, end);
  if (word.size() < 2 || word.size() > 8) return false;
  const char last = word.back();
  if (last != '.' && last != ')' && last != '/' && last != ':') return false;
  const std::string_view mark = word.substr(0, word.size() - 1);
  const bool number =
      std::all_of(mark.begin(), mark.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
  const bool roman = mark.find_first_not_of("IVX") == std::string_view::npos;
  return number || roman || (mark.size() == 1 && has_letter(mark));
}

namespace {

bool is_name_joint(std::string_view word) {
  constexpr std::array<std::string_view, 9> kJoints = {"-", "–", "—", "&", "và", "and", "/", "+", ","};
  return std::find(kJoints.begin(), kJoints.end(), word) != kJoints.end();
}

// Lines that end an article in capitals or in few words without being a name.
bool is_closing_formula(std::string_view text) {
  constexpr std::array<std::string_view, 14> kFormulas = {"tran trong", "tran trong cam on",
                                                          "xin cam on", "xin tran trong cam on",
                                                          "het",        "tin lien quan",
                                                          "hinh anh",   "mot so hinh anh",
                                                          "xem them",   "the end",
                                                          "thank you",  "ghi chu",
                                                          "thong bao",  "tran trong thong bao"};
  const std::string key = key_of(text);
  return std::find(kFormulas.begin(), kFormulas.end(), key) != kFormulas.end();
}

}  // namespace

bool looks_like_name(std::string_view text) {
  constexpr std::array<std::string_view, 12> kDesks = {
      "pv",           "p.v",      "bbt",        "ctv",      "nhom pv", "nhom phong vien",
      "ban bien tap", "toa soan", "phong vien", "pv - ctv", "pv-ctv",  "pv, ctv"};
  if (text.empty() || text.size() > 80 || ends_sentence(text) || is_closing_formula(text)) return false;
  const std::string key = key_of(text);
  if (std::find(kDesks.begin(), kDesks.end(), key) != kDesks.end()) return true;
  if (text.find_first_of(":;?!|@") != std::string_view::npos || has_digit(text) || has_han(text))
    return false;
  const auto words = words_of(text);
  if (words.empty() || words.size() > 8) return false;
  std::size_t names = 0;
  for (const std::string_view word : words) {
    if (is_name_joint(word)) continue;
    if (!starts_with_capital(word)) return false;
    ++names;
  }
  return names >= 1 && names <= 7;
}

bool is_account_name(std::string_view text) {
  constexpr std::array<std::string_view, 13> kAccounts = {
      "admin",      "administrator", "webadmin",         "webmaster", "quan tri",
      "quantri",    "quan tri vien", "system account",   "root",      "superadmin",
      "super user", "host",          "quan tri he thong"};
  const std::string key = key_of(text);
  return std::find(kAccounts.begin(), kAccounts.end(), key) != kAccounts.end();
}

bool has_picture_extension(std::string_view path) {
  return has_extension(path, kPictureExtensions);
}
bool has_document_extension(std::string_view path) {
  return has_extension(path, kDocumentExtensions);
}

bool is_picture_name(std::string_view text) {
  constexpr std::array<std::string_view, 16> kPrefixes = {
      "img",        "dsc", "dscn", "dscf", "image", "images", "photo",    "pic",
      "screenshot", "mvi", "pict", "anh",  "hinh",  "p",      "untitled", "z"};
  const std::string_view name = trim(text);
  if (name.empty() || name.size() > 160) return false;
  const auto spaces = std::count(name.begin(), name.end(), ' ');
  if (has_picture_extension(name)) return spaces <= 6;
  if (spaces > 0 || !has_digit(name)) return false;
  const std::string lower = to_ascii_lower(name);
  const auto letters = lower.find_first_not_of("abcdefghijklmnopqrstuvwxyz");
  const std::string_view prefix = std::string_view(lower).substr(0, letters);
  const std::string_view rest =
      letters == std::string::npos ? std::string_view{} : std::string_view(lower).substr(letters);
  if (rest.find_first_not_of("0123456789_-().abcdefx") != std::string_view::npos) return false;
  return prefix.empty() || std::find(kPrefixes.begin(), kPrefixes.end(), prefix) != kPrefixes.end();
}

std::string_view without_brackets(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kPairs = {
      {{"(", ")"}, {"[", "]"}, {"（", "）"}, {"【", "】"}}};
  text = trim(text);
  for (const auto& [open, close] : kPairs) {
    if (text.starts_with(open) && text.ends_with(close) && text.size() > open.size() + close.size()) {
      return trim(text.substr(open.size(), text.size() - open.size() - close.size()));
    }
  }
  return text;
}

std::string undouble(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() < 2 || words.size() % 2 != 0) return std::string(text);
  const auto half = static_cast<std::ptrdiff_t>(words.size() / 2);
  if (!std::equal(words.begin(), words.begin() + half, words.begin() + half)) return std::string(text);
  const std::string_view last = words[static_cast<std::size_t>(half) - 1];
  return std::string(text.substr(0, static_cast<std::size_t>(last.data() + last.size() - text.data())));
}

bool same_words(std::string_view a, std::string_view b) {
  const std::string key = key_of(a);
  return !key.empty() && key == key_of(b);
}

}  // namespace haidang::exchange
