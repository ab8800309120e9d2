#include "content/document_runs.h"

#include <algorithm>
#include <string_view>

#include "lang/unicode.h"

namespace haidang::content {

namespace {

bool is_break(const Inline& run) {
  return run.text == "\n";
}

void add_piece(std::vector<Inline>& joined, std::string_view piece, const std::vector<Mark>& marks) {
  if (piece.empty()) return;
  const bool joins =
      piece != "\n" && !joined.empty() && !is_break(joined.back()) && joined.back().marks == marks;
  if (joins)
    joined.back().text.append(piece);
  else
    joined.push_back({std::string(piece), marks});
}

bool is_joined(const std::vector<Inline>& runs) {
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i].text.empty()) return false;
    if (!is_break(runs[i]) && runs[i].text.find('\n') != std::string::npos) return false;
    const bool could_join = i > 0 && !is_break(runs[i]) && !is_break(runs[i - 1]);
    if (could_join && runs[i].marks == runs[i - 1].marks) return false;
  }
  return true;
}

}  // namespace

void sort_marks(std::vector<Mark>& marks) {
  if (marks.size() < 2) return;
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.kind < b.kind; });
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
}

std::vector<Inline> join_runs(std::vector<Inline> runs) {
  if (!is_joined(runs)) {
    std::vector<Inline> joined;
    for (const Inline& run : runs) {
      std::string_view rest = run.text;
      for (auto at = rest.find('\n'); at != std::string_view::npos; at = rest.find('\n')) {
        add_piece(joined, rest.substr(0, at), run.marks);
        add_piece(joined, "\n", run.marks);
        rest.remove_prefix(at + 1);
      }
      add_piece(joined, rest, run.marks);
    }
    runs = std::move(joined);
  }
  for (Inline& run : runs) run.text = lang::to_nfc(run.text);
  return runs;
}

}  // namespace haidang::content
