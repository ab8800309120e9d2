#include "exchange/recognise.h"

#include <exception>
#include <new>

#include "base/text.h"
#include "exchange/feed_reader.h"
#include "exchange/html_page.h"
#include "exchange/input_decoding.h"
#include "exchange/text_dump.h"
#include "exchange/wording.h"
#include "exchange/xml_document.h"

namespace haidang::exchange {

namespace {

constexpr std::size_t kLargestInput = std::size_t{64} << 20;

enum class Shape { html, xml_feed, text };

std::string_view behind_prolog(std::string_view text) {
  for (;;) {
    text = trim(text);
    const std::string_view end =
        text.starts_with("<?") ? "?>" : (text.starts_with("<!--") ? "-->" : std::string_view{});
    if (end.empty()) return text;
    const auto at = text.find(end);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end.size());
  }
}

bool has_extension(std::string_view file_name, std::string_view extension) {
  return to_ascii_lower(file_name).ends_with(extension);
}

// What the first element says; else whether there is markup at all.
Shape shape_of(std::string_view file_name, std::string_view text) {
  const std::string head = to_ascii_lower(behind_prolog(text).substr(0, 300));
  for (const std::string_view root : {"<rss", "<feed", "<rdf:rdf", "<atom:feed"}) {
    if (head.starts_with(root)) return Shape::xml_feed;
  }
  if (head.starts_with("<!doctype rss") ||
      (head.starts_with("<!doctype") && head.find("<rss") != std::string::npos))
    return Shape::xml_feed;
  if (has_extension(file_name, ".txt") && !head.starts_with("<!doctype html") && !head.starts_with("<html"))
    return Shape::text;
  const std::string sample = to_ascii_lower(text.substr(0, 200'000));
  for (const std::string_view tag : {"<html", "<body", "<!doctype html", "<div", "<p>", "<p ", "<table",
                                     "<br", "<td", "<h1", "<span", "<font", "<article"}) {
    if (sample.find(tag) != std::string::npos) return Shape::html;
  }
  return Shape::text;
}

RecognisedFile failed(RecognisedFile file, std::string_view problem) {
  file.ok = false;
  file.problem = "import.problem." + std::string(problem);
  file.items.clear();
  return file;
}

void keep(RecognisedFile& file, std::optional<RecognisedItem> item) {
  if (item) file.items.push_back(std::move(*item));
}

RecognisedFile read(RecognisedFile file, std::string_view bytes, const RecogniseOptions& options) {
  if (trim(bytes).empty()) return failed(std::move(file), "empty");
  if (bytes.size() > kLargestInput) return failed(std::move(file), "too_large");
  const DecodedInput input = decode_input(bytes);
  if (!input.readable) return failed(std::move(file), "not_a_page");
  if (fold_spaces(input.text).empty()) return failed(std::move(file), "empty");
  switch (shape_of(file.file, input.text)) {
    case Shape::xml_feed: {
      const XmlDocument document(input.text);
      if (!document.root()) return failed(std::move(file), "malformed");
      const bool wxr = input.text.substr(0, 8192).find("wordpress.org/export") != std::string::npos ||
                       input.text.substr(0, 8192).find("<wp:wxr_version") != std::string::npos;
      file.items = wxr ? read_wxr(document.root(), options) : read_feed(document.root(), options);
      if (file.items.empty()) return failed(std::move(file), "malformed");
      break;
    }
    case Shape::html:
      keep(file, recognise_html(input.text, options));
      break;
    case Shape::text:
      keep(file, recognise_text(input.text, options));
      break;
  }
  if (file.items.empty()) return failed(std::move(file), "no_article");
  file.ok = true;
  return file;
}

}  // namespace

RecognisedFile recognise(std::string_view file_name, std::string_view bytes,
                         const RecogniseOptions& options) {
  RecognisedFile file;
  file.file = std::string(file_name);
  try {
    return read(file, bytes, options);
  } catch (const std::exception&) {
    // A page must never stop an import: what it broke is a bug, and it is told
    // as an unreadable page.
    return failed(std::move(file), "unreadable");
  }
}

}  // namespace haidang::exchange
