#include "exchange/input_decoding.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "base/text.h"
#include "exchange/wording.h"
#include "lang/legacy_fonts.h"
#include "lang/unicode.h"

namespace haidang::exchange {

namespace {

constexpr std::size_t kSample = 64 * 1024;

std::string quoted_word_behind(std::string_view text, std::string_view key) {
  const std::string lowered = to_ascii_lower(text);
  for (std::size_t at = lowered.find(key); at != std::string::npos; at = lowered.find(key, at + 1)) {
    std::size_t from = at + key.size();
    while (from < lowered.size() && (lowered[from] == ' ' || lowered[from] == '=')) ++from;
    if (from == at + key.size()) continue;
    while (from < lowered.size() && (lowered[from] == '"' || lowered[from] == '\'' || lowered[from] == ' '))
      ++from;
    const std::size_t end = lowered.find_first_of("\"' ;>/?,", from);
    const std::string word = lowered.substr(from, end == std::string::npos ? end : end - from);
    if (!word.empty() && word.size() < 40) return word;
  }
  return {};
}

// <meta charset>, <meta http-equiv content>, <?xml encoding?>: the first 4 KiB.
std::string declared_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  if (head.substr(0, 200).find("<?xml") != std::string_view::npos) {
    const std::string name = quoted_word_behind(head.substr(0, head.find("?>")), "encoding");
    if (!name.empty()) return name;
  }
  return quoted_word_behind(head, "charset");
}

// How a text reads as Vietnamese, Chinese or Western prose: letters of these
// languages count, letters and signs that stand in none of them count against.
double plausibility(std::string_view text) {
  // A fifth of any Chinese text; other bytes read as GBK give rare characters.
  constexpr std::u32string_view kCommonHan =
      U"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种"
      U"面而方后多定行学法所"
      U"民得经省信息外新闻市部全家公司月日與會這個國時來們對發動說種後學經";
  double good = 0;
  double bad = 0;
  std::size_t han = 0;
  std::size_t common = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x80) continue;
    const bool vietnamese = (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x103 || c == 0x102 || c == 0x110 ||
                            c == 0x111 || c == 0x1A0 || c == 0x1A1 || c == 0x1AF || c == 0x1B0 ||
                            c == 0x128 || c == 0x129 || c == 0x168 || c == 0x169;
    const bool western = (c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7 && c != 0xFE && c != 0xDE);
    const bool typographic =
        c == 0xA0 || (c >= 0x2010 && c <= 0x2026) || c == 0xAB || c == 0xBB || c == 0xB0 || c == 0xAD;
    if (is_han(c)) {
      ++han;
      common += kCommonHan.find(c) != std::u32string_view::npos ? 1U : 0U;
    } else if (vietnamese) {
      good += 2;
    } else if (western) {
      good += 0.5;
    } else if (!typographic && !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFF00 && c <= 0xFFEF)) {
      bad += 3;
    }
  }
  const double han_score = 2.0 * static_cast<double>(han);
  return good - bad + (common * 10 >= han ? han_score : -han_score);
}

std::string guessed_by_uchardet(std::string_view bytes) {
  const std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> detector(
      uchardet_new(), &uchardet_delete);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return to_ascii_lower(uchardet_get_charset(detector.get()));
}

std::size_t malformed(std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find("\xEF\xBF\xBD"); at != std::string_view::npos;
       at = text.find("\xEF\xBF\xBD", at + 3))
    ++count;
  return count;
}

// The best reading among candidates, the first one in doubt.
std::string best_of(std::string_view bytes, const std::vector<std::string>& candidates) {
  std::string best;
  double best_score = 0;
  const std::string_view sample = bytes.substr(0, kSample);
  for (const std::string& candidate : candidates) {
    const auto text = lang::decode(sample, candidate);
    if (!text) continue;
    const double score = plausibility(*text) - 5.0 * static_cast<double>(malformed(*text));
    if (best.empty() || score > best_score) {
      best = candidate;
      best_score = score;
    }
  }
  return best.empty() ? "windows-1252" : best;
}

bool is_western(std::string_view label) {
  constexpr std::array<std::string_view, 12> kLabels = {
      "iso-8859-1", "iso8859-1",   "latin1",         "windows-1252", "cp1252",       "us-ascii",
      "ascii",      "iso-8859-15", "x-user-defined", "user-defined", "windows-1250", "l1"};
  return std::find(kLabels.begin(), kLabels.end(), label) != kLabels.end();
}

// UTF-16 without a mark: nearly every other byte of markup is NUL.
std::optional<std::string> as_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 4096);
  if (sample.size() < 8) return std::nullopt;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1U : 0U;
  const std::size_t half = sample.size() / 2;
  if (zeros[1] > half / 3 && zeros[0] < half / 50 + 1) return "utf-16le";
  if (zeros[0] > half / 3 && zeros[1] < half / 50 + 1) return "utf-16be";
  return std::nullopt;
}

bool is_known_binary(std::string_view bytes) {
  constexpr std::array<std::string_view, 12> kMagic = {"\x89PNG",
                                                       "\xFF\xD8\xFF",
                                                       "GIF8",
                                                       "%PDF",
                                                       "PK\x03\x04",
                                                       "\xD0\xCF\x11\xE0",
                                                       "\x1F\x8B",
                                                       "RIFF",
                                                       "Rar!",
                                                       "7z\xBC\xAF",
                                                       "\x7F"
                                                       "ELF",
                                                       "BM"};
  return std::any_of(kMagic.begin(), kMagic.end() - 1,
                     [&](std::string_view magic) { return bytes.starts_with(magic); });
}

// Text has hardly any control characters, and hardly any bytes that stay malformed.
bool is_text(std::string_view text) {
  std::size_t controls = 0;
  std::size_t letters = 0;
  const std::string_view sample = truncate_utf8(text, kSample);
  for (std::size_t at = 0; at < sample.size();) {
    const char32_t c = next_code_point(sample, at);
    ++letters;
    const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') ||
                         (c >= 0x7F && c < 0xA0) || c == 0xFFFD;
    if (control) ++controls;
  }
  return controls * 20 <= letters;
}

std::string choose(std::string_view bytes) {
  std::string declared = declared_encoding(bytes);
  const std::string_view sample = truncate_utf8(bytes, kSample);
  const bool ascii =
      std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii || is_valid_utf8(bytes)) return "utf-8";
  if (declared.starts_with("utf-16") || declared == "unicode")
    declared.clear();  // it was read as bytes just now
  if (declared.starts_with("utf-8") || declared == "utf8") {
    // A few broken bytes do not make it another encoding.
    std::size_t wrong = 0;
    std::size_t high = 0;
    for (std::size_t at = 0; at < sample.size();) {
      const char32_t c = next_code_point(sample, at);
      high += c >= 0x80 ? 1U : 0U;
      wrong += c == 0xFFFD ? 1U : 0U;
    }
    if (wrong * 10 <= high) return "utf-8";
    declared.clear();
  }
  const bool known = !declared.empty() && lang::decode("a", declared).has_value();
  if (known && !is_western(declared)) return declared;
  // Undeclared, or declared as the West's default: Vietnamese pages were often
  // windows-1258 under that name. TCVN3 and VNI need the plain reading.
  const std::string plain = lang::decode(bytes.substr(0, kSample), "windows-1252").value_or("");
  if (lang::looks_like_tcvn3(plain) || lang::looks_like_vni(plain)) return "windows-1252";
  std::vector<std::string> candidates = {"windows-1252", "windows-1258"};
  if (!known) {
    candidates.insert(candidates.end(), {"gb18030", "big5"});
    if (std::string guess = guessed_by_uchardet(bytes.substr(0, kSample)); !guess.empty())
      candidates.push_back(std::move(guess));
  }
  return best_of(bytes, candidates);
}

}  // namespace

DecodedInput decode_input(std::string_view bytes) {
  DecodedInput input;
  if (is_known_binary(bytes)) return input;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    input.encoding = "utf-8";
    bytes.remove_prefix(3);
  } else if (bytes.starts_with("\xFF\xFE")) {
    input.encoding = "utf-16le";
    bytes.remove_prefix(2);
  } else if (bytes.starts_with("\xFE\xFF")) {
    input.encoding = "utf-16be";
    bytes.remove_prefix(2);
  } else if (const auto wide = as_utf16(bytes)) {
    input.encoding = *wide;
  } else {
    input.encoding = choose(bytes);
  }
  if (input.encoding == "utf-8" && is_valid_utf8(bytes)) {
    input.text = std::string(bytes);
  } else {
    input.text = lang::decode(bytes, input.encoding).value_or(lang::to_nfc(bytes));
  }
  input.readable = is_text(input.text);
  return input;
}

}  // namespace haidang::exchange
