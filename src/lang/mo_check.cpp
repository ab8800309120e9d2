#include "lang/mo_check.h"

#include <cstdint>

namespace haidang::lang {

namespace {

constexpr std::uint64_t kMagic = 0x950412DE;
constexpr std::uint64_t kHeaderBytes = 28;
constexpr std::uint64_t kRowBytes = 8;  // length, offset

// The caller has checked that four bytes are there.
std::uint64_t word_at(std::string_view mo, std::uint64_t at) {
  std::uint64_t word = 0;
  for (std::size_t i = 4; i-- > 0;) word = (word << 8) | static_cast<unsigned char>(mo[at + i]);
  return word;
}

bool is_whole_table(std::string_view mo, std::uint64_t table, std::uint64_t count) {
  if (table > mo.size() || count > (mo.size() - table) / kRowBytes) return false;
  for (std::uint64_t row = table; row < table + count * kRowBytes; row += kRowBytes) {
    const std::uint64_t end = word_at(mo, row + 4) + word_at(mo, row);
    if (end >= mo.size() || mo[end] != '\0') return false;
  }
  return true;
}

// The hash table: size at 20, place at 24; each entry a row number + 1, or 0.
bool is_whole_hash(std::string_view mo, std::uint64_t count) {
  const std::uint64_t size = word_at(mo, 20);
  const std::uint64_t table = word_at(mo, 24);
  if (size == 0) return true;
  if (size <= 2 || table > mo.size() || size > (mo.size() - table) / 4) return false;
  bool has_gap = false;  // without one a search would not end
  for (std::uint64_t i = 0; i < size; ++i) {
    const std::uint64_t entry = word_at(mo, table + i * 4);
    if (entry > count) return false;
    has_gap = has_gap || entry == 0;
  }
  return has_gap;
}

}  // namespace

bool is_whole_mo(std::string_view mo) {
  if (mo.size() < kHeaderBytes || word_at(mo, 0) != kMagic) return false;
  const std::uint64_t count = word_at(mo, 8);
  return count > 0 && is_whole_table(mo, word_at(mo, 12), count) &&
         is_whole_table(mo, word_at(mo, 16), count) && is_whole_hash(mo, count);
}

}  // namespace haidang::lang
