#include "people/password.h"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace haidang::people {

namespace {
void ensure_ready() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot find a source of randomness");
}
}  // namespace

std::string hash_password(std::string_view password, PasswordCost cost) {
  ensure_ready();
  const bool minimal = cost == PasswordCost::minimal;
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(),
                        minimal ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        minimal ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw std::runtime_error("not enough memory to hash a password");
  return hash.data();
}

bool verify_password(std::string_view hash, std::string_view password) {
  ensure_ready();
  const std::string terminated(hash);
  return crypto_pwhash_str_verify(terminated.c_str(), password.data(), password.size()) == 0;
}

std::string random_password() {
  ensure_ready();
  constexpr std::string_view kLetters = "23456789abcdefghjkmnpqrstuvwxyz";
  std::string password;
  for (int i = 0; i < 16; ++i) {
    if (i > 0 && i % 4 == 0) password.push_back('-');
    password.push_back(kLetters[randombytes_uniform(static_cast<std::uint32_t>(kLetters.size()))]);
  }
  return password;
}

std::string random_token() {
  ensure_ready();
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text.data();
}

}  // namespace haidang::people
