#pragma once
// Remembers which imported page became which edition.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/identifiers.h"
#include "store/database.h"

namespace haidang::exchange {

// Where a page came from. Addresses are the surest sign that two imports are of
// one page; without one the file must stand in.
struct Origin {
  std::string old_address;  // "" if unknown
  std::string file_path;    // absolute, with "#N" for the Nth item of a feed or export
  std::string file_name;    // the last part of it
  std::string title;
};

struct KnownOrigin {
  content::ItemId item;
  Origin origin;
};

// Records of the same address, or of the same file name, in this language.
std::vector<KnownOrigin> find_origins(store::Session& session, content::SiteId site, std::string_view locale,
                                      const Origin& origin);
void put_origin(store::Session& session, content::SiteId site, content::ItemId item, std::string_view locale,
                const Origin& origin);

}  // namespace haidang::exchange
