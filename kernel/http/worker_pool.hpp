#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace http
{

/// A fixed number of threads and a bounded queue: when it is full the caller is told at once, and
/// latency does not pile up.
class WorkerPool
{
  public:
    /// Must not throw.
    using Job = std::function<void()>;

    WorkerPool(int threads, std::size_t queue_max);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False when the queue is full or the pool has stopped: the job will not run. Any thread.
    bool submit(Job job);
    std::size_t queue_length() const;
    /// Runs what is queued, then joins the threads. Not from a worker.
    void stop();

  private:
    void work();

    const std::size_t queue_max_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Job> queue_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

} // namespace http
