#include "workflow/transition.h"

namespace haidang::workflow {

namespace {

using enum State;

// Saving a published text keeps the live revision public; the edition stays
// published and its newer revision waits for the next publish. An approved text
// that is changed falls back to draft. Publishing straight from draft is the
// act of an import or an administrator.
constexpr Transition kTransitions[] = {
    {draft, Event::save, draft},
    {submitted, Event::save, submitted},
    {approved, Event::save, draft},
    {scheduled, Event::save, draft},
    {published, Event::save, published},
    {withdrawn, Event::save, withdrawn},
    {draft, Event::submit, submitted},
    {submitted, Event::approve, approved},
    {draft, Event::publish, published},
    {approved, Event::publish, published},
    {scheduled, Event::publish, published},
    {published, Event::publish, published},
    {withdrawn, Event::publish, published},
    {published, Event::withdraw, withdrawn},
};

}  // namespace

std::string_view to_string(Event event) {
  switch (event) {
    case Event::save:
      return "save";
    case Event::submit:
      return "submit";
    case Event::approve:
      return "approve";
    case Event::publish:
      return "publish";
    case Event::withdraw:
      return "withdraw";
  }
  return {};
}

std::span<const Transition> transitions() {
  return kTransitions;
}

std::optional<State> next_state(State from, Event event) {
  for (const Transition& transition : kTransitions)
    if (transition.from == from && transition.event == event) return transition.to;
  return std::nullopt;
}

}  // namespace haidang::workflow
