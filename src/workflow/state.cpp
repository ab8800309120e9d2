#include "workflow/state.h"

#include <array>
#include <utility>

namespace haidang::workflow {

namespace {
constexpr std::array<std::pair<State, std::string_view>, 6> kNames = {{{State::draft, "draft"},
                                                                       {State::submitted, "submitted"},
                                                                       {State::approved, "approved"},
                                                                       {State::scheduled, "scheduled"},
                                                                       {State::published, "published"},
                                                                       {State::withdrawn, "withdrawn"}}};
}  // namespace

std::string_view to_string(State state) {
  for (const auto& [value, name] : kNames)
    if (value == state) return name;
  return {};
}

std::optional<State> state_from(std::string_view wanted) {
  for (const auto& [value, name] : kNames)
    if (name == wanted) return value;
  return std::nullopt;
}

}  // namespace haidang::workflow
