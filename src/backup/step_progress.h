#pragma once
// How far a long step is, told to whoever shows it.
#include <cstddef>
#include <functional>
#include <string_view>

namespace haidang::backup {

// Called often, with `done` rising to `total`; `step` changes with each step.
using StepProgress = std::function<void(std::string_view step, std::size_t done, std::size_t total)>;

}  // namespace haidang::backup
