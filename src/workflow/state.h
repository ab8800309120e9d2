#pragma once
// The states of an edition (one item in one language).
#include <optional>
#include <string_view>

namespace haidang::workflow {

enum class State { draft, submitted, approved, scheduled, published, withdrawn };

std::string_view to_string(State state);
std::optional<State> state_from(std::string_view name);

}  // namespace haidang::workflow
