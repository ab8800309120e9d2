#include "editing/record.h"

#include "jobs/outbox_store.h"
#include "log/audit_store.h"

namespace haidang::editing {

void record(EditContext& context, const Act& act, std::string_view topic,
            const std::vector<content::SectionId>& sections) {
  const auto item = act.item ? std::optional(act.item.value) : std::nullopt;
  log::append_audit(
      context.session,
      {context.now, context.actor.stored_account(), context.actor.name, std::string(act.verb),
       context.site.id.value, item, std::string(act.locale),
       act.revision ? std::optional(act.revision->value) : std::nullopt, json::serialize(act.detail)});
  std::vector<std::string> tags;
  if (act.item) tags.push_back("item:" + std::to_string(act.item.value));
  for (const content::SectionId section : sections)
    tags.push_back("section:" + std::to_string(section.value));
  if (tags.empty()) tags.push_back("site:" + std::to_string(context.site.id.value));
  jobs::append_outbox(context.session, {0, context.now, std::string(topic), context.site.id.value, item,
                                        std::string(act.locale), std::move(tags)});
}

std::vector<content::SectionId> sections_of(const EditContext& context, content::SectionId section) {
  std::vector<content::SectionId> sections = {content::SectionId{}};  // 0: the whole site's list
  for (const content::Section* part : context.site.path_to(section)) sections.push_back(part->id);
  return sections;
}

}  // namespace haidang::editing
