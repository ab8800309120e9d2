#pragma once
// What servers send in place of an article.
#include <string_view>

namespace haidang::exchange {

// "Lỗi 404", "Page not found", "Server Error in '/' Application."
bool says_not_found(std::string_view line);

}  // namespace haidang::exchange
