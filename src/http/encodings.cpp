#include "http/encodings.h"

#include <brotli/decode.h>
#include <brotli/encode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <stdexcept>

#include "base/text.h"

namespace haidang::http {

namespace {

// For pages made at each request, where a tenth of the size is not worth four
// times the work (docs/performance.md): below 100 microseconds for 17 kB.
constexpr int kBrotliQuality = 3;
constexpr int kSmallestWindow = 16;
constexpr int kZstdLevel = 4;
constexpr int kGzipLevel = 6;
constexpr int kGzipWindow = 15 + 16;  // zlib.h: 16 more asks for the gzip wrapper

const Bytef* input_of(std::string_view bytes) {
  return reinterpret_cast<const Bytef*>(bytes.data());
}

// The smallest window that holds the whole page: a larger one is only cleared
// in vain.
int brotli_window(std::size_t size) {
  return std::clamp(static_cast<int>(std::bit_width(size + 16)), kSmallestWindow, BROTLI_DEFAULT_WINDOW);
}

std::string brotli(std::string_view bytes) {
  std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = out.size();
  if (!BrotliEncoderCompress(kBrotliQuality, brotli_window(bytes.size()), BROTLI_MODE_TEXT, bytes.size(),
                             input_of(bytes), &size, reinterpret_cast<std::uint8_t*>(out.data())))
    throw std::runtime_error("brotli failed");
  out.resize(size);
  return out;
}

std::string zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), kZstdLevel);
  if (ZSTD_isError(size)) throw std::runtime_error(ZSTD_getErrorName(size));
  out.resize(size);
  return out;
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kGzipLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("gzip failed");
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, deflateEnd);
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = const_cast<Bytef*>(input_of(bytes));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("gzip failed");
  out.resize(stream.total_out);
  return out;
}

std::optional<std::string> unbrotli(std::string_view bytes, std::size_t limit) {
  std::string out(limit, '\0');
  std::size_t size = out.size();
  if (BrotliDecoderDecompress(bytes.size(), input_of(bytes), &size,
                              reinterpret_cast<std::uint8_t*>(out.data())) != BROTLI_DECODER_RESULT_SUCCESS)
    return std::nullopt;
  out.resize(size);
  return out;
}

std::optional<std::string> unzstd(std::string_view bytes, std::size_t limit) {
  std::string out(limit, '\0');
  const std::size_t size = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(size)) return std::nullopt;
  out.resize(size);
  return out;
}

std::optional<std::string> gunzip(std::string_view bytes, std::size_t limit) {
  z_stream stream{};
  if (inflateInit2(&stream, kGzipWindow) != Z_OK) return std::nullopt;
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
  std::string out(limit, '\0');
  stream.next_in = const_cast<Bytef*>(input_of(bytes));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (inflate(&stream, Z_FINISH) != Z_STREAM_END) return std::nullopt;
  out.resize(stream.total_out);
  return out;
}

}  // namespace

std::string_view to_string(Encoding encoding) {
  switch (encoding) {
    case Encoding::brotli:
      return "br";
    case Encoding::zstd:
      return "zstd";
    case Encoding::gzip:
      return "gzip";
    case Encoding::identity:
      break;
  }
  return {};
}

bool is_compressible(std::string_view media_type) {
  constexpr std::array<std::string_view, 6> kTypes = {"application/json",     "application/javascript",
                                                      "application/xml",      "application/wasm",
                                                      "application/x-ndjson", "image/svg+xml"};
  const std::string type = to_ascii_lower(trim(media_type.substr(0, media_type.find(';'))));
  // An event stream is sent piece by piece; a coding would hold it back.
  if (type.starts_with("text/")) return type != "text/event-stream";
  return type.ends_with("+json") || type.ends_with("+xml") ||
         std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

std::string compress(std::string_view bytes, Encoding encoding) {
  switch (encoding) {
    case Encoding::brotli:
      return brotli(bytes);
    case Encoding::zstd:
      return zstd(bytes);
    case Encoding::gzip:
      return gzip(bytes);
    case Encoding::identity:
      break;
  }
  return std::string(bytes);
}

std::optional<std::string> decompress(std::string_view bytes, Encoding encoding, std::size_t limit) {
  switch (encoding) {
    case Encoding::brotli:
      return unbrotli(bytes, limit);
    case Encoding::zstd:
      return unzstd(bytes, limit);
    case Encoding::gzip:
      return gunzip(bytes, limit);
    case Encoding::identity:
      break;
  }
  if (bytes.size() > limit) return std::nullopt;
  return std::string(bytes);
}

}  // namespace haidang::http
