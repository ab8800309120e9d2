#pragma once
// Log lines on standard error, one JSON object each: time, level, event, and
// named values. No addresses of readers, no queries, no names of persons.
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace haidang::app {

class Log {
 public:
  enum class Level { debug, info, warning, error };
  // `level`: as in Configuration::log_level.
  explicit Log(std::string_view level);
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  using Values = std::initializer_list<std::pair<std::string_view, std::string>>;
  // Any thread.
  void write(Level level, std::string_view event, Values values = {}) const;

 private:
  struct Sink;
  std::unique_ptr<Sink> sink_;
};

}  // namespace haidang::app
