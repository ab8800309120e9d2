#pragma once
// The words of one block while they are being read, run by run, and how they look.
#include <string>
#include <string_view>
#include <vector>

#include "content/document.h"
#include "exchange/html_style.h"

namespace haidang::exchange {

class InlineRun {
 public:
  void add_text(std::string_view text, const std::vector<content::Mark>& marks, const Look& look);
  void add_break();
  void add_part_mark();

  bool empty() const { return letters_ == 0; }    // no letter, digit or sign yet
  std::size_t breaks() const { return breaks_; }  // line breaks since the last word
  bool all_bold() const { return letters_ > 0 && bold_ == letters_; }
  bool all_italic() const { return letters_ > 0 && italic_ == letters_; }
  bool all_big() const { return letters_ > 0 && big_ == letters_; }
  bool centred() const { return centred_; }
  bool right_aligned() const { return right_aligned_; }
  double link_share() const;

  // The words as inline content: folded, NFC, merged; ends trimmed.
  std::vector<content::Inline> words() const;
  const std::string& parts() const { return parts_; }

 private:
  std::vector<content::Inline> runs_;
  std::string parts_;
  std::size_t letters_ = 0;
  std::size_t bold_ = 0;
  std::size_t italic_ = 0;
  std::size_t big_ = 0;
  std::size_t linked_ = 0;
  std::size_t breaks_ = 0;
  bool centred_ = false;
  bool right_aligned_ = false;
};

// The lines of inline content, divided at its line breaks.
std::vector<std::vector<content::Inline>> lines_of(const std::vector<content::Inline>& words);

// clean() of the words, line breaks as spaces.
std::string text_of_words(const std::vector<content::Inline>& words);

}  // namespace haidang::exchange
