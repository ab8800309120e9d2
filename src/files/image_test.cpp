// Images made by libvips itself, then cut, damaged and mislabelled.
#include <gtest/gtest.h>

#include <vips/vips8>

#include "files/file_check.h"
#include "files/image_probe.h"
#include "files/image_variants.h"
#include "test_folder.h"

namespace haidang::files {
namespace {

using vips::VImage;

// Noise, so that files are large and every part of them matters.
VImage noise(int width, int height) {
  const VImage grey = VImage::gaussnoise(width, height, VImage::option()->set("sigma", 40));
  return grey.bandjoin(grey)
      .bandjoin(grey)
      .cast(VIPS_FORMAT_UCHAR)
      .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
}

std::string encode(const VImage& image, const char* format) {
  void* data = nullptr;
  std::size_t size = 0;
  image.write_to_buffer(format, &data, &size);
  const std::string bytes(static_cast<const char*>(data), size);
  g_free(data);
  return bytes;
}

class ImageTest : public testing::Test {
 protected:
  std::string probe(const std::string& bytes, const ImageLimits& limits = {}) const {
    const auto facts = probe_image(engine, folder.write("upload.bin", bytes), limits);
    if (!facts.has_value()) return facts.error().message;
    return facts->media_type + " " + std::to_string(facts->width) + "x" + std::to_string(facts->height) +
           (facts->frames > 1 ? " animated" : "");
  }
  ImageEngine engine;
  TestFolder folder;
  BlobStore store{folder.path() / "blobs"};
};

TEST_F(ImageTest, FormatsByContent) {
  const VImage image = noise(200, 100);
  EXPECT_EQ(probe(encode(image, ".jpg")), "image/jpeg 200x100");
  EXPECT_EQ(probe(encode(image, ".jpg[interlace]")), "image/jpeg 200x100");
  EXPECT_EQ(probe(encode(image, ".png")), "image/png 200x100");
  EXPECT_EQ(probe(encode(image, ".webp")), "image/webp 200x100");
  EXPECT_EQ(probe(encode(image, ".gif")), "image/gif 200x100");
  EXPECT_EQ(probe(encode(image, ".avif[speed=9]")), "image/avif 200x100");
}

TEST_F(ImageTest, WrongEndingDoesNotMatter) {
  const auto path = folder.write("photo [page=1].png", encode(noise(20, 10), ".jpg"));
  EXPECT_EQ(probe_image(engine, path).value().media_type, "image/jpeg");
}

TEST_F(ImageTest, TruncatedFilesAreCorrupt) {
  const VImage image = noise(300, 300);
  for (const char* format :
       {".jpg", ".jpg[interlace]", ".png", ".png[interlace]", ".webp", ".gif", ".avif[speed=9]"}) {
    const std::string bytes = encode(image, format);
    for (const std::size_t part : {2U, 4U, 10U}) {
      EXPECT_EQ(probe(bytes.substr(0, bytes.size() - bytes.size() / part)), "file.corrupt")
          << format << " " << part;
    }
    EXPECT_EQ(probe(bytes.substr(0, 40)), "file.corrupt") << format;
  }
}

TEST_F(ImageTest, OtherFilesAreNoImages) {
  for (const char* bytes : {"", "Văn bản", "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
                            "%PDF-1.7", "P6 1 1 255 abc", "BM"}) {
    EXPECT_EQ(probe(bytes), "file.unknown_type") << bytes;
  }
  EXPECT_THROW((void)probe_image(engine, folder.path() / "missing"), std::system_error);
}

TEST_F(ImageTest, BombsAreRefusedBeforeTheyAreUnpacked) {
  const std::string bomb = encode(VImage::black(10'000, 10'000), ".png[compression=9]");
  EXPECT_LT(bomb.size(), 2'000'000U);
  EXPECT_EQ(probe(bomb), "file.too_many_pixels");
  EXPECT_EQ(probe(encode(noise(20, 10), ".png"), {.maximum_pixels = 199}), "file.too_many_pixels");
}

TEST_F(ImageTest, OrientationIsApplied) {
  VImage image = noise(700, 300).copy();
  image.set(VIPS_META_ORIENTATION, 6);
  const std::string bytes = encode(image, ".jpg");
  EXPECT_EQ(probe(bytes), "image/jpeg 300x700");
  VImage wide = noise(300, 700).copy();
  wide.set(VIPS_META_ORIENTATION, 6);
  const auto variants = make_variants(engine, folder.write("wide.jpg", encode(wide, ".jpg")), store).value();
  ASSERT_EQ(variants.size(), 1U);
  EXPECT_EQ(variants[0].width, 480);
  EXPECT_EQ(variants[0].height, 206);
}

TEST_F(ImageTest, VariantsAreSmallerWebpWithoutMetadata) {
  VImage image = noise(2000, 1000).copy();
  image.set("exif-ifd0-Artist", "Nguyễn Văn A");
  const auto path = folder.write("photo.jpg", encode(image, ".jpg"));
  const auto variants = make_variants(engine, path, store).value();
  ASSERT_EQ(variants.size(), 3U);
  for (std::size_t i = 0; i < variants.size(); ++i) {
    EXPECT_EQ(variants[i].width, kVariantWidths[i]);
    EXPECT_EQ(variants[i].height, kVariantWidths[i] / 2);
    const std::string bytes = store.read(variants[i].blob.digest).value();
    EXPECT_EQ(probe(bytes),
              "image/webp " + std::to_string(variants[i].width) + "x" + std::to_string(variants[i].height));
    EXPECT_EQ(bytes.find("ICCP"), std::string::npos);
    EXPECT_EQ(bytes.find("Nguy"), std::string::npos);
  }
}

TEST_F(ImageTest, SmallTallAndAnimatedImages) {
  EXPECT_TRUE(
      make_variants(engine, folder.write("s", encode(noise(480, 300), ".png")), store).value().empty());
  EXPECT_TRUE(
      make_variants(engine, folder.write("t", encode(VImage::black(500, 18'000), ".png")), store)->empty());
  VImage frames = noise(600, 40).copy();
  frames.set("page-height", 20);
  const std::string animated = encode(frames, ".gif");
  EXPECT_EQ(probe(animated), "image/gif 600x20 animated");
  EXPECT_TRUE(make_variants(engine, folder.write("a", animated), store).value().empty());
}

TEST_F(ImageTest, UnusualPixelsBecomeOrdinary) {
  const VImage grey = VImage::gaussnoise(600, 100).cast(VIPS_FORMAT_UCHAR);
  const VImage deep = noise(600, 100).colourspace(VIPS_INTERPRETATION_RGB16);
  const VImage clear = noise(600, 100).bandjoin(grey);
  const VImage print =
      noise(600, 100).bandjoin(grey).copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_CMYK));
  for (const std::string& bytes :
       {encode(grey, ".png"), encode(deep, ".png"), encode(clear, ".png"), encode(print, ".jpg")}) {
    const auto variants = make_variants(engine, folder.write("x", bytes), store);
    ASSERT_TRUE(variants.has_value()) << variants.error().message;
    EXPECT_EQ(variants->size(), 1U);
  }
}

TEST_F(ImageTest, TheGateForUploads) {
  const auto message = [&](const std::string& bytes, const FileLimits& limits = {}) {
    const auto facts = check_file(engine, folder.write("upload", bytes), limits);
    return facts.has_value() ? facts->media_type + (facts->image ? " image" : "") : facts.error().message;
  };
  const std::string png = encode(noise(20, 10), ".png");
  EXPECT_EQ(message(png), "image/png image");
  EXPECT_EQ(message("Văn bản"), "text/plain");
  EXPECT_EQ(message(""), "file.corrupt");
  EXPECT_EQ(message("\x01\x02"), "file.unknown_type");
  EXPECT_EQ(message("Văn bản", {.maximum_bytes = 3}), "file.too_large");
  EXPECT_EQ(message(png, {.maximum_image_bytes = 3}), "file.too_large");
}

}  // namespace
}  // namespace haidang::files
