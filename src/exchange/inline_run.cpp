#include "exchange/inline_run.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/wording.h"
#include "lang/unicode.h"

namespace haidang::exchange {

using content::Inline;
using content::Mark;

namespace {

// Folded like clean(), but with its blanks at the ends kept as one space each.
std::string folded_run(std::string_view text) {
  std::string guarded = "|";
  guarded.append(text).push_back('|');
  const std::string folded = clean(guarded);
  return folded.size() < 2 ? std::string{} : folded.substr(1, folded.size() - 2);
}

bool is_blank_text(std::string_view text) {
  return fold_spaces(text).empty();
}

void drop_space_before_break(std::vector<Inline>& words) {
  while (!words.empty() && words.back().text != "\n" && words.back().text.ends_with(' ')) {
    words.back().text.pop_back();
    if (words.back().text.empty()) words.pop_back();
  }
}

void append(std::vector<Inline>& words, Inline run) {
  const bool at_start = words.empty() || words.back().text == "\n";
  const bool after_space = !words.empty() && words.back().text.ends_with(' ');
  if ((at_start || after_space) && run.text.starts_with(' ')) run.text.erase(0, 1);
  if (run.text.empty()) return;
  if (!at_start && words.back().marks == run.marks) {
    words.back().text += run.text;
  } else {
    words.push_back(std::move(run));
  }
}

}  // namespace

void InlineRun::add_text(std::string_view text, const std::vector<Mark>& marks, const Look& look) {
  parts_ += text;
  if (is_blank_text(text)) {
    runs_.push_back({" ", marks});
    return;
  }
  breaks_ = 0;
  std::size_t letters = 0;
  for (const char c : text) letters += static_cast<unsigned char>(c) > ' ' ? 1U : 0U;
  if (letters_ == 0) {
    centred_ = look.centred;
    right_aligned_ = look.right_aligned;
  }
  letters_ += letters;
  bold_ += look.bold ? letters : 0;
  italic_ += look.italic ? letters : 0;
  big_ += look.big ? letters : 0;
  linked_ += look.linked ? letters : 0;
  runs_.push_back({std::string(text), marks});
}

void InlineRun::add_break() {
  ++breaks_;
  parts_ += ' ';
  if (letters_ > 0) runs_.push_back({"\n", {}});
}

void InlineRun::add_part_mark() {
  if (!parts_.empty() && parts_.back() != part_mark) parts_ += part_mark;
}

double InlineRun::link_share() const {
  return letters_ == 0 ? 0 : static_cast<double>(linked_) / static_cast<double>(letters_);
}

std::vector<Inline> InlineRun::words() const {
  // Neighbours with the same marks are one text before it is normalised: a
  // letter and its combining mark may have been read apart.
  std::vector<Inline> joined;
  for (const Inline& run : runs_) {
    const bool breaks = run.text == "\n" && run.marks.empty();
    if (!breaks && !joined.empty() && joined.back().text != "\n" && joined.back().marks == run.marks) {
      joined.back().text += run.text;
    } else {
      joined.push_back(run);
    }
  }
  std::vector<Inline> words;
  for (Inline& run : joined) {
    if (run.text == "\n" && run.marks.empty()) {
      drop_space_before_break(words);
      if (!words.empty() && words.back().text != "\n") words.push_back(std::move(run));
      continue;
    }
    std::sort(run.marks.begin(), run.marks.end(),
              [](const Mark& a, const Mark& b) { return a.kind < b.kind; });
    append(words, {folded_run(run.text), std::move(run.marks)});
  }
  drop_space_before_break(words);
  while (!words.empty() && words.back().text == "\n") {
    words.pop_back();
    drop_space_before_break(words);
  }
  return words;
}

std::vector<std::vector<Inline>> lines_of(const std::vector<Inline>& words) {
  std::vector<std::vector<Inline>> lines(1);
  for (const Inline& run : words) {
    if (run.text == "\n") {
      lines.emplace_back();
    } else {
      lines.back().push_back(run);
    }
  }
  return lines;
}

std::string text_of_words(const std::vector<Inline>& words) {
  std::string text;
  for (const Inline& run : words) text += run.text == "\n" ? std::string(" ") : run.text;
  return clean(text);
}

}  // namespace haidang::exchange
