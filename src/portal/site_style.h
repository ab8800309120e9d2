#pragma once
// A site's own style sheet: its accent colour in the shades that portal.css
// asks for, each as readable as it must be in light and in dark.
#include <string>
#include <string_view>

#include "content/site.h"

namespace haidang::portal {

// A malformed accent gives the portal's own.
std::string site_style(std::string_view accent);

// "/assets/site-<hash8>.css" of the site.
std::string site_style_path(const content::Site& site);

// The style whose address `path` is, among the given sites'; "" if none.
std::string find_site_style(const content::Sites& sites, std::string_view path);

// The masthead's colour, for <meta name="theme-color">.
std::string masthead_colour(std::string_view accent);

}  // namespace haidang::portal
