#include "editing/edition_text.h"

#include "base/text.h"
#include "content/document_normalise.h"
#include "lang/unicode.h"

namespace haidang::editing {

namespace {

struct Line {
  std::string content::EditionText::*field;
  std::string_view name;
  std::size_t limit;
  std::string_view too_long;
};

constexpr Line kLines[] = {
    {&content::EditionText::title, "title", kTitleLimit, "problem.title_too_long"},
    {&content::EditionText::lead, "lead", kLeadLimit, "problem.lead_too_long"},
    {&content::EditionText::byline, "byline", kLineLimit, "problem.line_too_long"},
    {&content::EditionText::posted_by, "posted_by", kLineLimit, "problem.line_too_long"},
    {&content::EditionText::source, "source", kLineLimit, "problem.line_too_long"},
};

}  // namespace

Result<content::EditionText> checked_text(content::EditionText text) {
  for (const Line& line : kLines) {
    std::string& value = text.*line.field;
    if (!is_valid_utf8(value)) return invalid("problem.bad_text", std::string(line.name));
    value = fold_spaces(lang::to_nfc(value));
    if (!is_storable_text(value)) return invalid("problem.bad_text", std::string(line.name));
    if (count_code_points(value) > line.limit)
      return invalid(std::string(line.too_long), std::string(line.name),
                     {{"limit", std::to_string(line.limit)}});
  }
  if (text.title.empty()) return invalid("problem.title_missing", "title");
  auto body = content::normalise(std::move(text.body));
  if (body.has_error()) return body.error();
  text.body = std::move(*body);
  return text;
}

}  // namespace haidang::editing
