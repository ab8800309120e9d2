#pragma once
// The clock in a page's frame, "Thứ Tư, 20/5/2020 - 16:42": the reader's day,
// not the article's.
#include <string_view>

namespace haidang::exchange {

bool names_weekday(std::string_view text);

// "Hôm nay, Thứ Sáu, ngày 01 tháng 11 năm 2024", "Today: 5/11/2021"
bool is_site_clock(std::string_view line);

// Class names and ids of frames: "top", "page-header", "clock".
bool names_a_frame(std::string_view names);

}  // namespace haidang::exchange
