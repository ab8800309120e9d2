#pragma once
// Requests and responses as handlers see them: no sockets, no Beast.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace haidang::http {

enum class Method { get, head, post, put, patch, delete_, options, other };
std::string_view to_string(Method method);

// Field names are compared without regard to ASCII case (RFC 9110 section 5.1).
class Headers {
 public:
  void add(std::string name, std::string value);
  void set(std::string name, std::string value);  // replaces all of that name
  void remove(std::string_view name);
  std::optional<std::string_view> find(std::string_view name) const;  // the first
  // All values of a list field as one, comma-separated (RFC 9110 section 5.3).
  std::optional<std::string> joined(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& all() const { return fields_; }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

struct Request {
  Method method = Method::get;
  std::string method_name;  // as sent, for Method::other
  std::string target;       // as sent: "/vi/tin-tuc/?page=2"
  std::string path;         // percent-decoded, valid UTF-8, no NUL, dot segments refused: "/vi/tin-tuc/"
  std::vector<std::pair<std::string, std::string>> query;  // decoded, in order; "+" is a space
  std::string query_text;                                  // as sent, without "?"
  std::string host;  // lower case, without port, no trailing dot; a trusted proxy's X-Forwarded-Host wins
  std::string authority;       // host with port as the client wrote it
  bool secure = false;         // https as the client sees it (from a trusted proxy)
  std::string client_address;  // the peer, or what a trusted proxy says
  std::string id;              // request id for logs and error pages
  Headers headers;
  std::string body;

  std::optional<std::string_view> query_value(std::string_view name) const;  // the first of that name
};

// A file served from disk: ranges, conditional requests and HEAD are the server's work.
struct FileBody {
  std::filesystem::path path;
};

struct Response {
  int status = 200;
  Headers headers;
  std::variant<std::string, FileBody> body;
  // What the response depends on (surrogate keys, RFC-less practice of Fastly and
  // Varnish): "item:42", "section:7", "site:1", "catalogue". The page cache of a
  // later version invalidates by them; outer caches see them as Surrogate-Key.
  std::vector<std::string> tags;

  static Response html(int status, std::string body);
  static Response text(int status, std::string body);
  static Response with_type(int status, std::string media_type, std::string body);
  static Response redirect(int status, std::string location);
};

// Runs on a worker thread; may block. Throws only when surroundings fail: the
// server then answers 500 through its error page hook.
using Handler = std::function<Response(const Request&)>;

}  // namespace haidang::http
