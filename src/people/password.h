#pragma once
// Passwords as Argon2id hashes (RFC 9106) through libsodium, and random secrets.
#include <string>
#include <string_view>

namespace haidang::people {

enum class PasswordCost {
  interactive,  // 64 MiB, as for a sign-in a person waits for
  minimal,      // tests only: the least libsodium allows
};

std::string hash_password(std::string_view password, PasswordCost cost = PasswordCost::interactive);
bool verify_password(std::string_view hash, std::string_view password);

// A password a person can type: four groups of four letters and digits without
// look-alikes, 80 bits: "k7wm-…".
std::string random_password();
// 32 random bytes as base64url, for tokens.
std::string random_token();

}  // namespace haidang::people
