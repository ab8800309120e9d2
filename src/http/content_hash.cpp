#include "http/content_hash.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace haidang::http {

namespace {

using Word = std::uint64_t;
__extension__ using Product = unsigned __int128;

// Fractional parts of square roots of primes (FIPS 180-4 section 5.3.5): numbers
// nobody chose.
constexpr Word kKeys[] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1};

// Both halves of the product: every bit of it depends on every bit of both.
Word fold(Word a, Word b) {
  const Product product = static_cast<Product>(a) * b;
  return static_cast<Word>(product) ^ static_cast<Word>(product >> 64U);
}

class Hash {
 public:
  void add(const char* block) {  // 16 bytes
    Word x = 0, y = 0;
    std::memcpy(&x, block, sizeof x);
    std::memcpy(&y, block + sizeof x, sizeof y);
    // Sums keep what came before even where a factor happens to be zero.
    first_ = std::rotl(first_, 23) + fold(x ^ kKeys[0], y ^ kKeys[1] ^ first_);
    second_ = std::rotl(second_, 41) + fold(y ^ kKeys[2], x ^ kKeys[3] ^ second_);
  }
  void finish(std::size_t length) {
    first_ = fold(first_ ^ kKeys[2], second_ ^ kKeys[3] ^ length);
    second_ = fold(second_ ^ kKeys[0], first_ ^ kKeys[1]);
  }
  Word first() const { return first_; }
  Word second() const { return second_; }

 private:
  Word first_ = 1;
  Word second_ = 2;
};

void append_hex(std::string& out, Word word) {
  for (int shift = 60; shift >= 0; shift -= 4) out.push_back("0123456789abcdef"[(word >> shift) & 0xFU]);
}

}  // namespace

std::string content_hash(std::string_view bytes) {
  constexpr std::size_t kBlock = 16;
  Hash hash;
  std::size_t at = 0;
  for (; at + kBlock <= bytes.size(); at += kBlock) hash.add(bytes.data() + at);
  char last[kBlock] = {};
  bytes.copy(last, kBlock, at);
  hash.add(last);
  hash.finish(bytes.size());
  std::string digits;
  append_hex(digits, hash.first());
  append_hex(digits, hash.second());
  return digits;
}

}  // namespace haidang::http
