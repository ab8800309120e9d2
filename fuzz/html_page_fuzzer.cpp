// module: exchange
// Any bytes as an HTML page and as a fragment: no crash, no runaway time.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "exchange/html_blocks.h"
#include "exchange/recognise.h"
#include "exchange/recognised_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace haidang;
  static const exchange::RecogniseOptions options;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto file = exchange::recognise("page.html", bytes, options);
  exchange::recognised_to_json(file, options.zone, exchange::Explain::yes);
  exchange::blocks_from_html(bytes);
  return 0;
}
