#include "exchange/item_draft.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/site_clock.h"
#include "exchange/wording.h"
#include "lang/unicode.h"

namespace haidang::exchange {

namespace {

constexpr std::size_t kEvidenceBytes = 120;

Evidence evidence_of(std::size_t line, std::string_view words, std::string_view rule) {
  return {line, std::string(truncate_utf8(clean(words), kEvidenceBytes)), std::string(rule)};
}

std::string field_name(ItemDraft::TextField field) {
  if (field == &RecognisedItem::title) return "title";
  if (field == &RecognisedItem::lead) return "lead";
  if (field == &RecognisedItem::byline) return "byline";
  if (field == &RecognisedItem::posted_by) return "posted_by";
  if (field == &RecognisedItem::source) return "source";
  if (field == &RecognisedItem::old_address) return "old_address";
  if (field == &RecognisedItem::section) return "section";
  return "locale";
}

// "VNA Wednesday, May 20": the day belongs to the date.
std::string without_weekday(std::string name) {
  const auto space = name.rfind(' ');
  if (space != std::string::npos && names_weekday(std::string_view(name).substr(space + 1)))
    name.resize(space);
  return name;
}

}  // namespace

bool ItemDraft::set(TextField field, std::string_view value, std::size_t line, std::string_view rule) {
  std::string text = clean(value);
  if (text.empty() || (item_.*field).has_value()) return false;
  item_.evidence[field_name(field)] = evidence_of(line, text, rule);
  item_.*field = std::move(text);
  return true;
}

void ItemDraft::set_byline(std::string_view name, std::size_t line, std::string_view rule) {
  if (is_account_name(name)) {
    set(&RecognisedItem::posted_by, name, line, rule);
  } else {
    set(&RecognisedItem::byline, name, line, rule);
  }
}

void ItemDraft::set_views(std::int64_t views, std::size_t line, std::string_view words,
                          std::string_view rule) {
  if (item_.views) return;
  item_.views = views;
  item_.evidence["views"] = evidence_of(line, words, rule);
}

void ItemDraft::add_published(const DateWords& date, DateRank rank, std::size_t line, std::string_view words,
                              std::string_view rule) {
  published_.push_back({date, rank, evidence_of(line, words, rule)});
}

void ItemDraft::add_updated(const DateWords& date, DateRank rank, std::size_t line, std::string_view words,
                            std::string_view rule) {
  updated_.push_back({date, rank, evidence_of(line, words, rule)});
}

void ItemDraft::add_published(std::string_view text, DateRank rank, std::size_t line, std::string_view rule) {
  if (const auto dates = find_dates(text); !dates.empty()) add_published(dates[0], rank, line, text, rule);
}

void ItemDraft::add_updated(std::string_view text, DateRank rank, std::size_t line, std::string_view rule) {
  if (const auto dates = find_dates(text); !dates.empty()) add_updated(dates[0], rank, line, text, rule);
}

void ItemDraft::take(const SmallPrint& print, const Piece& piece, BareDates bare) {
  for (const LabelledValue& value : print.values) {
    switch (value.label) {
      case Label::published:
        add_published(*value.date, DateRank::label, piece.line, piece.text, value.rule);
        break;
      case Label::updated:
        add_updated(*value.date, DateRank::label, piece.line, piece.text, value.rule);
        break;
      case Label::views:
        set_views(read_count(value.value).value_or(0), piece.line, piece.text, value.rule);
        break;
      case Label::posted_by:
        set(&RecognisedItem::posted_by, value.value, piece.line, value.rule);
        break;
      case Label::byline:
        set_byline(value.value, piece.line, value.rule);
        break;
      case Label::source:
        set(&RecognisedItem::source, value.value, piece.line, value.rule);
        break;
      case Label::section:
        set(&RecognisedItem::section, undouble(value.value), piece.line, value.rule);
        break;
      case Label::ignored:
        break;
    }
  }
  if (bare == BareDates::ignored) return;
  if (print.bare_date) {
    // Beside "Cập nhật: …" a second, unlabelled date is the first posting's.
    add_published(*print.bare_date, bare == BareDates::above_title ? DateRank::above_title : DateRank::bare,
                  piece.line, piece.text, "date line");
  }
  if (print.rest.empty() || (!print.bare_date && piece.role != Role::author)) return;
  std::string rest = print.rest;
  for (const std::string_view mark : {"·", "•", "|"}) {
    for (auto at = rest.find(mark); at != std::string::npos; at = rest.find(mark, at))
      rest.replace(at, mark.size(), 1, part_mark);
  }
  for (const std::string_view part : split(rest, part_mark)) {
    const std::string name = without_weekday(clean(part));
    if (looks_like_name(name) && words_of(name).size() >= 2 && begins_furniture(name) == Certainty::no) {
      set_byline(name, piece.line, "name beside the date");
      return;
    }
  }
}

void ItemDraft::resolve_years() {
  const auto stated = [](const std::vector<Candidate>& candidates) -> const Candidate* {
    for (const Candidate& candidate : candidates) {
      if (candidate.date.year) return &candidate;
    }
    return nullptr;
  };
  const Candidate* reference = stated(updated_);
  if (reference == nullptr) reference = stated(published_);
  if (reference == nullptr) return;
  const std::chrono::year_month_day day{std::chrono::year{*reference->date.year},
                                        std::chrono::month{reference->date.month},
                                        std::chrono::day{reference->date.day}};
  for (auto* candidates : {&published_, &updated_}) {
    for (Candidate& candidate : *candidates) candidate.date = with_year_from(candidate.date, day);
  }
}

std::optional<Moment> ItemDraft::settle(std::vector<Candidate>& candidates, std::string_view field) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
  std::optional<Moment> chosen;
  for (const Candidate& candidate : candidates) {
    const auto moment = to_moment(candidate.date, options_.zone);
    if (!moment) continue;
    // A better statement of the same day gives its time.
    const bool same_day =
        chosen && options_.zone.day_of(chosen->instant) == options_.zone.day_of(moment->instant);
    if (!chosen ||
        (same_day && chosen->precision == Precision::day && moment->precision == Precision::second)) {
      chosen = moment;
      item_.evidence[std::string(field)] = candidate.evidence;
    }
  }
  return chosen;
}

std::string ItemDraft::locale_of(std::string_view declared) const {
  std::string text = item_.title.value_or("") + ". " + item_.lead.value_or("") + " ";
  text += truncate_utf8(content::plain_text(item_.body), 20'000);
  const std::string heard = lang::detect_language(text);
  const std::string said = to_ascii_lower(declared.substr(0, 2));
  const bool known = said == "vi" || said == "en" || said == "zh";
  // Templates often declare the language of their makers: many words of another
  // language overrule them.
  if (!heard.empty() && (!known || weight_of(text) >= 60)) return heard;
  return known ? said : (heard.empty() ? options_.locale : heard);
}

RecognisedItem ItemDraft::finish(std::string_view declared_locale) {
  resolve_years();
  item_.published_at = settle(published_, "published_at");
  item_.updated_at = settle(updated_, "updated_at");
  if (!item_.locale) {
    const std::string locale = locale_of(declared_locale);
    const bool declared = !declared_locale.empty() && declared_locale.substr(0, 2) == locale;
    item_.evidence["locale"] = evidence_of(0, declared_locale, declared ? "declared" : "letters of the text");
    item_.locale = locale;
  }
  return std::move(item_);
}

bool is_small_print(const SmallPrint& print, const Piece& piece) {
  if (print.empty() || weight_of(piece.text) > 400) return false;
  const bool marked =
      piece.role == Role::small_print || piece.role == Role::author || piece.role == Role::source;
  const std::size_t rest = weight_of(print.rest);
  if (print.rest.empty()) return true;
  if (marked) return rest <= 120 && !ends_sentence(print.rest);
  if (ends_sentence(print.rest) || ends_sentence(piece.text)) return false;
  if (print.values.empty()) return looks_like_name(print.rest) || is_home(print.rest);
  return rest <= 60 && rest * 2 <= weight_of(piece.text);
}

}  // namespace haidang::exchange
