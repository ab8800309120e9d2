#pragma once
// What a backup asks the database beside the rows of all tables.
#include <string>
#include <vector>

#include "store/database.h"

namespace haidang::backup {

// The digests of all pictures and files that rows name, each once. A
// table that names blobs of its own must be added here.
std::vector<std::string> list_blobs(store::Session& session);

// "key: Vietnamese name" of each site.
std::vector<std::string> list_site_names(store::Session& session);

}  // namespace haidang::backup
