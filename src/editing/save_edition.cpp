#include "content/edition_store.h"
#include "editing/edition_text.h"
#include "editing/edition_verbs.h"
#include "editing/record.h"
#include "lang/unicode.h"
#include "workflow/transition.h"

namespace haidang::editing {

using content::Edition;
using content::EditionText;
using content::RevisionId;

Result<content::ItemId> create_item(EditContext& context, const CreateItem& input) {
  if (context.site.section(input.section) == nullptr) return invalid("problem.section_unknown", "section");
  content::Item item{{}, context.site.id, input.section, input.kind, input.content_type, input.featured};
  item.id = content::insert_item(context.session, item, context.now, context.actor.stored_account());
  record(context, {"item.create", item.id, {}, {}, {{"kind", to_string(item.kind)}}}, "item.created", {});
  return item.id;
}

namespace {

Result<Saved> first_save(EditContext& context, SaveEdition& input) {
  content::assign_ids(input.text.body, context.block_ids);
  Edition edition;
  edition.item = input.item;
  edition.locale = input.locale;
  edition.slug = content::free_slug(context.session, context.site.id, input.locale,
                                    lang::to_slug(input.slug.empty() ? input.text.title : input.slug));
  edition.current = content::insert_revision(
      context.session,
      {input.item, input.locale, {}, context.now, context.actor.stored_account(), input.text});
  edition.listed_at = context.now;
  content::insert_edition(context.session, context.site.id, edition);
  record(context, {"edition.save", input.item, input.locale, edition.current, {}}, "edition.saved", {});
  return Saved{edition.current, 1, true};
}

Result<Saved> next_save(EditContext& context, SaveEdition& input, Edition edition) {
  if (input.expected_version != edition.version) return stale("problem.stale");
  const auto state = workflow::next_state(edition.state, workflow::Event::save);
  if (!state) return conflict("problem.wrong_state", {{"state", std::string(to_string(edition.state))}});

  const auto previous = content::find_revision_text(context.session, edition.current);
  if (previous) content::carry_ids(previous->body, input.text.body);
  content::assign_ids(input.text.body, context.block_ids);
  if (previous && content::content_hash(*previous) == content::content_hash(input.text))
    return Saved{edition.current, edition.version, false};

  edition.current = content::insert_revision(
      context.session,
      {input.item, input.locale, edition.current, context.now, context.actor.stored_account(), input.text});
  edition.state = *state;
  if (!content::update_edition(context.session, edition)) return stale("problem.stale");
  record(context, {"edition.save", input.item, input.locale, edition.current, {}}, "edition.saved", {});
  return Saved{edition.current, edition.version + 1, true};
}

}  // namespace

Result<Saved> save_edition(EditContext& context, SaveEdition input) {
  const auto item = content::find_item(context.session, input.item);
  if (!item || item->site != context.site.id) return not_found("problem.not_found");
  if (!context.site.has_locale(input.locale)) return invalid("problem.locale_unknown", "locale");
  auto text = checked_text(std::move(input.text));
  if (text.has_error()) return text.error();
  input.text = std::move(*text);

  auto edition = content::find_edition(context.session, input.item, input.locale);
  return edition ? next_save(context, input, std::move(*edition)) : first_save(context, input);
}

}  // namespace haidang::editing
