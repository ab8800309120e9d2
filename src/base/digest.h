#pragma once
// SHA-256 (FIPS 180-4) of bytes, for content addresses and entity tags.
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace haidang {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);
std::string to_hex(const Sha256& digest);  // 64 lower-case digits
std::string sha256_hex(std::string_view bytes);

// The same of bytes that come in pieces.
class Sha256Stream {
 public:
  Sha256Stream();
  void append(std::string_view bytes);
  std::string hex() &&;  // ends it

 private:
  struct Free {
    void operator()(void* context) const;
  };
  std::unique_ptr<void, Free> context_;  // EVP_MD_CTX
};

}  // namespace haidang
