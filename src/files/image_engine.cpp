#include "files/image_engine.h"

#include <vips/vips.h>

#include <stdexcept>
#include <string>

namespace haidang::files {

ImageEngine::ImageEngine() {
  if (VIPS_INIT("haidang") != 0) throw std::runtime_error(std::string("libvips: ") + vips_error_buffer());
  vips_concurrency_set(1);
  vips_cache_set_max(0);
  // Its warnings are about strangers' files; what matters comes as a Problem.
  g_log_set_handler(
      "VIPS", G_LOG_LEVEL_WARNING, [](const gchar*, GLogLevelFlags, const gchar*, gpointer) {}, nullptr);
  vips_block_untrusted_set(1);
  vips_operation_block_set("VipsForeignLoad", 1);
  for (const char* decoder : {"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp",
                              "VipsForeignLoadNsgif", "VipsForeignLoadHeif"}) {
    vips_operation_block_set(decoder, 0);
  }
}

// No vips_shutdown(): libvips cannot be started again in the same process.
ImageEngine::~ImageEngine() {
  vips_thread_shutdown();
}

}  // namespace haidang::files
