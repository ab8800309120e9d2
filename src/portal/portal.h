#pragma once
// The public portal's front door: every address that is not the desk's, the
// API's or the operator's.
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "content/site_directory.h"
#include "http/message.h"
#include "lang/catalogue.h"
#include "portal/media_files.h"
#include "render/templates.h"
#include "store/database.h"

namespace haidang::portal {

// What the portal needs; all of it outlives the portal.
struct Dependencies {
  store::Database& database;
  const content::SiteDirectory& sites;
  const render::Templates& templates;  // theme/templates/*.html and the features', named by file stem
  const lang::Catalogues& catalogues;  // of every locale the sites have
  const Clock& clock;
  std::vector<std::pair<std::string, std::string_view>>
      assets;          // (path, bytes): theme/*.css, *.svg, *.png, *.ico, *.woff2
  BlobPath blob_path;  // where stored files lie
};

// Any thread.
class Portal {
 public:
  // Throws std::runtime_error if a template or an asset is missing or malformed.
  explicit Portal(Dependencies dependencies);
  ~Portal();
  Portal(const Portal&) = delete;
  Portal& operator=(const Portal&) = delete;

  // Throws only when the database fails.
  http::Response handle(const http::Request& request) const;

  // For what never reached handle(), or failed in it. Reads no database.
  http::Response error_page(const http::Request& request, int status) const;

 private:
  class Routes;
  std::unique_ptr<Routes> routes_;
};

}  // namespace haidang::portal
