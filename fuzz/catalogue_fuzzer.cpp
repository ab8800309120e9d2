// module: lang
// Bytes as a message catalogue: refused, or read without harm.
#include <cstdint>
#include <stdexcept>

#include "lang/catalogue.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const haidang::lang::Catalogue catalogue("en", {reinterpret_cast<const char*>(data), size});
    catalogue.text("error.404.title");
    catalogue.plural("count.items", 3);
    catalogue.has("x");
  } catch (const std::runtime_error&) {
  }
  return 0;
}
