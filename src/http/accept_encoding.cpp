#include <algorithm>
#include <array>

#include "base/text.h"
#include "http/encodings.h"
#include "http/head_lines.h"

namespace haidang::http {

namespace {

constexpr std::array kByPreference = {Encoding::brotli, Encoding::zstd, Encoding::gzip};

// qvalue in thousandths (RFC 9110 section 12.4.2): "0", "0.5", "1.000".
std::optional<int> parse_weight(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int weight = 0, unit = 1000;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at == 1) continue;
    if (text[at] < '0' || text[at] > '9') return std::nullopt;
    weight += (text[at] - '0') * unit;
    unit /= 10;
  }
  return weight <= 1000 ? std::optional<int>(weight) : std::nullopt;
}

struct Weights {
  std::array<int, 4> of{-1, -1, -1, -1};  // by Encoding; -1: not named
  int others = -1;                        // "*"

  bool add(std::string_view coding, int weight) {
    for (const Encoding encoding : kByPreference)
      if (equals_ignoring_ascii_case(coding, to_string(encoding)) ||
          (encoding == Encoding::gzip && equals_ignoring_ascii_case(coding, "x-gzip")))
        of[static_cast<std::size_t>(encoding)] = weight;
    if (equals_ignoring_ascii_case(coding, "identity")) of[0] = weight;
    if (coding == "*") others = weight;
    return coding == "*" || is_token(coding);
  }

  int weight(Encoding encoding) const {
    const int named = of[static_cast<std::size_t>(encoding)];
    return named >= 0 ? named : std::max(others, 0);
  }
};

// One member: coding [ OWS ";" OWS "q=" qvalue ]
bool add_member(Weights& weights, std::string_view member) {
  if (member.empty()) return true;  // empty members are allowed (section 5.6.1)
  const auto semicolon = member.find(';');
  if (semicolon == std::string_view::npos) return weights.add(member, 1000);
  const std::string_view parameter = trim(member.substr(semicolon + 1));
  if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) return false;
  const auto weight = parse_weight(parameter.substr(2));
  return weight && weights.add(trim(member.substr(0, semicolon)), *weight);
}

}  // namespace

Encoding choose_encoding(std::string_view accept_encoding) {
  Weights weights;
  for (const std::string_view member : split(accept_encoding, ','))
    if (!add_member(weights, trim(member))) return Encoding::identity;
  // identity is always acceptable; it is preferred only where its weight says so.
  Encoding best = Encoding::identity;
  int best_weight = std::max(weights.of[0] - 1, 0);
  for (const Encoding encoding : kByPreference)
    if (weights.weight(encoding) > best_weight) {
      best = encoding;
      best_weight = weights.weight(encoding);
    }
  return best;
}

}  // namespace haidang::http
