#include "portal/site_style.h"

#include "portal/assets.h"
#include "portal/colour.h"

namespace haidang::portal {

namespace {

constexpr Colour kWhite{1, 1, 1};
constexpr Colour kBlack{0, 0, 0};
constexpr Colour kNight{0.024, 0.075, 0.094};       // the sea the masthead sinks into
constexpr Colour kDarkGround{0.055, 0.094, 0.110};  // --paper in the dark, portal.css

// More than WCAG 2.2 AA asks (4.5): tints lie behind some links.
constexpr double kInkRatio = 5.6;
constexpr double kMastheadRatio = 10.0;

Colour accent_of(std::string_view accent) {
  return parse_colour(accent).value_or(Colour{0.043, 0.361, 0.420});
}

Colour deep_of(const Colour& accent) {
  return readable(mix(accent, kNight, 0.5), kWhite, kBlack, kMastheadRatio);
}

std::string declare(std::string_view name, const Colour& colour) {
  return "--" + std::string(name) + ":" + to_hex(colour) + ";";
}

}  // namespace

std::string masthead_colour(std::string_view accent) {
  return to_hex(deep_of(accent_of(accent)));
}

std::string site_style(std::string_view accent) {
  const Colour colour = accent_of(accent);
  const Colour deep = deep_of(colour);
  std::string style = ":root{" + declare("accent", colour);
  style += declare("accent-ink", readable(colour, kWhite, kBlack, kInkRatio));
  style += declare("accent-deep", deep);
  style += declare("accent-tint", mix(colour, kWhite, 0.08)) + "}\n";
  style += "@media (prefers-color-scheme:dark){:root{";
  style += declare("accent-ink", readable(mix(colour, kWhite, 0.6), kDarkGround, kWhite, kInkRatio + 1));
  style += declare("accent-deep", mix(deep, kBlack, 0.82));
  style += declare("accent-tint", mix(colour, kDarkGround, 0.16)) + "}}\n";
  // Paper stays black on white; this sheet comes after portal.css.
  return style + "@media print{:root{--accent-ink:#000;--accent-tint:#fff}}\n";
}

std::string site_style_path(const content::Site& site) {
  return asset_path("site", "css", site_style(site.accent));
}

std::string find_site_style(const content::Sites& sites, std::string_view path) {
  for (const content::Site& site : sites.all()) {
    if (site_style_path(site) == path) return site_style(site.accent);
  }
  return {};
}

}  // namespace haidang::portal
