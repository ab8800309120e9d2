#pragma once
// Values made from the database, kept until anything changes.
//
// Every act leaves a row in the outbox, so what was read when a certain row was
// the newest holds as long as that row is the newest. One look at its number
// replaces the queries behind the value; any act anywhere forgets them all.
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "web/visit.h"

namespace haidang::web {

// For keys that are bounded in number (section, language), never for what a
// reader can invent. Any thread.
template <class Key, class Value>
class Kept {
 public:
  // `make()` reads in the session that told visit.moment.
  template <class Make>
  std::shared_ptr<const Value> get(const Visit& visit, const Key& key, const Make& make) {
    if (auto kept = find(visit.moment, key)) return kept;
    auto made = std::make_shared<const Value>(make());
    keep(visit.moment, key, made);
    return made;
  }

 private:
  std::shared_ptr<const Value> find(const ContentMoment& moment, const Key& key) {
    const std::lock_guard lock(mutex_);
    if (!(moment == moment_)) return nullptr;
    const auto found = values_.find(key);
    return found == values_.end() ? nullptr : found->second;
  }

  void keep(const ContentMoment& moment, const Key& key, std::shared_ptr<const Value> value) {
    if (moment.act == 0) return;  // nothing is known of when this was
    const std::lock_guard lock(mutex_);
    if (!(moment == moment_)) {
      if (moment.act < moment_.act) return;  // a reading that began earlier
      values_.clear();
      moment_ = moment;
    }
    values_.insert_or_assign(key, std::move(value));
  }

  std::mutex mutex_;
  ContentMoment moment_;
  std::map<Key, std::shared_ptr<const Value>> values_;
};

}  // namespace haidang::web
