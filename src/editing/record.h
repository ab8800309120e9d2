#pragma once
// What every verb leaves behind in its transaction: an audit entry, an outbox row.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "content/edition.h"
#include "editing/edit_context.h"

namespace haidang::editing {

struct Act {
  std::string_view verb;  // "edition.publish"
  content::ItemId item;   // none: about the site
  std::string_view locale;
  std::optional<content::RevisionId> revision;
  json::object detail;
};

// `sections` are those whose lists the act touches.
void record(EditContext& context, const Act& act, std::string_view topic,
            const std::vector<content::SectionId>& sections);

// The item's section and its ancestors.
std::vector<content::SectionId> sections_of(const EditContext& context, content::SectionId section);

}  // namespace haidang::editing
