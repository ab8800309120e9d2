#pragma once
// An item while it is being recognised: the first word on a field stands, dates
// wait until all that the page says about them is known.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/label_reader.h"
#include "exchange/piece.h"
#include "exchange/recognise.h"
#include "exchange/recognised.h"

namespace haidang::exchange {

// How far a statement about a date is to be trusted; the first is the best.
// A date above the title is often the clock of the frame: any other is better.
enum class DateRank { structured, meta, time_element, label, bare_time_element, bare, closing, above_title };

// Which unlabelled words a line of small print may be read by.
enum class BareDates { taken, above_title, ignored };

class ItemDraft {
 public:
  explicit ItemDraft(const RecogniseOptions& options) : options_(options) {}

  using TextField = std::optional<std::string> RecognisedItem::*;
  // Keeps what is there already; empty values say nothing.
  bool set(TextField field, std::string_view value, std::size_t line, std::string_view rule);
  bool has(TextField field) const { return (item_.*field).has_value(); }
  const RecognisedItem& item() const { return item_; }
  RecognisedItem& item() { return item_; }

  // A writer, or the account that posted if the name is one.
  void set_byline(std::string_view name, std::size_t line, std::string_view rule);
  void set_views(std::int64_t views, std::size_t line, std::string_view words, std::string_view rule);
  void add_published(const DateWords& date, DateRank rank, std::size_t line, std::string_view words,
                     std::string_view rule);
  void add_updated(const DateWords& date, DateRank rank, std::size_t line, std::string_view words,
                   std::string_view rule);
  // A machine's date, in any form found in metadata and feeds.
  void add_published(std::string_view text, DateRank rank, std::size_t line, std::string_view rule);
  void add_updated(std::string_view text, DateRank rank, std::size_t line, std::string_view rule);

  void take(const SmallPrint& print, const Piece& piece, BareDates bare);

  // Resolves dates; the locale from `declared`, else from the words.
  RecognisedItem finish(std::string_view declared_locale);

 private:
  struct Candidate {
    DateWords date;
    DateRank rank = DateRank::bare;
    Evidence evidence;
  };
  std::optional<Moment> settle(std::vector<Candidate>& candidates, std::string_view field);
  void resolve_years();
  std::string locale_of(std::string_view declared) const;

  const RecogniseOptions& options_;
  RecognisedItem item_;
  std::vector<Candidate> published_;
  std::vector<Candidate> updated_;
};

// A line that is nothing but small print, judged by what is left of it.
bool is_small_print(const SmallPrint& print, const Piece& piece);

}  // namespace haidang::exchange
