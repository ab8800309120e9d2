#pragma once
// The body of a request as it arrives: of known length or chunked (RFC 9112
// sections 6.3, 7.1). Internal to http.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace haidang::http {

class BodyDecoder {
 public:
  enum class Progress { incomplete, complete, refused };

  // Bodies over `limit` bytes are refused with 413, also before they arrive.
  static BodyDecoder of_length(std::uint64_t length, std::size_t limit);
  static BodyDecoder chunked(std::size_t limit);

  // Takes from the front of `bytes` and says how much; the rest belongs to the
  // next request.
  Progress advance(std::string_view bytes, std::size_t& taken);

  int status() const { return status_; }  // why it was refused
  std::string& body() { return body_; }

 private:
  enum class State { data, size_line, data_end, trailer, done };
  BodyDecoder(State state, std::uint64_t remaining, std::size_t limit);
  bool take_line(std::string_view& bytes);
  void refuse(int status) { status_ = status; }
  void end_of_size_line();
  void end_of_line();

  State state_;
  bool chunked_;
  std::uint64_t remaining_;  // of the body, or of the chunk
  std::size_t limit_;
  std::string line_;            // a size line, the end of a chunk's data, or a trailer field
  std::size_t line_bytes_ = 0;  // all of framing since the last data
  std::string body_;
  int status_ = 0;
};

}  // namespace haidang::http
