#pragma once
// The verbs on items and editions. Each checks, then changes, audits and leaves
// an outbox row in the caller's transaction, and names its outcome. Problems:
// problem.title_missing, problem.title_too_long, problem.lead_too_long,
// problem.bad_text, document.*, problem.not_found, problem.stale, problem.wrong_state.
#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "content/edition.h"
#include "editing/edit_context.h"

namespace haidang::editing {

struct CreateItem {
  content::SectionId section;
  content::ItemKind kind = content::ItemKind::article;
  content::ContentType content_type = content::ContentType::official_information;
  bool featured = false;
};
Result<content::ItemId> create_item(EditContext& context, const CreateItem& input);

struct SaveEdition {
  content::ItemId item;
  std::string locale;
  // The version the writer saw; empty for the first save of this edition.
  std::optional<std::int64_t> expected_version;
  content::EditionText text;
  std::string slug;  // wanted slug; "" makes one from the title
};
struct Saved {
  content::RevisionId revision;
  std::int64_t version = 0;  // of the edition, for the next save
  bool changed = true;       // false: the text is what was there, nothing was written
};
// Makes a revision. Blocks without an id get one; on a later save, blocks that
// were there before keep theirs.
Result<Saved> save_edition(EditContext& context, SaveEdition input);

struct PublishEdition {
  content::ItemId item;
  std::string locale;
  std::optional<Moment> published_at;  // as a source states it
  std::optional<Moment> updated_at;
  // Where in lists it stands when published_at is not known: empty means now.
  std::optional<Instant> listed_at;
  bool keep_unknown_date = false;  // an import without a date: show none instead of now
};
Result<content::Edition> publish_edition(EditContext& context, const PublishEdition& input);

struct WithdrawEdition {
  content::ItemId item;
  std::string locale;
  std::string reason;  // public, in the edition's language; required
};
Result<content::Edition> withdraw_edition(EditContext& context, const WithdrawEdition& input);

struct ChangeSlug {
  content::ItemId item;
  std::string locale;
  std::string slug;
};
// The old address answers with a redirect from then on.
Result<content::Edition> change_slug(EditContext& context, const ChangeSlug& input);

}  // namespace haidang::editing
