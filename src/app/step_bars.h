#pragma once
// The steps of a long command as progress bars, one after the other.
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "app/progress.h"

namespace haidang::app {

class StepBars {
 public:
  explicit StepBars(ProgressStyle style = ProgressStyle::automatic) : style_(style) {}

  void update(std::string_view step, std::size_t done, std::size_t total) {
    if (bar_ == nullptr || step != step_) {
      bar_.reset();  // ends its line first
      bar_ = std::make_unique<Progress>(std::string(step), total, style_);
      step_ = step;
    }
    bar_->update(done);
  }

 private:
  ProgressStyle style_;
  std::string step_;
  std::unique_ptr<Progress> bar_;
};

}  // namespace haidang::app
