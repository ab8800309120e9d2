#pragma once
// Files that travel inside the program: migrations, templates, styles, fonts,
// compiled message catalogues. Read only, alive for the whole run, any thread.
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace haidang::resources {

// The file whose path in the source tree is `path` ("sql/0001_foundation.sql";
// catalogues as compiled: "i18n/vi.mo"). Empty if there is none.
std::optional<std::string_view> find(std::string_view path);

// All files whose path starts with `prefix`, sorted by path.
std::vector<std::pair<std::string_view, std::string_view>> list(std::string_view prefix);

}  // namespace haidang::resources
