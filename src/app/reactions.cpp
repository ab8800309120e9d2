#include "app/reactions.h"

#include <chrono>
#include <exception>

#include "content/public_store.h"
#include "jobs/outbox_store.h"

namespace haidang::app {

namespace {
constexpr std::chrono::milliseconds kPause{250};
constexpr std::int64_t kAtOnce = 500;

content::Sites sites_now(store::Database& database) {
  return database.read([](store::Session& session) { return content::load_sites(session); });
}
}  // namespace

// The table: topic -> what follows.
void Reactions::react(std::string_view topic) {
  if (topic == "site.changed") sites_.replace(sites_now(database_));
}

Reactions::Reactions(store::Database& database, content::SiteDirectory& sites, const Log& log)
    : database_(database), sites_(sites), log_(log) {
  seen_ = database_.read([](store::Session& session) { return jobs::newest_outbox_id(session); });
  // What changed between the directory's loading and this moment is in it from here on.
  sites_.replace(sites_now(database_));
  thread_ = std::thread([this] { run(); });
}

Reactions::~Reactions() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  stopping_.notify_all();
  thread_.join();
}

void Reactions::run() {
  std::unique_lock lock(mutex_);
  while (!stop_) {
    lock.unlock();
    try {
      read_on();
    } catch (const std::exception& failure) {
      // The database may be back at the next round; nothing is skipped.
      log_.write(Log::Level::error, "reaction failed", {{"what", failure.what()}});
    }
    lock.lock();
    stopping_.wait_for(lock, kPause, [this] { return stop_; });
  }
}

void Reactions::read_on() {
  const auto entries =
      database_.read([this](store::Session& session) { return jobs::read_outbox(session, seen_, kAtOnce); });
  for (const jobs::OutboxEntry& entry : entries) {
    react(entry.topic);
    seen_ = entry.id;
  }
}

}  // namespace haidang::app
