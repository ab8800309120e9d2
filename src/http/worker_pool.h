#pragma once
// Threads that run handlers, behind a bounded queue. Internal to http.
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace haidang::http {

class Job {
 public:
  virtual ~Job() = default;
  virtual void run() = 0;  // on a worker; must not throw
};

class WorkerPool {
 public:
  WorkerPool(std::size_t threads, std::size_t queue_limit);
  ~WorkerPool();  // jobs that did not start are dropped; waits for those that run

  // False if the queue is full; the job is then still the caller's.
  bool submit(std::unique_ptr<Job>& job);

 private:
  void work();

  std::size_t queue_limit_;
  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<std::unique_ptr<Job>> queue_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace haidang::http
