#include "http/answer.h"

#include <exception>
#include <stdexcept>

#include "base/text.h"
#include "http/answer_head.h"
#include "http/conditions.h"
#include "http/encodings.h"
#include "http/ranges.h"

namespace haidang::http {

namespace {

// Below this a coding saves no packet (1,460 bytes of payload less the head).
constexpr std::size_t kSmallestCompressed = 860;
constexpr const char* kRetryAfter = "5";

bool reads(const Request& request) {
  return request.method == Method::get || request.method == Method::head;
}

bool has_directive(const Headers& headers, std::string_view directive) {
  const auto control = headers.joined("Cache-Control");
  if (!control) return false;
  for (const std::string_view member : split(*control, ','))
    if (equals_ignoring_ascii_case(trim(member), directive)) return true;
  return false;
}

void vary_by_encoding(Headers& headers) {
  const std::string vary = headers.joined("Vary").value_or("");
  for (const std::string_view member : split(vary, ','))
    if (trim(member) == "*" || equals_ignoring_ascii_case(trim(member), "Accept-Encoding")) return;
  headers.set("Vary", vary.empty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
}

// Whether this response would be sent in another coding to another client.
bool is_negotiable(const Response& response, std::string_view body) {
  const auto type = response.headers.find("Content-Type");
  return body.size() >= kSmallestCompressed && type && is_compressible(*type) &&
         !response.headers.find("Content-Encoding") && !has_directive(response.headers, "no-transform");
}

void become_not_modified(Response& response) {
  response.status = 304;
  for (const char* name : {"Content-Type", "Content-Encoding", "Content-Language", "Content-Disposition"})
    response.headers.remove(name);
  response.body = std::string{};
}

Answer answer_bytes(const Request& request, Response response) {
  std::string& body = std::get<std::string>(response.body);
  Encoding encoding = Encoding::identity;
  if (is_negotiable(response, body)) {
    encoding = choose_encoding(request.headers.joined("Accept-Encoding").value_or(""));
    vary_by_encoding(response.headers);
  }
  if (response.status == 200 && reads(request)) {
    if (!response.headers.find("ETag") && !has_directive(response.headers, "no-store"))
      response.headers.set("ETag", entity_tag_of(body));
    if (const auto tag = response.headers.find("ETag"))
      response.headers.set("ETag", tag_with_encoding(*tag, encoding));
    if (is_not_modified(request.headers, response.headers)) become_not_modified(response);
  }
  if (encoding != Encoding::identity && response.status != 304) {
    body = compress(body, encoding);
    response.headers.set("Content-Encoding", std::string(to_string(encoding)));
  }
  Answer answer;
  write_head(answer, response, body.size());
  if (request.method != Method::head && may_have_body(response.status)) answer.body = std::move(body);
  return answer;
}

std::string file_tag(const File& file) {
  return '"' + std::to_string(file.size()) + '-' + std::to_string(to_microseconds(file.modified())) + '"';
}

Answer answer_file(const Hooks& hooks, const Request& request, Response response) {
  auto file = File::open(std::get<FileBody>(response.body).path);
  if (!file) return answer_error(hooks, request, 404);
  Headers& headers = response.headers;
  if (!headers.find("Content-Type")) headers.set("Content-Type", "application/octet-stream");
  Answer answer;
  answer.file_length = file->size();
  if (response.status == 200 && reads(request)) {
    if (!headers.find("Last-Modified")) headers.set("Last-Modified", format_http_date(file->modified()));
    if (!headers.find("ETag")) headers.set("ETag", file_tag(*file));
    headers.set("Accept-Ranges", "bytes");
    if (is_not_modified(request.headers, headers)) {
      become_not_modified(response);
      write_head(answer, response, 0);
      return answer;
    }
    const auto range = request.headers.find("Range");
    if (range && request.method == Method::get && allows_range(request.headers, headers)) {
      const RangeChoice choice = choose_range(*range, file->size());
      const std::string size = std::to_string(file->size());
      if (choice.kind == RangeChoice::Kind::unsatisfiable) {
        Response page = error_response(hooks, request, 416);
        page.headers.set("Content-Range", "bytes */" + size);
        return answer_bytes(request, std::move(page));
      }
      if (choice.kind == RangeChoice::Kind::part) {
        response.status = 206;
        answer.file_offset = choice.part.first;
        answer.file_length = choice.part.length;
        headers.set("Content-Range", "bytes " + std::to_string(choice.part.first) + '-' +
                                         std::to_string(choice.part.first + choice.part.length - 1) + '/' +
                                         size);
      }
    }
  }
  write_head(answer, response, answer.file_length);
  if (request.method != Method::head && may_have_body(response.status)) answer.file = std::move(*file);
  return answer;
}

Answer prepare(const Hooks& hooks, const Request& request, Response response) {
  if (std::holds_alternative<FileBody>(response.body))
    return answer_file(hooks, request, std::move(response));
  return answer_bytes(request, std::move(response));
}

void report(const Hooks& hooks, const char* what) {
  if (hooks.failed) hooks.failed(what);
}

}  // namespace

Answer answer_request(const Hooks& hooks, const Request& request) {
  try {
    return prepare(hooks, request, hooks.handle(request));
  } catch (const std::exception& error) {
    report(hooks, error.what());
  } catch (...) {
    report(hooks, "an exception of unknown type");
  }
  return answer_error(hooks, request, 500);
}

Answer answer_options() {
  Response response;
  response.status = 204;
  response.headers.set("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  Answer answer;
  write_head(answer, response, 0);
  return answer;
}

Answer answer_error(const Hooks& hooks, const Request& request, int status) {
  Response response = error_response(hooks, request, status);
  // Nobody should keep what a passing trouble says.
  if (status != 404 && !response.headers.find("Cache-Control"))
    response.headers.set("Cache-Control", "no-store");
  if (status == 503 && !response.headers.find("Retry-After"))
    response.headers.set("Retry-After", kRetryAfter);
  try {
    Answer answer;
    std::string body =
        std::holds_alternative<std::string>(response.body) ? std::get<std::string>(response.body) : "";
    write_head(answer, response, body.size());
    // No coding here: this may run on an I/O thread.
    if (request.method != Method::head) answer.body = std::move(body);
    return answer;
  } catch (const std::exception& error) {
    report(hooks, error.what());
  }
  Answer bare;
  Response plain;
  plain.status = status;
  write_head(bare, plain, 0);
  return bare;
}

}  // namespace haidang::http
