#pragma once
// Whether a file is an image that can be shown, and how large it is.
#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.h"
#include "files/image_engine.h"

namespace haidang::files {

struct ImageFacts {
  std::string media_type;  // by content
  int width = 0;           // as shown: its orientation applied
  int height = 0;
  int frames = 1;  // more than one: animated
};

// A small file can say that it is enormous. Interlaced and WebP images are
// decoded whole in memory, at four bytes a pixel.
struct ImageLimits {
  std::int64_t maximum_pixels = 80'000'000;
};

// Decodes the first frame once from end to end, in strips where the format
// allows, so that a damaged or cut file is found now and not by a reader.
// Problems: file.unknown_type (no image of a kind that is taken), file.corrupt,
// file.too_many_pixels (width, height, limit). A missing file throws.
Result<ImageFacts> probe_image(const ImageEngine& engine, const std::filesystem::path& path,
                               const ImageLimits& limits = {});

}  // namespace haidang::files
