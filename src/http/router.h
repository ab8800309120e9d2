#pragma once
// From (method, path) to a handler.
//
// A pattern is a path whose segments may be parameters: "/{locale}/{section}/{slug}".
// A parameter matches one segment that is not empty; "{path...}" as the last
// segment matches the rest of the path, slashes included. A literal segment
// beats a parameter, a parameter beats a rest. The trailing slash is
// significant: "/vi/" and "/vi" are two paths.
//
// HEAD falls to GET (RFC 9110 section 9.3.2; the server drops the body);
// OPTIONS that nobody handles is answered 204 with Allow (section 9.3.7).
// Built at start, then only read: any number of threads may call handle().
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/message.h"

namespace haidang::http {

// The values of a pattern's parameters, by name.
class PathParameters {
 public:
  void add(std::string name, std::string value) { values_.emplace_back(std::move(name), std::move(value)); }
  // Empty if the pattern has no such parameter.
  std::string_view operator[](std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> values_;
};

using RouteHandler = std::function<Response(const Request&, const PathParameters&)>;

class Router {
 public:
  // `error_page` makes the pages for 404 and 405; the router adds Allow.
  explicit Router(std::function<Response(const Request&, int status)> error_page);
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  // Throws std::invalid_argument for a malformed pattern or a second handler
  // for the same method and pattern: a mistake in the route table.
  void add(Method method, std::string_view pattern, RouteHandler handler);

  Response handle(const Request& request) const;

  // The methods that answer at this path, GET with HEAD, OPTIONS last; empty
  // if no pattern matches.
  std::vector<Method> allowed(std::string_view path) const;

 private:
  struct Node;
  struct Search;
  std::function<Response(const Request&, int)> error_page_;
  std::unique_ptr<Node> root_;
};

}  // namespace haidang::http
