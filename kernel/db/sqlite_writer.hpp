#pragma once

#include "kernel/db/sqlite_connection.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace db
{

/// The one thread that writes. Closures that wait while a commit is on its way to the disk share
/// the next one: one fsync for all of them.
class SqliteWriter
{
  public:
    /// `changes` hears what each batch wrote before its closures are answered.
    SqliteWriter(SqliteConnection::Settings settings, Changes& changes);
    /// Finishes what is queued.
    ~SqliteWriter();
    SqliteWriter(const SqliteWriter&) = delete;
    SqliteWriter& operator=(const SqliteWriter&) = delete;

    /// Returns once `work` is durable; throws what it threw, or why it could not be committed.
    void run(const Scope& scope, const Database::Work& work);

  private:
    struct Request;

    void serve();
    bool wait_for_work();
    Request* take();
    void commit_batch(std::vector<Request*>& batch);
    bool run_in_savepoint(Request& request);
    void replay(const std::vector<Request*>& batch);
    void run_alone(Request& request);
    void call(Request& request);
    void note_changes();
    void abandon();

    SqliteConnection connection_;
    Changes& changes_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Request*> queue_;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace db
