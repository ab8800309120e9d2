#pragma once
// The one form of a text's runs.
#include <vector>

#include "content/document.h"

namespace haidang::content {

// Sorted by kind, repeated ones once.
void sort_marks(std::vector<Mark>& marks);

// Runs whose marks are sorted: "\n" becomes a run of its own, empty runs go,
// neighbours with the same marks join, the text is in NFC (after joining: a
// letter and its tone may come in two runs).
std::vector<Inline> join_runs(std::vector<Inline> runs);

}  // namespace haidang::content
