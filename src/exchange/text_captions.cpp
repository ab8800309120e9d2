#include "exchange/text_captions.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "exchange/wording.h"

namespace haidang::exchange {

using content::BlockKind;

namespace {

constexpr std::size_t kLongestCaption = 320;

// How captions begin: who or what is seen. Headings rarely do.
bool begins_like_caption(std::string_view text) {
  constexpr auto kBeginnings = std::to_array<std::string_view>(
      {"toan canh", "quang canh", "dai bieu",   "cac dai bieu",   "dong chi", "cac dong chi", "ong ",
       "ba ",       "anh:",       "anh ",       "lanh dao",       "doan ",    "chu tich",     "pho chu tich",
       "bi thu",    "pho bi thu", "truong ban", "pho truong ban", "giam doc", "pho giam doc", "hinh anh",
       "mot goc",   "canh ",      "nguoi dan",  "du khach",       "le ",      "trao ",        "chu toa",
       "khach ",    "hoc sinh",   "cong nhan",  "与会",           "图为",     "图：",         "participants",
       "delegates", "a view",     "the "});
  const std::string key = key_of(text);
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return key.starts_with(beginning); });
}

bool speaks_like_caption(std::string_view text) {
  constexpr auto kParts = std::to_array<std::string_view>(
      {"phat bieu", "tai hoi nghi", "tai buoi", "tai le", "chup anh", "anh:", "trao ", "tham quan", "chu tri",
       "tham du", "thuong thuc", "合影", "现场", "摄", "photo:", "speaks", "toan canh", "khai mac",
       "tai hoi thao"});
  const std::string key = key_of(text);
  return std::any_of(kParts.begin(), kParts.end(),
                     [&](std::string_view part) { return key.find(part) != std::string::npos; });
}

class CaptionReader {
 public:
  CaptionReader(std::vector<Piece>& body, ItemDraft& draft) : body_(body), draft_(draft) {}

  void read() {
    mark();
    read_lead();
    std::vector<Piece> kept;
    for (std::size_t i = 0; i < body_.size(); ++i) {
      if (body_[i].role == Role::gallery) continue;  // a picture's name
      if (body_[i].role == Role::caption) make_picture(body_[i]);
      kept.push_back(std::move(body_[i]));
    }
    body_ = std::move(kept);
  }

 private:
  bool is_name(std::size_t i) const { return i < body_.size() && is_picture_name(body_[i].text); }

  void mark() {
    for (std::size_t i = 0; i < body_.size(); ++i) {
      if (is_name(i)) {
        body_[i].role = Role::gallery;
      } else if (is_caption(i)) {
        body_[i].role = Role::caption;
      } else if (is_heading(i)) {
        body_[i].block.kind = BlockKind::heading;
        body_[i].block.level = 2;
      }
    }
  }

  bool is_caption(std::size_t i) const {
    const Piece& piece = body_[i];
    if (piece.text.ends_with("|")) return true;
    const std::size_t weight = weight_of(piece.text);
    if (weight > kLongestCaption || piece.text.ends_with(":") || starts_with_enumerator(piece.text))
      return false;
    const bool sentence = ends_sentence(piece.text);
    // Right under (or, in some systems, over) the picture's name.
    if (i > 0 && is_name(i - 1) && !piece.blank_before) return weight <= 200 || !sentence;
    if (i > 0 && is_name(i - 1) && !sentence) return true;
    if (sentence) return key_of(piece.text).starts_with("anh:");
    const bool lexical = begins_like_caption(piece.text) || speaks_like_caption(piece.text);
    const bool has_neighbours = i + 1 < body_.size();
    if (!has_neighbours) return lexical && weight >= 16;
    if (lexical) return true;
    if (has_han(piece.text)) return weight <= 60;
    // Without such words only the empty lines around it and its length speak.
    return piece.blank_before && weight >= 40 && !is_all_capitals(piece.text);
  }

  bool is_heading(std::size_t i) const {
    const Piece& piece = body_[i];
    if (i + 1 >= body_.size() || weight_of(piece.text) > 120 || ends_sentence(piece.text) ||
        piece.text.ends_with(";") || piece.text.ends_with(",") || piece.text.ends_with(":") ||
        piece.text.starts_with("- ") || piece.text.starts_with("+ ")) {
      return false;
    }
    const bool numbered = starts_with_enumerator(piece.text);
    return weight_of(body_[i + 1].text) > weight_of(piece.text) &&
           (numbered || piece.blank_before || is_all_capitals(piece.text)) &&
           starts_upper_or_number(piece.text);
  }

  static bool starts_upper_or_number(std::string_view text) {
    return starts_with_capital(text) || has_digit(text.substr(0, 1)) || has_han(text.substr(0, 3));
  }

  // One sentence, a picture, and the body goes on after it.
  void read_lead() {
    if (body_.size() < 3 || body_[0].role == Role::caption || body_[0].role == Role::gallery) return;
    const bool picture = body_[1].role == Role::caption || body_[1].role == Role::gallery;
    const bool goes_on = std::any_of(body_.begin() + 2, body_.end(),
                                     [](const Piece& piece) { return piece.role == Role::none; });
    if (!picture || !goes_on || count_sentences(body_[0].text) != 1) return;
    draft_.set(&RecognisedItem::lead, body_[0].text, body_[0].line, "one sentence before the picture");
    body_.erase(body_.begin());
  }

  static void make_picture(Piece& piece) {
    while (piece.text.ends_with("|") || piece.text.ends_with(" ")) piece.text.pop_back();
    piece.block = {};
    piece.block.kind = BlockKind::image;
    piece.block.text = content::plain(piece.text);
  }

  std::vector<Piece>& body_;
  ItemDraft& draft_;
};

}  // namespace

void read_lead_and_captions(std::vector<Piece>& body, ItemDraft& draft) {
  CaptionReader(body, draft).read();
}

}  // namespace haidang::exchange
