#pragma once
// What a text must be before it can be saved.
#include "base/result.h"
#include "content/edition.h"

namespace haidang::editing {

constexpr std::size_t kTitleLimit = 500;  // code points
constexpr std::size_t kLeadLimit = 2'000;
constexpr std::size_t kLineLimit = 300;  // byline, source, posted by

// NFC, spaces folded, lengths and characters checked, body normalised.
Result<content::EditionText> checked_text(content::EditionText text);

}  // namespace haidang::editing
