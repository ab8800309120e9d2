#pragma once
// The 134 Vietnamese letters outside ASCII (domain.md 4.2), for property tests.
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace haidang::lang {

inline constexpr std::string_view kVietnameseLetters =
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
    "ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬĐÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴ";

inline std::vector<std::string> vietnamese_letters() {
  std::vector<std::string> letters;
  for (std::size_t at = 0; at < kVietnameseLetters.size();) {
    letters.emplace_back();
    append_utf8(letters.back(), next_code_point(kVietnameseLetters, at));
  }
  return letters;
}

}  // namespace haidang::lang
