#pragma once
// What the server counts of itself, in Prometheus' text format.
#include <memory>
#include <string>

#include "http/server.h"

namespace haidang::app {

class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  void count(const http::Completed& completed);  // any thread
  std::string text() const;                      // exposition format 0.0.4

 private:
  struct Families;
  std::unique_ptr<Families> families_;
};

// Whether a request may see them: it comes from this machine, and no proxy
// brought it here.
bool may_see_metrics(const http::Request& request);

}  // namespace haidang::app
