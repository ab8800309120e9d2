#pragma once
// libvips, set up once by the app and handed to whatever works on images: one
// thread per operation (requests give the parallelism), no cache of operations
// (every image comes once), and only the decoders of the formats that are taken,
// because each decoder reads strangers' bytes.
namespace haidang::files {

class ImageEngine {
 public:
  ImageEngine();  // throws std::runtime_error
  ~ImageEngine();
  ImageEngine(const ImageEngine&) = delete;
  ImageEngine& operator=(const ImageEngine&) = delete;
};

}  // namespace haidang::files
