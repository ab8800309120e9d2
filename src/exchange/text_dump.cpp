#include "exchange/text_dump.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/breadcrumb.h"
#include "exchange/error_page.h"
#include "exchange/furniture.h"
#include "exchange/html_fonts.h"
#include "exchange/old_address.h"
#include "exchange/page_metadata.h"
#include "exchange/signature.h"
#include "exchange/site_clock.h"
#include "exchange/text_captions.h"
#include "exchange/wording.h"

namespace haidang::exchange {

using content::BlockKind;

namespace {

constexpr std::size_t kMostLines = 200'000;

std::vector<Piece> lines_as_pieces(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t number = 0;
  bool blank = false;
  for (const std::string_view line : split(text, '\n')) {
    if (++number > kMostLines) break;
    Piece piece;
    piece.text = clean(line);
    if (piece.text.empty()) {
      blank = true;
      continue;
    }
    piece.parts = piece.text;
    piece.line = number;
    piece.blank_before = blank || pieces.empty();
    piece.block.text = content::plain(piece.text);
    blank = false;
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

bool is_prose(const Piece& piece) {
  const std::size_t weight = weight_of(piece.text);
  return weight >= 160 || (weight >= 60 && ends_sentence(piece.text));
}

// "CHÀO MỪNG ĐẠI HỘI …", "KỶ NIỆM 80 NĂM … (22/12/1944 - 22/12/2024)"
bool is_banner(const Piece& piece) {
  if (!is_all_capitals(piece.text)) return false;
  const std::string key = key_of(piece.text);
  return key.starts_with("ky niem") || key.starts_with("chao mung") || key.starts_with("nhiet liet") ||
         key.starts_with("cong thong tin") || key.starts_with("trang thong tin") ||
         find_dates(piece.text).size() >= 2;
}

class TextReader {
 public:
  TextReader(std::string_view text, const RecogniseOptions& options)
      : pieces_(lines_as_pieces(text)), draft_(options) {}

  std::optional<RecognisedItem> read() {
    if (pieces_.empty()) return std::nullopt;
    find_body();
    if (body_begin_ >= pieces_.size()) return std::nullopt;
    read_head();
    if (!draft_.item().title || is_error_page()) return std::nullopt;
    take_body();
    strip_tail(body_, draft_);
    read_lead_and_captions(body_, draft_);
    if (body_.empty() && !draft_.item().lead) return std::nullopt;
    draft_.item().body.blocks = blocks_of(body_);
    return draft_.finish("");
  }

 private:
  bool is_print(const Piece& piece) const { return is_small_print(read_small_print(piece.parts), piece); }

  bool is_error_page() const {
    return pieces_.size() <= 12 && std::any_of(pieces_.begin(), pieces_.end(),
                                               [](const Piece& piece) { return says_not_found(piece.text); });
  }

  bool take_old_address(const Piece& piece) {
    if (!names_old_address(piece.text)) return false;
    const auto at = piece.text.find("http");
    if (at == std::string::npos || piece.text.find(' ', at) != std::string::npos) return false;
    draft_.set(&RecognisedItem::old_address, piece.text.substr(at), piece.line, "printed address");
    return true;
  }

  // The first line of prose that is no small print.
  void find_body() {
    while (body_begin_ < pieces_.size() &&
           (!is_prose(pieces_[body_begin_]) || is_print(pieces_[body_begin_]) ||
            is_furniture(pieces_[body_begin_].text) || is_banner(pieces_[body_begin_]))) {
      ++body_begin_;
    }
    if (body_begin_ < pieces_.size()) return;
    // Only short lines: a title and what follows it.
    body_begin_ = std::min<std::size_t>(1, pieces_.size());
    while (body_begin_ < pieces_.size() &&
           (is_print(pieces_[body_begin_]) || is_furniture(pieces_[body_begin_].text)))
      ++body_begin_;
    if (body_begin_ < pieces_.size() && !ends_sentence(pieces_[body_begin_].text))
      body_begin_ = pieces_.size();
  }

  void read_head() {
    std::vector<std::size_t> candidates;
    std::vector<std::pair<std::size_t, SmallPrint>> prints;
    for (std::size_t i = 0; i < body_begin_; ++i) {
      const Piece& piece = pieces_[i];
      if (is_absolute_address(piece.text) && piece.text.find(' ') == std::string::npos) {
        draft_.set(&RecognisedItem::old_address, piece.text, piece.line, "address line");
        continue;
      }
      if (is_furniture(piece.text) || begins_furniture(piece.text) == Certainty::yes || is_banner(piece) ||
          is_picture_name(piece.text) || is_site_clock(piece.text))
        continue;
      const SmallPrint print = read_small_print(piece.parts);
      if (is_small_print(print, piece)) {
        // A weekday on the first line of all is the site's clock.
        if (i == 0 && print.values.empty() && names_weekday(piece.text)) continue;
        prints.emplace_back(i, print);
        printed_.push_back(i);
        continue;
      }
      if (!levels_of_line(piece.text).empty()) {
        paths_.push_back(i);
        continue;
      }
      candidates.push_back(i);
    }
    const auto title = choose_title(candidates);
    if (title) set_title(*title, candidates);
    take_prints(prints);
  }

  void take_prints(const std::vector<std::pair<std::size_t, SmallPrint>>& prints) {
    for (const auto& [at, print] : prints) {
      const bool above = head_end_ > at + 1;
      const bool clock =
          above && head_end_ - at > 3 && print.values.empty() && names_weekday(pieces_[at].text);
      if (!clock) draft_.take(print, pieces_[at], above ? BareDates::above_title : BareDates::taken);
    }
  }

  bool next_to_print(std::size_t at) const {
    return std::any_of(printed_.begin(), printed_.end(),
                       [&](std::size_t print) { return print == at + 1 || print + 1 == at; });
  }

  // Repeated lines, lines beside the date and long lines are titles; what stands
  // between the title and the first prose is more likely a caption.
  std::optional<std::size_t> choose_title(const std::vector<std::size_t>& candidates) const {
    std::optional<std::size_t> best;
    int best_score = 0;
    for (const std::size_t i : candidates) {
      const std::string& text = pieces_[i].text;
      const std::size_t weight = weight_of(text);
      int score = 10;
      const auto again = std::count_if(candidates.begin(), candidates.end(),
                                       [&](std::size_t k) { return pieces_[k].text == text; });
      if (again > 1) score += 30;
      if (next_to_print(i)) score += 12;
      score += weight >= 36 ? 16 : (weight >= 20 ? 8 : 0);
      if (weight > 260) score -= 10;
      if (text.ends_with('.') || text.ends_with(':')) score -= 8;
      if (undouble(text) != text) score -= 30;
      if (text.ends_with('|')) score -= 40;
      // Behind a date line that already followed a good candidate comes no title.
      if (best && behind_print(*best, i)) score -= 10;
      if (score >= best_score) {
        best = i;
        best_score = score;
      }
    }
    return best;
  }

  bool behind_print(std::size_t title, std::size_t at) const {
    return std::any_of(printed_.begin(), printed_.end(),
                       [&](std::size_t print) { return print == title + 1 && print < at; });
  }

  void set_title(std::size_t title, const std::vector<std::size_t>& candidates) {
    draft_.set(&RecognisedItem::title, pieces_[title].text, pieces_[title].line, "title line");
    head_end_ = title + 1;
    const std::string& words = *draft_.item().title;
    for (const std::size_t path : paths_) {
      if (const auto section = section_of(levels_of_line(pieces_[path].text), words)) {
        draft_.set(&RecognisedItem::section, *section, pieces_[path].line, "path line");
      }
    }
    // The nearest short line above the title, small print and the title's own
    // first appearance between them, unless it is one of a menu's lines.
    const auto own = std::find(candidates.begin(), candidates.end(), title);
    for (auto above = own; above != candidates.begin();) {
      --above;
      const Piece& piece = pieces_[*above];
      if (piece.text == words) continue;
      const bool menu =
          above != candidates.begin() && *std::prev(above) + 1 == *above && own - candidates.begin() > 3;
      const bool fits =
          weight_of(piece.text) <= 80 && !ends_sentence(piece.text) && !piece.text.ends_with(':');
      if (fits && (!menu || undouble(piece.text) != piece.text)) {
        draft_.set(&RecognisedItem::section, undouble(piece.text), piece.line, "line above the title");
      }
      return;
    }
  }

  // From behind the title to the first furniture, without small print.
  void take_body() {
    std::size_t short_lines = 0;
    for (std::size_t i = head_end_; i < pieces_.size(); ++i) {
      Piece& piece = pieces_[i];
      if (i < body_begin_) {
        const bool head =
            std::find(printed_.begin(), printed_.end(), i) != printed_.end() || is_furniture(piece.text);
        if (head || same_words(piece.text, *draft_.item().title)) continue;
      } else {
        if (paragraphs_of_prose() >= 2 && ends_here(piece)) return;
        if (take_old_address(piece) || is_pointer_elsewhere(piece.text)) continue;
        if (const Certainty furniture = begins_furniture(piece.text); furniture != Certainty::no) {
          if (!prose_follows(i)) return;
          if (furniture == Certainty::yes) continue;
        }
        if (is_furniture(piece.text)) continue;
        const SmallPrint print = read_small_print(piece.parts);
        // Author and source close an article.
        if (!print.values.empty() && is_small_print(print, piece)) {
          draft_.take(print, piece, BareDates::ignored);
          if (!prose_follows(i)) short_lines = 100;
          continue;
        }
        if (short_lines >= 100) return;
      }
      body_.push_back(std::move(piece));
    }
  }

  std::ptrdiff_t paragraphs_of_prose() const { return std::count_if(body_.begin(), body_.end(), is_prose); }

  bool ends_here(const Piece& piece) const {
    if (ends_article(piece.text) || is_site_footer(piece.text)) return true;
    return is_address_line(piece.text) && ends_sentence(body_.back().text);
  }

  bool prose_follows(std::size_t at) const {
    for (std::size_t i = at + 1; i < pieces_.size() && i < at + 12; ++i) {
      if (is_prose(pieces_[i]) && !is_print(pieces_[i]) && !is_furniture(pieces_[i].text)) return true;
    }
    return false;
  }

  std::vector<Piece> pieces_;
  ItemDraft draft_;
  std::vector<Piece> body_;
  std::vector<std::size_t> printed_;  // lines of small print in the head
  std::vector<std::size_t> paths_;
  std::size_t body_begin_ = 0;
  std::size_t head_end_ = 0;
};

}  // namespace

std::optional<RecognisedItem> recognise_text(std::string_view text, const RecogniseOptions& options) {
  return TextReader(decode_if_legacy(text), options).read();
}

}  // namespace haidang::exchange
