// module: files
// Deciding what a stranger's file is reads only inside its bytes, and everything
// it names has an ending.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "files/media_type.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace haidang::files;
  const std::string_view media_type = sniff_media_type({reinterpret_cast<const char*>(data), size});
  if (!media_type.empty() && extension_of(media_type).empty()) std::abort();
  return 0;
}
