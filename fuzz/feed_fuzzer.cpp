// module: exchange
// Any bytes as RSS, Atom or a WordPress export: no crash, no runaway time.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "exchange/recognise.h"
#include "exchange/recognised_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace haidang;
  static const exchange::RecogniseOptions options;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // Most bytes are no feed: behind a root element they are one.
  const std::string feed =
      bytes.starts_with("<") ? std::string(bytes) : "<rss><channel>" + std::string(bytes);
  const auto file = exchange::recognise("feed.xml", feed, options);
  exchange::recognised_to_json(file, options.zone, exchange::Explain::yes);
  return 0;
}
