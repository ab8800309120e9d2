#include "app/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace haidang::app {

namespace {
const prometheus::Histogram::BucketBoundaries kSeconds = {
    0.000'1, 0.000'25, 0.000'5, 0.001, 0.002'5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5};
}  // namespace

struct Metrics::Families {
  std::shared_ptr<prometheus::Registry> registry = std::make_shared<prometheus::Registry>();
  prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                          .Name("haidang_requests_total")
                                                          .Help("Requests answered, by status")
                                                          .Register(*registry);
  prometheus::Counter& bytes = prometheus::BuildCounter()
                                   .Name("haidang_response_body_bytes_total")
                                   .Help("Bytes of response bodies")
                                   .Register(*registry)
                                   .Add({});
  prometheus::Histogram& seconds = prometheus::BuildHistogram()
                                       .Name("haidang_request_seconds")
                                       .Help("From the request's head to the response's last byte")
                                       .Register(*registry)
                                       .Add({}, kSeconds);
};

Metrics::Metrics() : families_(std::make_unique<Families>()) {}
Metrics::~Metrics() = default;

void Metrics::count(const http::Completed& completed) {
  families_->requests.Add({{"status", std::to_string(completed.status)}}).Increment();
  families_->bytes.Increment(static_cast<double>(completed.body_bytes));
  families_->seconds.Observe(std::chrono::duration<double>(completed.elapsed).count());
}

std::string Metrics::text() const {
  return prometheus::TextSerializer().Serialize(families_->registry->Collect());
}

bool may_see_metrics(const http::Request& request) {
  const std::string& client = request.client_address;
  const bool local = client == "::1" || client.starts_with("127.");
  return local && !request.headers.find("X-Forwarded-For") && !request.headers.find("Forwarded");
}

}  // namespace haidang::app
