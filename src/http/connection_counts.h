#pragma once
// How many connections there are, in all and per customer address; shared by
// all I/O threads and touched once per connection, not per request. Internal to http.
#include <cstddef>
#include <map>
#include <mutex>

#include "http/ip_address.h"

namespace haidang::http {

class ConnectionCounts {
 public:
  ConnectionCounts(std::size_t limit, std::size_t limit_per_address, const AddressRanges& exempt)
      : limit_(limit), limit_per_address_(limit_per_address), exempt_(exempt) {}

  // A place among the connections, given back on destruction; may be none.
  class Place {
   public:
    Place() = default;
    Place(Place&& other) noexcept : counts_(other.counts_), address_(other.address_) {
      other.counts_ = nullptr;
    }
    Place& operator=(Place&&) = delete;
    ~Place() {
      if (counts_) counts_->leave(address_);
    }
    explicit operator bool() const { return counts_ != nullptr; }

   private:
    friend ConnectionCounts;
    Place(ConnectionCounts* counts, const IpAddress& address) : counts_(counts), address_(address) {}
    ConnectionCounts* counts_ = nullptr;
    IpAddress address_;
  };

  Place enter(const IpAddress& peer) {
    const IpAddress customer = peer.customer();
    const bool counted = !exempt_.contains(peer);
    const std::lock_guard lock(mutex_);
    if (total_ >= limit_) return {};
    std::size_t& of_address = by_address_[customer];
    if (counted && of_address >= limit_per_address_) return {};
    ++of_address;
    ++total_;
    return {this, customer};
  }

 private:
  void leave(const IpAddress& customer) {
    const std::lock_guard lock(mutex_);
    --total_;
    const auto found = by_address_.find(customer);
    if (found != by_address_.end() && --found->second == 0) by_address_.erase(found);
  }

  const std::size_t limit_;
  const std::size_t limit_per_address_;
  const AddressRanges& exempt_;
  std::mutex mutex_;
  std::size_t total_ = 0;
  std::map<IpAddress, std::size_t> by_address_;
};

}  // namespace haidang::http
