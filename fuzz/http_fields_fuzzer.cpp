// module: http
// The small languages inside of a request; the first byte chooses one.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "http/authority.h"
#include "http/conditions.h"
#include "http/encodings.h"
#include "http/incoming.h"
#include "http/ranges.h"
#include "http/target.h"

namespace {

using namespace haidang;
using namespace haidang::http;

void require(bool truth) {
  if (!truth) std::abort();
}

bool is_clean(std::string_view text) {
  return is_valid_utf8(text) && text.find('\0') == std::string_view::npos;
}

void check_target(std::string_view text) {
  const auto target = parse_target(text);
  if (!target) return;
  require(is_clean(target->path) && (target->path == "*" || target->path.starts_with('/')));
  require(target->path.find("//") == std::string::npos);
  require(target->path.find("/../") == std::string::npos && !target->path.ends_with("/.."));
  for (const auto& [name, value] : target->query) require(is_clean(name) && is_clean(value));
}

void check_range(std::string_view text) {
  for (const std::uint64_t size : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{10'000}, UINT64_MAX}) {
    const RangeChoice choice = choose_range(text, size);
    if (choice.kind != RangeChoice::Kind::part) continue;
    require(choice.part.length > 0 && choice.part.first < size &&
            choice.part.length <= size - choice.part.first);
  }
}

void check_host(std::string_view text) {
  const auto host = normal_host(text);
  if (!host) return;
  require(!host->empty() && to_ascii_lower(*host) == *host);
  require(host->find_first_of("/@ \r\n") == std::string::npos);
}

void check_tags(std::string_view text) {
  matches_any(text, "\"a\"");
  const std::string once = tags_without_encoding(text);
  require(once.size() <= 2 * text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  static const AddressRanges trusted({"10.0.0.0/8", "2001:db8::/32"});
  switch (data[0]) {
    case 't':
      check_target(text);
      break;
    case 'r':
      check_range(text);
      break;
    case 'e':
      choose_encoding(text);
      break;
    case 'h':
      check_host(text);
      break;
    case 'g':
      check_tags(text);
      break;
    case 'f':
      client_behind(*IpAddress::parse("10.0.0.1"), text, trusted);
      break;
    default:
      break;
  }
  return 0;
}
