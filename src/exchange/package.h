#pragma once
// A content package: sites, sections and items as files, for the demo province
// and for moving content between installations.
//   site.json                       content/site_json.h
//   items/SITE/KEY/item.json        {"section","kind","content_type","published_at",
//                                    "updated_at","featured","editions":{locale:{"byline","source","slug"}}}
//   items/SITE/KEY/LOCALE.html      <h1>title</h1><p class="lead">…</p> then the body
//   media/NAME                      pictures the pages name as src="media/NAME"
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "content/site.h"
#include "editing/edit_context.h"

namespace haidang::exchange {

// Paths relative to the package's root, sorted.
using PackageFiles = std::vector<std::pair<std::string, std::string_view>>;

struct PackageOptions {
  // Stores a file of media/ and gives its media address.
  std::function<Result<std::string>(store::Session&, std::string_view name, std::string_view bytes)>
      add_media;
  std::function<void(std::size_t done, std::size_t total)> progress;
};

struct PackageSummary {
  std::size_t sites = 0;
  std::size_t items = 0;
  std::size_t editions = 0;
};

// Stores the whole package in the caller's transaction. Problems name the file
// in the parameter "file".
Result<PackageSummary> load_package(store::Session& session, const people::Actor& actor, Instant now,
                                    const content::IdSource& block_ids, const PackageFiles& files,
                                    const PackageOptions& options);

}  // namespace haidang::exchange
