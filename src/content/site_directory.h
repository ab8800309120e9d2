#pragma once
// The sites as all threads see them: read without a query, replaced as a whole
// when one changes. A request works on one snapshot from start to end.
#include <memory>
#include <mutex>

#include "content/site.h"

namespace haidang::content {

class SiteDirectory {
 public:
  explicit SiteDirectory(Sites sites) : sites_(std::make_shared<const Sites>(std::move(sites))) {}

  std::shared_ptr<const Sites> current() const {
    const std::lock_guard lock(mutex_);
    return sites_;
  }
  void replace(Sites sites) {
    auto fresh = std::make_shared<const Sites>(std::move(sites));
    const std::lock_guard lock(mutex_);
    sites_ = std::move(fresh);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Sites> sites_;
};

}  // namespace haidang::content
