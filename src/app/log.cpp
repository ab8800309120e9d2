#include "app/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include "base/clock.h"
#include "base/json.h"

namespace haidang::app {

struct Log::Sink {
  spdlog::logger logger{"haidang", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
};

namespace {
constexpr std::string_view kNames[] = {"debug", "info", "warning", "error"};
constexpr spdlog::level::level_enum kLevels[] = {spdlog::level::debug, spdlog::level::info,
                                                 spdlog::level::warn, spdlog::level::err};
}  // namespace

Log::Log(std::string_view level) : sink_(std::make_unique<Sink>()) {
  sink_->logger.set_pattern("%v");
  sink_->logger.flush_on(spdlog::level::info);
  sink_->logger.set_level(spdlog::level::off);
  for (std::size_t i = 0; i < std::size(kNames); ++i)
    if (level == kNames[i]) sink_->logger.set_level(kLevels[i]);
}

Log::~Log() = default;

void Log::write(Level level, std::string_view event, Values values) const {
  const auto index = static_cast<std::size_t>(level);
  if (!sink_->logger.should_log(kLevels[index])) return;
  json::object line;
  line["time"] = format_log_time(SystemClock().now());
  line["level"] = kNames[index];
  line["event"] = event;
  for (const auto& [key, value] : values) line[key] = value;
  sink_->logger.log(kLevels[index], "{}", json::serialize(line));
}

}  // namespace haidang::app
