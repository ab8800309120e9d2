// module: exchange
// Any bytes as a page saved as plain text: no crash, no runaway time.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "exchange/recognise.h"
#include "exchange/recognised_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace haidang;
  static const exchange::RecogniseOptions options;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto file = exchange::recognise("page.txt", bytes, options);
  exchange::recognised_to_json(file, options.zone, exchange::Explain::yes);
  return 0;
}
