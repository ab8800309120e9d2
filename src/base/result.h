#pragma once
// Expected outcomes are values (rule 6): a verb returns Result<T>, which holds
// either T or a Problem. Failing surroundings (disk, database) throw instead.
#include <boost/system/result.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace haidang {

// What went wrong, neutral of protocol; one place maps a kind to an HTTP status
// and one place maps the message to words in the reader's language.
struct Problem {
  enum class Kind {
    invalid,    // the input is wrong (422)
    not_found,  // there is no such thing (404)
    gone,       // there was such a thing (410)
    refused,    // not yours to do (403)
    conflict,   // not in this state (409)
    stale,      // somebody changed it meanwhile (412)
    busy,       // try again later (503)
  };
  using Parameters = std::vector<std::pair<std::string, std::string>>;

  Kind kind = Kind::invalid;
  std::string message;    // catalogue id, e.g. "problem.slug_taken"
  std::string field;      // which input field, empty if the whole
  Parameters parameters;  // values for the message's {placeholders}
};

// value() on a Problem is a bug of the caller.
[[noreturn]] void throw_exception_from_error(const Problem& problem, const boost::source_location& location);

template <class T>
using Result = boost::system::result<T, Problem>;

Problem invalid(std::string message, std::string field = {}, Problem::Parameters parameters = {});
Problem not_found(std::string message, Problem::Parameters parameters = {});
Problem refused(std::string message, Problem::Parameters parameters = {});
Problem conflict(std::string message, Problem::Parameters parameters = {});
Problem stale(std::string message, Problem::Parameters parameters = {});

}  // namespace haidang
