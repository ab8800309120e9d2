#pragma once
// The small print of a page: "Đăng ngày: 27/12/2019 - Lượt xem: 76",
// "Tác giả : Thủy Loan | Nguồn : …", "Posted on 3 July 2019", "来源：海云日报".
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/date_reader.h"

namespace haidang::exchange {

enum class Label { published, updated, views, posted_by, byline, source, section, ignored };

struct LabelledValue {
  Label label = Label::ignored;
  std::string value;              // clean text
  std::optional<DateWords> date;  // of published, updated
  std::string rule;               // "label Đăng ngày"
};

// What one line of small print says.
struct SmallPrint {
  std::vector<LabelledValue> values;
  std::optional<DateWords> bare_date;  // without a label
  std::string rest;                    // words that belong to none of them
  bool empty() const { return values.empty() && !bare_date; }
};

// Reads a line; parts that stood in elements of their own are divided by
// part_mark. Prose gives an empty result: a label needs its colon, or its
// place at the start of a part and a fitting value.
SmallPrint read_small_print(std::string_view line);

// "4.734", "1,532", "3970" as a count; nullopt if there is no number.
std::optional<std::int64_t> read_count(std::string_view text);

}  // namespace haidang::exchange
