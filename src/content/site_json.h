#pragma once
// Sites as data: the shape of demo/site.json and of later configuration files.
//   {"sites":[{"key","hosts":[…],"time_zone","locales":[…],"name":{locale:…},
//     "short_name":{…},"tagline":{…},"publisher":{…},"address":{…},"email","phone",
//     "theme":{"accent"},"sections":[{"key","slug":{…},"title":{…},
//     "description":{…},"children":[…]}]}]}
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "content/site.h"

namespace haidang::content {

// Sites without ids; children follow their parent, `Section::parent` holds the
// parent's position in `sections` plus one. Problems: "site.bad_definition"
// with the JSON pointer as field.
Result<std::vector<Site>> sites_from_json(std::string_view text);

// The texts of a site as stored in its settings column, and back.
json::object settings_to_json(const Site& site);
void settings_from_json(const json::value& settings, Site& site);

}  // namespace haidang::content
