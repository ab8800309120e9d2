// module: http
// A request as bytes: head, then body. Given whole or in pieces it must come to
// the same end, and what is accepted must hold what the parser promises.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "http/body_decoder.h"
#include "http/head_parser.h"
#include "http/incoming.h"

namespace {

using namespace haidang::http;

void require(bool truth) {
  if (!truth) std::abort();
}

struct End {
  HeadParser::Progress progress;
  int status;
  std::size_t length;
  bool operator==(const End&) const = default;
};

End parse(std::string_view bytes, std::size_t piece, HeadParser& parser) {
  auto progress = HeadParser::Progress::incomplete;
  for (std::size_t size = std::min(piece, bytes.size()); progress == HeadParser::Progress::incomplete;) {
    progress = parser.advance(bytes.substr(0, size));
    if (size == bytes.size()) break;
    size = std::min(size + piece, bytes.size());
  }
  return {progress, parser.status(), parser.length()};
}

void check_accepted(const Head& head) {
  require(head.origin_form == "*" || head.origin_form.starts_with('/'));
  require(!(head.chunked && head.content_length > 0));
  require(head.fields.size() <= 20 && head.target.size() <= 200);
  for (const Field& field : head.fields) {
    require(!field.name.empty() && field.name.find_first_of(" \t\r\n:") == std::string_view::npos);
    require(field.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos);
  }
}

std::string decode(BodyDecoder decoder, std::string_view bytes, std::size_t piece) {
  std::size_t at = 0;
  auto progress = decoder.advance({}, at);
  while (progress == BodyDecoder::Progress::incomplete && at < bytes.size()) {
    std::size_t taken = 0;
    const auto offered = bytes.substr(at, piece);
    progress = decoder.advance(offered, taken);
    require(taken <= offered.size());
    at += taken;
    require(progress != BodyDecoder::Progress::incomplete || taken == offered.size());
  }
  require(decoder.body().size() <= 1000);
  if (progress == BodyDecoder::Progress::refused) return "refused " + std::to_string(decoder.status());
  return decoder.body() + '|' + std::to_string(at);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const HeadLimits limits{1000, 20, 200};
  HeadParser whole(limits), slow(limits);
  const End end = parse(bytes, bytes.size() + 1, whole);
  const End slow_end = parse(bytes, 1, slow);
  // In pieces a refusal may come earlier and for another reason, never an acceptance.
  require((end.progress == HeadParser::Progress::complete) ==
          (slow_end.progress == HeadParser::Progress::complete));
  if (end.progress != HeadParser::Progress::complete) {
    describe(whole.head(), {}, "id");
    return 0;
  }
  require(end == slow_end && end.length <= bytes.size());
  const Head& head = whole.head();
  check_accepted(head);
  Request request;
  const AddressRanges trusted({"10.0.0.0/8"});
  make_request(head, {*IpAddress::parse("10.0.0.1"), true}, trusted, "id", request);
  const std::string_view rest = bytes.substr(end.length);
  const auto decoder =
      head.chunked ? BodyDecoder::chunked(1000) : BodyDecoder::of_length(head.content_length, 1000);
  require(decode(decoder, rest, rest.size() + 1) == decode(decoder, rest, 1));
  return 0;
}
