#include "base/text.h"
#include "content/edition_store.h"
#include "editing/edition_verbs.h"
#include "editing/record.h"
#include "lang/unicode.h"
#include "workflow/transition.h"

namespace haidang::editing {

using content::Edition;

namespace {

struct Found {
  content::Item item;
  Edition edition;
};

// The edition of this site, and the state the event leads to already in it.
Result<Found> after_event(EditContext& context, content::ItemId id, std::string_view locale,
                          workflow::Event event) {
  const auto item = content::find_item(context.session, id);
  if (!item || item->site != context.site.id) return not_found("problem.not_found");
  auto edition = content::find_edition(context.session, id, locale);
  if (!edition) return not_found("problem.not_found");
  const auto state = workflow::next_state(edition->state, event);
  if (!state) return conflict("problem.wrong_state", {{"state", std::string(to_string(edition->state))}});
  edition->state = *state;
  return Found{*item, std::move(*edition)};
}

Result<Edition> stored(EditContext& context, Edition edition) {
  if (!content::update_edition(context.session, edition)) return stale("problem.stale");
  ++edition.version;
  return edition;
}

// The address of an edition before its slug changed, as a reader has it.
std::string address_of(const EditContext& context, const content::Item& item, const Edition& edition) {
  const content::Section* section = context.site.section(item.section);
  const content::SectionText* text = section == nullptr ? nullptr : section->text(edition.locale);
  return text == nullptr ? std::string() : "/" + edition.locale + "/" + text->slug + "/" + edition.slug;
}

}  // namespace

Result<Edition> publish_edition(EditContext& context, const PublishEdition& input) {
  auto found = after_event(context, input.item, input.locale, workflow::Event::publish);
  if (found.has_error()) return found.error();
  auto& [item, edition] = *found;

  const bool first = !edition.live.has_value();
  if (input.published_at)
    edition.published_at = input.published_at;
  else if (first && !input.keep_unknown_date)
    edition.published_at = Moment{context.now};
  if (input.updated_at)
    edition.updated_at = input.updated_at;
  else if (!first && edition.live != edition.current)
    edition.updated_at = Moment{context.now};
  edition.live = edition.current;
  const Instant fallback = first ? context.now : edition.listed_at;
  edition.listed_at = input.listed_at        ? *input.listed_at
                      : edition.published_at ? edition.published_at->instant
                                             : fallback;

  content::list_edition(context.session, context.site, item, edition.locale, edition.listed_at);
  record(context, {"edition.publish", item.id, edition.locale, edition.live, {}}, "edition.published",
         sections_of(context, item.section));
  return stored(context, std::move(edition));
}

Result<Edition> withdraw_edition(EditContext& context, const WithdrawEdition& input) {
  const std::string reason = fold_spaces(lang::to_nfc(input.reason));
  if (reason.empty() || !is_storable_text(reason)) return invalid("problem.reason_missing", "reason");
  auto found = after_event(context, input.item, input.locale, workflow::Event::withdraw);
  if (found.has_error()) return found.error();
  auto& [item, edition] = *found;

  content::unlist_edition(context.session, item.id, edition.locale);
  content::set_withdrawn(context.session, item.id, edition.locale, context.now, reason);
  record(context, {"edition.withdraw", item.id, edition.locale, edition.live, {{"reason", reason}}},
         "edition.withdrawn", sections_of(context, item.section));
  return stored(context, std::move(edition));
}

Result<Edition> change_slug(EditContext& context, const ChangeSlug& input) {
  const auto item = content::find_item(context.session, input.item);
  auto edition = content::find_edition(context.session, input.item, input.locale);
  if (!item || item->site != context.site.id || !edition) return not_found("problem.not_found");
  const std::string wanted = lang::to_slug(input.slug);
  if (wanted.empty()) return invalid("problem.slug_empty", "slug");
  if (wanted == edition->slug) return std::move(*edition);
  const std::string free = content::free_slug(context.session, context.site.id, input.locale, wanted);
  if (free != wanted) return conflict("problem.slug_taken", {{"slug", wanted}});

  const std::string before = address_of(context, *item, *edition);
  edition->slug = wanted;
  content::put_redirect(context.session, context.site.id, {}, before, item->id, edition->locale, context.now);
  record(context, {"edition.change_slug", item->id, edition->locale, edition->live, {{"before", before}}},
         "edition.moved", sections_of(context, item->section));
  return stored(context, std::move(*edition));
}

}  // namespace haidang::editing
