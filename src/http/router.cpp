#include "http/router.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "base/text.h"

namespace haidang::http {

namespace {

constexpr std::size_t kMethods = static_cast<std::size_t>(Method::other) + 1;
constexpr std::array kInOrder = {Method::get, Method::head,  Method::post,
                                 Method::put, Method::patch, Method::delete_};

std::size_t index_of(Method method) {
  return static_cast<std::size_t>(method);
}

[[noreturn]] void refuse(std::string_view pattern, std::string_view why) {
  throw std::invalid_argument("route " + std::string(pattern) + ": " + std::string(why));
}

std::vector<std::string_view> segments_of(std::string_view path) {
  return split(path.substr(1), '/');
}

bool is_parameter(std::string_view segment) {
  return segment.starts_with('{');
}
bool is_rest(std::string_view segment) {
  return is_parameter(segment) && segment.ends_with("...}");
}

// "{slug}" -> "slug", "{path...}" -> "path"
std::string parameter_name(std::string_view pattern, std::string_view segment) {
  if (!segment.ends_with('}')) refuse(pattern, "a parameter is a whole segment");
  segment = segment.substr(1, segment.size() - 2);
  if (segment.ends_with("...")) segment.remove_suffix(3);
  if (segment.empty() || segment.find_first_of("{}") != std::string_view::npos)
    refuse(pattern, "parameter name");
  return std::string(segment);
}

struct Route {
  std::vector<std::string> names;  // of the parameters, left to right
  RouteHandler handler;
};

}  // namespace

std::string_view PathParameters::operator[](std::string_view name) const {
  for (const auto& [key, value] : values_)
    if (key == name) return value;
  return {};
}

struct Router::Node {
  std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
  std::unique_ptr<Node> parameter;
  std::unique_ptr<Node> rest;
  std::array<std::unique_ptr<Route>, kMethods> routes;
};

// Walks the tree, literals first, and stops at the first node that answers the method.
struct Router::Search {
  Method method;
  std::string_view path;
  std::vector<std::string_view> segments;
  std::vector<std::string> values;
  std::array<bool, kMethods> allowed{};
  const Route* found = nullptr;

  bool accept(const Node& node) {
    for (std::size_t i = 0; i < kMethods; ++i) allowed[i] = allowed[i] || node.routes[i];
    found = node.routes[index_of(method)].get();
    if (!found && method == Method::head) found = node.routes[index_of(Method::get)].get();
    return found != nullptr;
  }

  bool walk(const Node& node, std::size_t at) {
    if (at == segments.size()) return accept(node);
    const std::string_view segment = segments[at];
    if (const auto literal = node.literals.find(segment);
        literal != node.literals.end() && walk(*literal->second, at + 1))
      return true;
    if (segment.empty()) return false;
    return try_value(node.parameter.get(), std::string(segment), at + 1) ||
           try_value(node.rest.get(), std::string(path.substr(offset(segment))), segments.size());
  }

  bool try_value(const Node* node, std::string value, std::size_t next) {
    if (!node) return false;
    values.push_back(std::move(value));
    if (walk(*node, next)) return true;
    values.pop_back();
    return false;
  }

  std::size_t offset(std::string_view segment) const {
    return static_cast<std::size_t>(segment.data() - path.data());
  }

  std::vector<Method> methods() const {
    std::vector<Method> list;
    for (const Method candidate : kInOrder)
      if (allowed[index_of(candidate)] || (candidate == Method::head && allowed[index_of(Method::get)]))
        list.push_back(candidate);
    if (!list.empty() || allowed[index_of(Method::options)]) list.push_back(Method::options);
    return list;
  }
};

Router::Router(std::function<Response(const Request&, int status)> error_page)
    : error_page_(std::move(error_page)), root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Method method, std::string_view pattern, RouteHandler handler) {
  if (!pattern.starts_with('/')) refuse(pattern, "must start with a slash");
  if (method == Method::other) refuse(pattern, "needs a method");
  auto route = std::make_unique<Route>();
  Node* node = root_.get();
  const auto segments = segments_of(pattern);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const std::string_view segment = segments[i];
    std::unique_ptr<Node>* next = nullptr;
    if (is_parameter(segment)) {
      route->names.push_back(parameter_name(pattern, segment));
      if (is_rest(segment) && i + 1 != segments.size()) refuse(pattern, "the rest must come last");
      next = is_rest(segment) ? &node->rest : &node->parameter;
    } else {
      if (segment.find_first_of("{}") != std::string_view::npos)
        refuse(pattern, "a parameter is a whole segment");
      next = &node->literals[std::string(segment)];
    }
    if (!*next) *next = std::make_unique<Node>();
    node = next->get();
  }
  auto& slot = node->routes[index_of(method)];
  if (slot) refuse(pattern, "is already taken");
  route->handler = std::move(handler);
  slot = std::move(route);
}

Response Router::handle(const Request& request) const {
  if (!request.path.starts_with('/')) return error_page_(request, 404);
  Search search{request.method, request.path, segments_of(request.path), {}, {}, nullptr};
  if (search.walk(*root_, 0)) {
    PathParameters parameters;
    for (std::size_t i = 0; i < search.values.size(); ++i)
      parameters.add(search.found->names[i], std::move(search.values[i]));
    return search.found->handler(request, parameters);
  }
  const auto methods = search.methods();
  if (methods.empty()) return error_page_(request, 404);
  std::string allow;
  for (const Method method : methods) allow.append(allow.empty() ? "" : ", ").append(to_string(method));
  Response response =
      request.method == Method::options ? Response{204, {}, {}, {}} : error_page_(request, 405);
  response.headers.set("Allow", allow);  // RFC 9110 section 15.5.6
  return response;
}

std::vector<Method> Router::allowed(std::string_view path) const {
  if (!path.starts_with('/')) return {};
  Search search{Method::other, path, segments_of(path), {}, {}, nullptr};
  search.walk(*root_, 0);
  return search.methods();
}

}  // namespace haidang::http
