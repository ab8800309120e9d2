#pragma once
// Smaller forms of an image, so that a phone does not load a camera's file.
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "files/blob_store.h"
#include "files/image_engine.h"
#include "files/image_probe.h"

namespace haidang::files {

inline constexpr std::array<int, 3> kVariantWidths{480, 960, 1600};

struct ImageVariant {
  int width = 0;
  int height = 0;
  Blob blob;  // image/webp
};

// One WebP for each width that is smaller than the image: upright, in sRGB,
// without metadata (a camera's place and serial number concern nobody). None for
// animated images, which would stand still. Works in strips, except on formats
// that are decoded whole (image_probe.h). Problems as probe_image.
Result<std::vector<ImageVariant>> make_variants(const ImageEngine& engine,
                                                const std::filesystem::path& original, const BlobStore& store,
                                                const ImageLimits& limits = {});

}  // namespace haidang::files
