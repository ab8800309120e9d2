#pragma once
// Editorial law as one table: which event moves an edition from which state to
// which. Who may cause an event is decided beside it when the desk brings roles.
#include <optional>
#include <span>
#include <string_view>

#include "workflow/state.h"

namespace haidang::workflow {

enum class Event { save, submit, approve, publish, withdraw };

std::string_view to_string(Event event);

struct Transition {
  State from;
  Event event;
  State to;
};

// Every allowed transition; anything else is "problem.wrong_state".
std::span<const Transition> transitions();

// The state after the event, or empty if the law does not allow it here.
std::optional<State> next_state(State from, Event event);

}  // namespace haidang::workflow
