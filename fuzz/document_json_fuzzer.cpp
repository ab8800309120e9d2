// module: content
// What from_json_text accepts survives the JSON form unchanged and renders;
// carrying ids onto itself changes nothing.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/document_feed.h"
#include "content/document_html.h"
#include "content/document_json.h"

namespace {
void require(bool holds) {
  if (!holds) std::abort();
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace haidang::content;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::uint64_t counter = 0;
  const auto document = from_json_text(text, [&] { return ++counter; });
  if (!document.has_value()) return 0;
  const std::string written = to_json_text(*document);
  const auto again = from_json_text(written);
  require(again.has_value() && *again == *document);
  require(from_stored_json(written) == *document);
  HtmlOptions options;
  options.media = [](const std::string&) {
    return MediaFacts{.address = "/media/x", .width = 3, .height = 2};
  };
  const std::string html = to_html(*document, options).text();
  require(html.find("<script") == std::string::npos && html.find("href=\"javascript:") == std::string::npos);
  (void)to_feed_html(*document, options, "https://example.vn/vi/a");
  Document copy = *document;
  carry_ids(*document, copy);
  require(copy == *document);
  return 0;
}
