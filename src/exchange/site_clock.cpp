#include "exchange/site_clock.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "exchange/date_reader.h"
#include "exchange/wording.h"

namespace haidang::exchange {

bool names_weekday(std::string_view text) {
  constexpr auto kWeekdays = std::to_array<std::string_view>(
      {"thu hai", "thu ba", "thu tu", "thu nam", "thu sau", "thu bay", "chu nhat", "monday", "tuesday",
       "wednesday", "thursday", "friday", "saturday", "sunday"});
  if (text.find("星期") != std::string_view::npos) return true;
  const std::string key = key_of(text);
  return std::any_of(kWeekdays.begin(), kWeekdays.end(),
                     [&](std::string_view day) { return key.find(day) != std::string::npos; });
}

bool is_site_clock(std::string_view line) {
  if (weight_of(line) > 80 || ends_sentence(line) || find_dates(line).empty()) return false;
  const std::string key = key_of(line);
  return key.starts_with("hom nay") || key.starts_with("today") || key.starts_with("今天");
}

bool names_a_frame(std::string_view names) {
  constexpr auto kFrames = std::to_array<std::string_view>(
      {"top", "header", "clock", "topbar", "banner", "head", "homnay", "masthead"});
  std::string words = to_ascii_lower(names);
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c < 'a' || c > 'z'; }, ' ');
  const auto all = words_of(words);
  return std::any_of(all.begin(), all.end(), [&](std::string_view word) {
    return std::find(kFrames.begin(), kFrames.end(), word) != kFrames.end();
  });
}

}  // namespace haidang::exchange
