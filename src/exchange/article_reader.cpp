#include "exchange/article_reader.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/furniture.h"
#include "exchange/signature.h"
#include "exchange/site_clock.h"
#include "exchange/small_print_list.h"
#include "exchange/wording.h"

namespace haidang::exchange {

using content::BlockKind;

namespace {

constexpr std::size_t kShortLine = 60;

bool is_prose(const Piece& piece) {
  if (piece.link_share > 0.5) return false;
  const std::size_t weight = weight_of(piece.text);
  return weight >= 100 || (weight >= 40 && ends_sentence(piece.text));
}

bool is_list(const Piece& piece) {
  return piece.block.kind == BlockKind::bullet_list || piece.block.kind == BlockKind::ordered_list;
}

class ArticleReader {
 public:
  ArticleReader(ArticlePieces article, ItemDraft& draft) : article_(std::move(article)), draft_(draft) {}

  void read() {
    const bool titled = article_.title != ArticlePieces::npos;
    if (titled) {
      const Piece& title = article_.pieces[article_.title];
      draft_.set(&RecognisedItem::title, title.text, title.line,
                 title.block.kind == BlockKind::heading ? "heading" : "title line");
      read_before_title();
    }
    std::size_t at = titled ? article_.title + 1 : article_.content_begin;
    while (at < article_.end && at < article_.pieces.size()) at = read_piece(at);
    if (!titled) read_just_before_content();
    strip_tail(body_, draft_);
    return_lonely_lead();
    draft_.item().body.blocks = blocks_of(body_);
  }

 private:
  // Small print above the title; the nearest date only.
  void read_before_title() {
    const std::size_t from = article_.title > 8 ? article_.title - 8 : 0;
    for (std::size_t i = article_.title; i-- > from;) {
      const Piece& piece = article_.pieces[i];
      if (!piece.is_text() || is_clock(piece)) continue;
      read_section(piece);
      if (is_prose(piece)) break;
      const SmallPrint print = read_small_print(piece.parts);
      if (print.values.empty() && piece.in_frame && names_weekday(piece.text)) continue;
      const BareDates bare = article_.title - i <= 3 ? BareDates::above_title : BareDates::ignored;
      if (is_small_print(print, piece)) draft_.take(print, piece, bare);
    }
  }

  void read_just_before_content() {
    for (std::size_t i = article_.content_begin; i-- > 0 && article_.content_begin - i <= 3;) {
      const Piece& piece = article_.pieces[i];
      if (!piece.is_text() || is_clock(piece)) continue;
      const SmallPrint print = read_small_print(piece.parts);
      if (!print.values.empty() && is_small_print(print, piece))
        draft_.take(print, piece, BareDates::ignored);
    }
  }

  void read_section(const Piece& piece) {
    if (piece.role != Role::section || weight_of(piece.text) > 80 || is_home(piece.text)) return;
    const SmallPrint print = read_small_print(piece.parts);
    if (!print.values.empty() || print.bare_date) return;
    draft_.set(&RecognisedItem::section, undouble(piece.text), piece.line, "class of a section");
  }

  static bool is_clock(const Piece& piece) { return is_site_clock(piece.text); }

  bool in_content(std::size_t at) const { return at >= article_.content_begin && at < article_.content_end; }
  bool started() const {
    return std::any_of(body_.begin(), body_.end(), [](const Piece& p) { return !p.is_picture(); });
  }

  bool prose_follows(std::size_t at) const {
    for (std::size_t i = at + 1; i < article_.content_end && i < article_.pieces.size(); ++i) {
      if (is_prose(article_.pieces[i])) return true;
    }
    return false;
  }

  // Takes the piece at `at`; returns the index to go on from.
  std::size_t read_piece(std::size_t at) {
    Piece& piece = article_.pieces[at];
    if (piece.block.kind == BlockKind::rule) {
      if (!body_.empty() && in_content(at)) body_.push_back(std::move(piece));
      return at + 1;
    }
    if (piece.is_text()) {
      const Certainty furniture = begins_furniture(piece.text, piece.link_share);
      if (furniture == Certainty::yes || (furniture == Certainty::maybe && !prose_follows(at)))
        return skip_furniture(at);
      if (is_furniture(piece.text) || is_clock(piece)) return at + 1;
      if (!started() && draft_.item().title && same_words(piece.text, *draft_.item().title)) return at + 1;
      if (is_pointer(piece)) return at + 1;
    }
    if (is_list(piece) && piece.link_share > 0.75 && (!in_content(at) || !prose_follows(at))) return at + 1;
    if (piece.is_picture() && !in_content(at) && started()) return at + 1;
    if (!started() && read_head(at)) return at + 1;
    if (!in_content(at) && started() && at >= article_.content_end) return read_behind(at);
    turn_caption_into_picture(piece);
    if (!piece.is_picture() || at < article_.content_end) body_.push_back(std::move(piece));
    return at + 1;
  }

  // "Xem thêm: …", ">> Tin khác": a line that is a link elsewhere.
  static bool is_pointer(const Piece& piece) {
    if (piece.link_share < 0.5) return false;
    const std::string key = key_of(piece.text);
    return piece.text.starts_with(">>") || piece.text.starts_with("»") || key.starts_with("xem them") ||
           key.starts_with("doc them") || key.starts_with("read more") || key.starts_with("see also") ||
           key.starts_with("xem tiep") || key.starts_with("related:");
  }

  // Behind a furniture heading: links and short lines until prose goes on.
  std::size_t skip_furniture(std::size_t at) const {
    if (!prose_follows(at)) return article_.pieces.size();
    std::size_t next = at + 1;
    while (next < article_.content_end && !is_prose(article_.pieces[next]) &&
           !article_.pieces[next].is_picture())
      ++next;
    return next;
  }

  // Between title and body. True if the piece is no part of the body.
  bool read_head(std::size_t at) {
    Piece& piece = article_.pieces[at];
    if (is_list(piece)) return read_small_print_list(piece, BareDates::taken, draft_);
    if (!piece.is_text()) return false;
    const SmallPrint print = read_small_print(piece.parts);
    if (is_small_print(print, piece)) {
      draft_.take(print, piece, BareDates::taken);
      return true;
    }
    if (piece.role == Role::author && looks_like_name(piece.text)) {
      draft_.set_byline(piece.text, piece.line, "class of an author");
      return true;
    }
    if (piece.role == Role::section && weight_of(piece.text) <= kShortLine && !ends_sentence(piece.text)) {
      read_section(piece);
      return true;
    }
    if (read_lead(at)) return true;
    const bool short_line = weight_of(piece.text) < kShortLine && !ends_sentence(piece.text);
    if (short_line && piece.link_share > 0.8 && !has_document_extension(link_in(piece))) return true;
    return !in_content(at) && (short_line || piece.link_share > 0.5) && piece.role != Role::caption;
  }

  static std::string link_in(const Piece& piece) {
    for (const content::Inline& run : piece.block.text) {
      for (const content::Mark& mark : run.marks) {
        if (mark.kind == content::MarkKind::link) return mark.value;
      }
    }
    return {};
  }

  bool read_lead(std::size_t at) {
    const Piece& piece = article_.pieces[at];
    const bool by_name = piece.role == Role::lead;
    const bool by_heading =
        piece.block.kind == BlockKind::heading && weight_of(piece.text) >= 80 && ends_sentence(piece.text);
    const bool by_weight = is_bold_lead(at);
    if (lead_closed_ || (!by_name && !by_heading && !by_weight)) return false;
    if (by_name && give_caption(piece)) return true;
    const std::string_view rule =
        by_name ? "class of a lead"
                : (by_heading ? "sentence as heading under the title" : "bold first paragraph");
    if (!draft_.set(&RecognisedItem::lead, piece.text, piece.line, rule)) {
      if (!by_name || !lead_by_name_) return false;
      *draft_.item().lead += " " + piece.text;
    }
    lead_by_name_ = by_name;
    lead_closed_ = !by_name;
    lead_pieces_.push_back(piece);
    return true;
  }

  // "Ảnh minh họa" under the picture that floats beside the lead.
  bool give_caption(const Piece& piece) {
    const bool short_line = weight_of(piece.text) < kShortLine && !ends_sentence(piece.text);
    if (!short_line || !(piece.centred || piece.italic) || body_.empty()) return false;
    Piece& picture = body_.back();
    if (picture.block.kind != BlockKind::image || !picture.block.text.empty()) return false;
    picture.block.text = piece.block.text;
    picture.text = piece.text;
    return true;
  }

  // Wholly bold, a sentence or long, with other than bold text after it.
  bool is_bold_lead(std::size_t at) const {
    const Piece& piece = article_.pieces[at];
    if (!piece.bold || piece.block.kind != BlockKind::paragraph || weight_of(piece.text) < 40) return false;
    if (!ends_sentence(piece.text) && weight_of(piece.text) < 100) return false;
    if (starts_with_enumerator(piece.text) || is_all_capitals(piece.text) || piece.text.ends_with(":"))
      return false;
    for (std::size_t i = at + 1; i < article_.content_end && i < article_.pieces.size(); ++i) {
      const Piece& next = article_.pieces[i];
      if (next.is_text() && is_prose(next)) return !next.bold;
    }
    return false;
  }

  // Behind the content element: who wrote it, and prose that was left outside.
  std::size_t read_behind(std::size_t at) {
    Piece& piece = article_.pieces[at];
    if (is_list(piece)) read_small_print_list(piece, BareDates::ignored, draft_);
    if (!piece.is_text()) return at + 1;
    const SmallPrint print = read_small_print(piece.parts);
    if (!print.values.empty() && is_small_print(print, piece)) {
      draft_.take(print, piece, BareDates::ignored);
      return at + 1;
    }
    if (behind_ == 0 && is_prose(piece) && piece.link_share < 0.2 && weight_of(piece.text) >= 100) {
      body_.push_back(std::move(piece));
      return at + 1;
    }
    if (++behind_ <= 2) {
      const auto signature = read_signature(piece);
      const bool styled = piece.right_aligned || piece.bold || piece.italic || piece.role == Role::author ||
                          piece.role == Role::source;
      if (signature && styled && signature->byline)
        draft_.set_byline(*signature->byline, piece.line, "signature behind the text");
      if (signature && signature->source)
        draft_.set(&RecognisedItem::source, *signature->source, piece.line, "source behind the text");
    }
    return behind_ > 12 ? article_.pieces.size() : at + 1;
  }

  // A caption whose picture is gone.
  static void turn_caption_into_picture(Piece& piece) {
    if (piece.role != Role::caption || !piece.is_text() || weight_of(piece.text) > 320) return;
    piece.block.kind = BlockKind::image;
    piece.block.level = 0;
  }

  // Nothing but a lead: then it was the text.
  void return_lonely_lead() {
    if (!body_.empty() || lead_pieces_.empty()) return;
    draft_.item().lead.reset();
    draft_.item().evidence.erase("lead");
    body_ = std::move(lead_pieces_);
  }

  ArticlePieces article_;
  ItemDraft& draft_;
  std::vector<Piece> body_;
  std::vector<Piece> lead_pieces_;
  bool lead_by_name_ = false;
  bool lead_closed_ = false;
  int behind_ = 0;
};

// How much a piece looks like the title of the article that follows it.
int title_score(const Piece& piece, int match) {
  const std::size_t weight = weight_of(piece.text);
  if (!piece.is_text() || weight < 6 || weight > 400 ||
      begins_furniture(piece.text, piece.link_share) == Certainty::yes || is_furniture(piece.text))
    return -1000;
  const SmallPrint print = read_small_print(piece.parts);
  if (is_small_print(print, piece)) return -1000;
  int score = 0;
  if (piece.block.kind == BlockKind::heading) score += 24 - 4 * piece.block.level;
  if (piece.role == Role::title) score += 18;
  if (piece.role == Role::lead || piece.role == Role::small_print || piece.role == Role::caption) score -= 20;
  if (piece.role == Role::section) score -= 12;
  score += match;
  if (piece.big) score += 12;
  if (piece.bold) score += 6;
  if (piece.centred && (piece.big || piece.bold)) score += 4;
  score += weight >= 24 ? 8 : (weight < 14 ? -10 : 0);
  if (piece.link_share > 0.8) score -= 12;
  if (ends_sentence(piece.text) && piece.block.kind != BlockKind::heading) score -= 10;
  return score;
}

}  // namespace

std::size_t find_title(const ArticlePieces& article, const std::vector<int>& matches) {
  std::size_t best = ArticlePieces::npos;
  int best_score = 11;
  std::size_t prose = 0;
  for (std::size_t i = 0; i < article.content_end && i < article.pieces.size(); ++i) {
    const Piece& piece = article.pieces[i];
    const int score = title_score(piece, matches[i]);
    // The later of two equals stands nearer to the text: the first is the frame's.
    if (score > best_score || (score == best_score && best != ArticlePieces::npos && prose == 0)) {
      best = i;
      best_score = score;
    }
    if (i >= article.content_begin && is_prose(piece) && !piece.bold && score < 20)
      prose += weight_of(piece.text);
    if (prose > 300) break;
  }
  return best;
}

void read_article(ArticlePieces article, ItemDraft& draft) {
  ArticleReader(std::move(article), draft).read();
}

}  // namespace haidang::exchange
