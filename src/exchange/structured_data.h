#pragma once
// JSON-LD blocks of a page (schema.org NewsArticle, BreadcrumbList).
#include <string>
#include <string_view>
#include <vector>

namespace haidang::exchange {

struct StructuredData {
  std::string headline;
  std::string published;
  std::string updated;
  std::string author;  // persons only; the publisher is no author
  std::string address;
  std::string section;
  std::string locale;
  std::vector<std::string> crumbs;
};

// Adds what one script element says; malformed JSON says nothing.
void read_structured_data(std::string_view json_text, StructuredData& data);

}  // namespace haidang::exchange
