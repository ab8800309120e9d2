#include "files/image_variants.h"

#include <memory>
#include <optional>
#include <vips/vips8>

#include "files/mapped_file.h"

namespace haidang::files {

namespace {

constexpr int kQuality = 78;
constexpr int kLargestWebpSide = 16'383;  // WebP container specification, canvas size

struct AreaRelease {
  void operator()(VipsBlob* blob) const { vips_area_unref(VIPS_AREA(blob)); }
};
using BlobHandle = std::unique_ptr<VipsBlob, AreaRelease>;

// webpsave's own "strip" does nothing in libvips 8.14, so the fields go before
// (libvips then writes an EXIF block of its own with nothing but the resolution).
// The colour profile goes too: the pixels are sRGB, which is what browsers assume.
vips::VImage without_metadata(const vips::VImage& image) {
  vips::VImage bare = image.copy();
  gchar** fields = vips_image_get_fields(image.get_image());
  for (gchar** field = fields; *field != nullptr; ++field) {
    const std::string_view name(*field);
    const bool is_block = name.ends_with("-data");  // exif-data, xmp-data, iptc-data, icc-profile-data …
    if (is_block || name.starts_with("exif-") || name.starts_with("png-comment-")) bare.remove(*field);
  }
  g_strfreev(fields);
  return bare;
}

std::optional<ImageVariant> make_variant(std::string_view original, int width, const BlobStore& store) {
  const BlobHandle source(vips_blob_new(nullptr, original.data(), original.size()));
  const vips::VImage small =
      vips::VImage::thumbnail_buffer(source.get(), width,
                                     vips::VImage::option()
                                         ->set("height", VIPS_MAX_COORD)  // the width decides
                                         ->set("size", VIPS_SIZE_DOWN)
                                         ->set("export_profile", "srgb")
                                         ->set("fail_on", VIPS_FAIL_ON_ERROR));
  if (small.height() > kLargestWebpSide) return std::nullopt;
  const BlobHandle webp(without_metadata(small).webpsave_buffer(
      vips::VImage::option()->set("Q", kQuality)->set("strip", true)));
  std::size_t size = 0;
  const void* data = vips_blob_get(webp.get(), &size);
  return ImageVariant{small.width(), small.height(), store.put({static_cast<const char*>(data), size})};
}

}  // namespace

Result<std::vector<ImageVariant>> make_variants(const ImageEngine& engine,
                                                const std::filesystem::path& original, const BlobStore& store,
                                                const ImageLimits& limits) {
  const Result<ImageFacts> facts = probe_image(engine, original, limits);
  if (!facts.has_value()) return facts.error();
  std::vector<ImageVariant> variants;
  if (facts->frames > 1) return variants;
  const MappedFile file(original);
  try {
    for (const int width : kVariantWidths) {
      if (width >= facts->width) break;
      if (auto variant = make_variant(file.bytes(), width, store)) variants.push_back(std::move(*variant));
    }
    return variants;
  } catch (const vips::VError&) {
    vips_error_clear();
    return invalid("file.corrupt");
  }
}

}  // namespace haidang::files
