#pragma once
// Colours in sRGB and how well one is read on another.
#include <optional>
#include <string>
#include <string_view>

namespace haidang::portal {

struct Colour {
  double red = 0;  // 0..1
  double green = 0;
  double blue = 0;
};

std::optional<Colour> parse_colour(std::string_view text);  // "#0b5c6b"
std::string to_hex(const Colour& colour);

// `share` of `a`, the rest of `b`.
Colour mix(const Colour& a, const Colour& b, double share);

// WCAG 2.2 "contrast ratio": 1..21.
double contrast(const Colour& a, const Colour& b);

// `colour` moved towards `end` in small steps until it has `ratio` on `ground`.
Colour readable(Colour colour, const Colour& ground, const Colour& end, double ratio);

}  // namespace haidang::portal
