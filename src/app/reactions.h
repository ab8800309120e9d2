#pragma once
// What follows from what: the outbox is read in order and each entry handed to
// the reactions for its topic. The table stands in reactions.cpp.
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <thread>

#include "app/log.h"
#include "content/site_directory.h"
#include "store/database.h"

namespace haidang::app {

// Reads from where the outbox ends at construction; also sees what other
// processes (an import while we serve) and other nodes write.
class Reactions {
 public:
  Reactions(store::Database& database, content::SiteDirectory& sites, const Log& log);
  ~Reactions();  // finishes the entry at hand
  Reactions(const Reactions&) = delete;
  Reactions& operator=(const Reactions&) = delete;

 private:
  void run();
  void read_on();
  void react(std::string_view topic);

  store::Database& database_;
  content::SiteDirectory& sites_;
  const Log& log_;
  std::int64_t seen_ = 0;
  std::mutex mutex_;
  std::condition_variable stopping_;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace haidang::app
