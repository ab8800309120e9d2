#include "http/body_decoder.h"

#include <algorithm>
#include <charconv>

#include "http/head_lines.h"

namespace haidang::http {

namespace {
// A chunk's size line and all trailer fields together. Nobody uses chunk
// extensions; long ones only cost time.
constexpr std::size_t kLongestFraming = 4 * 1024;
}  // namespace

BodyDecoder::BodyDecoder(State state, std::uint64_t remaining, std::size_t limit)
    : state_(state), chunked_(state == State::size_line), remaining_(remaining), limit_(limit) {}

BodyDecoder BodyDecoder::of_length(std::uint64_t length, std::size_t limit) {
  BodyDecoder decoder(length == 0 ? State::done : State::data, length, limit);
  if (length > limit) decoder.refuse(413);
  return decoder;
}

BodyDecoder BodyDecoder::chunked(std::size_t limit) {
  return {State::size_line, 0, limit};
}

BodyDecoder::Progress BodyDecoder::advance(std::string_view bytes, std::size_t& taken) {
  const std::size_t offered = bytes.size();
  while (status_ == 0 && state_ != State::done && !bytes.empty()) {
    if (state_ == State::data) {
      const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(remaining_, bytes.size()));
      body_.append(bytes.substr(0, size));
      bytes.remove_prefix(size);
      remaining_ -= size;
      if (remaining_ == 0) state_ = chunked_ ? State::data_end : State::done;
    } else if (take_line(bytes)) {
      end_of_line();
      line_.clear();
    }
  }
  taken = offered - bytes.size();
  if (status_ != 0) return Progress::refused;
  return state_ == State::done ? Progress::complete : Progress::incomplete;
}

// True once line_ holds a whole line, without its CRLF. A bare LF is refused
// as in the head.
bool BodyDecoder::take_line(std::string_view& bytes) {
  const auto feed = bytes.find('\n');
  const std::size_t size = feed == std::string_view::npos ? bytes.size() : feed + 1;
  line_bytes_ += size;
  if (line_bytes_ > kLongestFraming) {
    refuse(400);
    return false;
  }
  line_.append(bytes.substr(0, size));
  bytes.remove_prefix(size);
  if (!line_.ends_with('\n')) return false;
  if (!line_.ends_with("\r\n")) {
    refuse(400);
    return false;
  }
  line_.resize(line_.size() - 2);
  return true;
}

void BodyDecoder::end_of_line() {
  if (state_ == State::size_line) return end_of_size_line();
  if (state_ == State::data_end) {
    if (!line_.empty()) return refuse(400);
    state_ = State::size_line;
    return;
  }
  if (line_.empty()) {
    state_ = State::done;
    return;
  }
  Field field;  // trailer fields are checked and dropped (RFC 9110 section 6.5.1)
  if (!parse_field_line(line_, field)) refuse(400);
}

void BodyDecoder::end_of_size_line() {
  std::uint64_t size = 0;
  const char* first = line_.data();
  const char* last = first + std::min(line_.size(), line_.find(';'));  // an extension is ignored
  const auto [end, error] = std::from_chars(first, last, size, 16);
  if (error == std::errc::result_out_of_range) return refuse(413);
  if (error != std::errc{} || end != last || line_.find('\r') != std::string::npos) return refuse(400);
  if (size > limit_ - body_.size()) return refuse(413);
  remaining_ = size;
  state_ = size == 0 ? State::trailer : State::data;
  if (size != 0) line_bytes_ = 0;
}

}  // namespace haidang::http
