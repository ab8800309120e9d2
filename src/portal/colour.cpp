#include "portal/colour.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace haidang::portal {

namespace {

// WCAG 2.2, definition of relative luminance.
double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const Colour& colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  const auto channel = [value](unsigned shift) {
    return static_cast<double>((value >> shift) & 0xFFU) / 255.0;
  };
  return Colour{channel(16), channel(8), channel(0)};
}

std::string to_hex(const Colour& colour) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text = "#";
  for (const double channel : {colour.red, colour.green, colour.blue}) {
    const auto value = static_cast<unsigned>(std::lround(std::clamp(channel, 0.0, 1.0) * 255.0));
    text += kDigits[value >> 4U];
    text += kDigits[value & 0xFU];
  }
  return text;
}

Colour mix(const Colour& a, const Colour& b, double share) {
  const auto blend = [share](double x, double y) { return share * x + (1.0 - share) * y; };
  return {blend(a.red, b.red), blend(a.green, b.green), blend(a.blue, b.blue)};
}

double contrast(const Colour& a, const Colour& b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Colour readable(Colour colour, const Colour& ground, const Colour& end, double ratio) {
  constexpr int kSteps = 40;
  for (int step = 0; step < kSteps && contrast(colour, ground) < ratio; ++step)
    colour = mix(colour, end, 0.94);
  return colour;
}

}  // namespace haidang::portal
