#include "portal/old_addresses.h"

#include <algorithm>
#include <vector>

#include "content/public_store.h"
#include "web/addresses.h"

namespace haidang::portal {

namespace {

// The forms an old address may be stored in: as sent, decoded, and without its query.
std::vector<std::string> forms_of(const http::Request& request) {
  std::vector<std::string> forms{request.target};
  const auto add = [&](std::string form) {
    if (std::ranges::find(forms, form) == forms.end()) forms.push_back(std::move(form));
  };
  const std::string query = request.query_text.empty() ? "" : "?" + request.query_text;
  add(request.path + query);
  add(request.path);
  return forms;
}

}  // namespace

std::optional<http::Response> old_address_response(store::Session& session, const content::Sites& sites,
                                                   const content::Site* site, const http::Request& request) {
  // Stored without it: an old portal answered with and without "www.".
  std::string_view host = request.host;
  if (host.starts_with("www.")) host.remove_prefix(4);
  for (const std::string& form : forms_of(request)) {
    const auto target =
        content::find_redirect(session, site == nullptr ? content::SiteId{} : site->id, host, form);
    if (!target) continue;
    const content::Site* home = sites.by_id(target->site);
    if (home == nullptr) continue;
    const std::string path = web::item_path(*home, target->locale, target->section, target->slug);
    if (home == site && path == request.path) continue;  // never to itself
    return http::Response::redirect(301, home == site ? path : web::origin_of(request, *home) + path);
  }
  return std::nullopt;
}

}  // namespace haidang::portal
