#pragma once
// Where pictures and files of an installation go: bytes into the blob store,
// facts into the database, smaller widths beside them.
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "files/blob_store.h"
#include "files/image_engine.h"
#include "people/actor.h"
#include "store/database.h"

namespace haidang::app {

class MediaShelf {
 public:
  explicit MediaShelf(const std::filesystem::path& blobs) : blobs_(blobs) {}

  // Gives the media address. The same bytes twice are one file.
  Result<std::string> add(store::Session& session, const people::Actor& actor, Instant now,
                          std::string_view name, std::string_view bytes) const;

 private:
  files::BlobStore blobs_;
  files::ImageEngine engine_;
};

}  // namespace haidang::app
