#include "files/file_check.h"

#include "files/mapped_file.h"
#include "files/media_type.h"

namespace haidang::files {

namespace {
Problem too_large(std::int64_t limit) {
  return invalid("file.too_large", {}, {{"limit", std::to_string(limit / 1'000'000)}});
}
}  // namespace

Result<FileFacts> check_file(const ImageEngine& engine, const std::filesystem::path& path,
                             const FileLimits& limits) {
  FileFacts facts;
  facts.bytes = static_cast<std::int64_t>(std::filesystem::file_size(path));
  if (facts.bytes > limits.maximum_bytes) return too_large(limits.maximum_bytes);
  if (facts.bytes == 0) return invalid("file.corrupt");
  facts.media_type = sniff_media_type(MappedFile(path).bytes());
  if (facts.media_type.empty()) return invalid("file.unknown_type");
  if (!is_image(facts.media_type)) return facts;
  if (facts.bytes > limits.maximum_image_bytes) return too_large(limits.maximum_image_bytes);
  Result<ImageFacts> image = probe_image(engine, path, limits.image);
  if (!image.has_value()) return image.error();
  facts.image = *image;
  return facts;
}

}  // namespace haidang::files
