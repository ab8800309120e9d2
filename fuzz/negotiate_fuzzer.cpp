// module: lang
// Any Accept-Language header chooses one of the languages there are.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "lang/locale.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view header(reinterpret_cast<const char*>(data), size);
  const std::vector<std::string> available{"vi", "en", "zh", "zh-Hant"};
  const std::string chosen = haidang::lang::negotiate(header, available);
  if (std::ranges::find(available, chosen) == available.end()) std::abort();
  return 0;
}
