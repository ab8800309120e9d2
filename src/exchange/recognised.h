#pragma once
// What the importer recognised in a file of somebody else's making. Pure data:
// nothing is stored yet. Fields that were not found are empty; nothing is invented.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "content/document.h"

namespace haidang::exchange {

// Where a field was found, for --explain: a line of the input (1 = first) and its words.
struct Evidence {
  std::size_t line = 0;
  std::string words;  // at most 120 bytes of the source line
  std::string rule;   // which rule spoke, e.g. "label Đăng ngày", "meta article:published_time"
};

struct RecognisedItem {
  std::optional<std::string> title;
  std::optional<std::string> lead;
  content::Document body;  // without ids; captions inside image blocks
  std::optional<std::string> byline;
  std::optional<std::string> posted_by;
  std::optional<std::string> source;
  std::optional<Moment> published_at;
  std::optional<Moment> updated_at;
  std::optional<std::int64_t> views;
  std::optional<std::string> old_address;  // absolute: scheme, host, path, query
  std::optional<std::string> section;
  std::optional<std::string> locale;  // "vi", "en", "zh"
  bool draft = false;                 // the source itself says it is not public (WXR draft, private, pending)
  bool page = false;                  // a standing page rather than news (WXR page)
  std::map<std::string, Evidence> evidence;  // by field name as in the JSON report
};

struct RecognisedFile {
  std::string file;  // as given
  bool ok = false;
  std::string problem;  // message id when not ok: "import.problem.empty", ".not_a_page", ".no_article",
                        // ".malformed", ".unreadable" …
  std::vector<RecognisedItem> items;
};

}  // namespace haidang::exchange
