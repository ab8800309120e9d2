#include "files/image_probe.h"

#include <vips/vips8>

#include "files/mapped_file.h"
#include "files/media_type.h"

namespace haidang::files {

namespace {

ImageFacts facts_of(const vips::VImage& image, std::string_view media_type) {
  const bool turned = vips_image_get_orientation_swap(image.get_image()) != 0;
  ImageFacts facts{std::string(media_type), image.width(), image.height(), 1};
  if (turned) std::swap(facts.width, facts.height);
  if (image.get_typeof("n-pages") != 0) facts.frames = image.get_int("n-pages");
  return facts;
}

}  // namespace

Result<ImageFacts> probe_image(const ImageEngine&, const std::filesystem::path& path,
                               const ImageLimits& limits) {
  const MappedFile file(path);
  const std::string_view bytes = file.bytes();
  const std::string_view media_type = sniff_media_type(bytes);
  if (!is_image(media_type)) return invalid("file.unknown_type");
  try {
    // Opening reads the header only; the pixels come with avg().
    const vips::VImage image = vips::VImage::new_from_buffer(
        bytes.data(), bytes.size(), "",
        vips::VImage::option()->set("access", VIPS_ACCESS_SEQUENTIAL)->set("fail_on", VIPS_FAIL_ON_ERROR));
    ImageFacts facts = facts_of(image, media_type);
    if (std::int64_t{facts.width} * facts.height > limits.maximum_pixels) {
      return invalid("file.too_many_pixels", {},
                     {{"width", std::to_string(facts.width)},
                      {"height", std::to_string(facts.height)},
                      {"limit", std::to_string(limits.maximum_pixels / 1'000'000)}});
    }
    image.avg();
    return facts;
  } catch (const vips::VError&) {
    vips_error_clear();
    return invalid("file.corrupt");
  }
}

}  // namespace haidang::files
