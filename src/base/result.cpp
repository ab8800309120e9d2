#include "base/result.h"

#include <stdexcept>

namespace haidang {

void throw_exception_from_error(const Problem& problem, const boost::source_location&) {
  throw std::logic_error("value() on problem " + problem.message);
}

Problem invalid(std::string message, std::string field, Problem::Parameters parameters) {
  return {Problem::Kind::invalid, std::move(message), std::move(field), std::move(parameters)};
}
Problem not_found(std::string message, Problem::Parameters parameters) {
  return {Problem::Kind::not_found, std::move(message), {}, std::move(parameters)};
}
Problem refused(std::string message, Problem::Parameters parameters) {
  return {Problem::Kind::refused, std::move(message), {}, std::move(parameters)};
}
Problem conflict(std::string message, Problem::Parameters parameters) {
  return {Problem::Kind::conflict, std::move(message), {}, std::move(parameters)};
}
Problem stale(std::string message, Problem::Parameters parameters) {
  return {Problem::Kind::stale, std::move(message), {}, std::move(parameters)};
}

}  // namespace haidang
