#pragma once
// The gate for uploads: what a file is, and whether it is taken.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "files/image_engine.h"
#include "files/image_probe.h"

namespace haidang::files {

struct FileLimits {
  std::int64_t maximum_bytes = 200'000'000;
  std::int64_t maximum_image_bytes = 50'000'000;
  ImageLimits image{};
};

struct FileFacts {
  std::string media_type;  // media_type.h
  std::int64_t bytes = 0;
  std::optional<ImageFacts> image;
};

// Problems: file.too_large (limit, in MB), file.unknown_type, file.corrupt
// (also an empty file), file.too_many_pixels. A missing file throws.
Result<FileFacts> check_file(const ImageEngine& engine, const std::filesystem::path& path,
                             const FileLimits& limits = {});

}  // namespace haidang::files
