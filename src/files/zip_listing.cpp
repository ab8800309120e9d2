#include "files/zip_listing.h"

#include <cstdint>

namespace haidang::files {

namespace {

constexpr std::size_t kEndSize = 22;
constexpr std::size_t kHeaderSize = 46;
constexpr std::size_t kLongestComment = 65'535;

// Little-endian; the caller checked the bounds.
std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// The end record is the last thing but for a comment of at most 64 kB.
std::size_t find_end_record(std::string_view zip) {
  if (zip.size() < kEndSize) return std::string_view::npos;
  const std::size_t last = zip.size() - kEndSize;
  const std::size_t first = last > kLongestComment ? last - kLongestComment : 0;
  for (std::size_t at = last + 1; at-- > first;) {
    if (zip.substr(at, 4) == "PK\x05\x06" && number_at(zip, at + 20, 2) == zip.size() - at - kEndSize)
      return at;
  }
  return std::string_view::npos;
}

}  // namespace

bool for_each_zip_entry(std::string_view zip, const std::function<bool(std::string_view)>& visit) {
  constexpr std::size_t kLargestDirectory = 4'000'000;
  constexpr std::size_t kMostEntries = 10'000;
  const std::size_t end = find_end_record(zip);
  if (end == std::string_view::npos) return false;
  const std::size_t entries = number_at(zip, end + 10, 2);
  const std::size_t size = number_at(zip, end + 12, 4);
  const std::size_t start = number_at(zip, end + 16, 4);
  if (entries > kMostEntries || size > kLargestDirectory || start > end || size > end - start) return false;
  std::string_view directory = zip.substr(start, size);
  for (std::size_t i = 0; i < entries; ++i) {
    if (directory.size() < kHeaderSize || !directory.starts_with("PK\x01\x02")) return false;
    const std::size_t name = number_at(directory, 28, 2);
    const std::size_t whole = kHeaderSize + name + number_at(directory, 30, 2) + number_at(directory, 32, 2);
    if (whole > directory.size() || !visit(directory.substr(kHeaderSize, name))) return false;
    directory.remove_prefix(whole);
  }
  return true;
}

}  // namespace haidang::files
