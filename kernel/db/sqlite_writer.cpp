#include "kernel/db/sqlite_writer.hpp"

#include "kernel/base/story_clock.hpp"
#include "kernel/db/nesting.hpp"

#include <chrono>
#include <exception>
#include <semaphore>
#include <utility>

namespace db
{

namespace
{

constexpr std::size_t batch_max = 256;                         // closures in one fsync
constexpr auto batch_time_max = std::chrono::milliseconds{50}; // then commit, whoever still waits

} // namespace

struct SqliteWriter::Request {
    Scope scope;
    const Database::Work& work;
    std::optional<base::Instant> told = base::StoryClock::told(); ///< to who asks
    std::exception_ptr error{};
    std::binary_semaphore done{0};
};

SqliteWriter::SqliteWriter(SqliteConnection::Settings settings, Changes& changes)
    : connection_(std::move(settings)), changes_(changes), thread_([this] { serve(); })
{
}

SqliteWriter::~SqliteWriter()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void SqliteWriter::run(const Scope& scope, const Database::Work& work)
{
    Request request{.scope = scope, .work = work};
    {
        const std::lock_guard lock{mutex_};
        queue_.push_back(&request);
    }
    arrived_.notify_one();
    request.done.acquire();
    if (request.error) std::rethrow_exception(request.error);
}

void SqliteWriter::serve()
{
    while (wait_for_work()) {
        std::vector<Request*> batch;
        commit_batch(batch);
        note_changes();
        for (auto* request : batch)
            request->done.release();
    }
}

bool SqliteWriter::wait_for_work()
{
    std::unique_lock lock{mutex_};
    arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    return !queue_.empty();
}

SqliteWriter::Request* SqliteWriter::take()
{
    const std::lock_guard lock{mutex_};
    if (queue_.empty()) return nullptr;
    auto* request = queue_.front();
    queue_.pop_front();
    return request;
}

void SqliteWriter::commit_batch(std::vector<Request*>& batch)
{
    const auto deadline = std::chrono::steady_clock::now() + batch_time_max;
    try {
        connection_.control("BEGIN IMMEDIATE");
    } catch (...) {
        while (auto* request = take()) {
            request->error = std::current_exception();
            batch.push_back(request);
        }
        return;
    }
    while (batch.size() < batch_max && std::chrono::steady_clock::now() < deadline) {
        auto* request = take();
        if (request == nullptr) break;
        batch.push_back(request);
        if (!run_in_savepoint(*request)) return replay(batch);
    }
    try {
        connection_.control("COMMIT");
    } catch (...) {
        replay(batch);
    }
}

/// False when the batch cannot go on: SQLite has given up the transaction.
bool SqliteWriter::run_in_savepoint(Request& request)
{
    try {
        connection_.control("SAVEPOINT request");
        try {
            call(request);
        } catch (...) {
            request.error = std::current_exception();
            if (!connection_.in_transaction()) return false;
            connection_.control("ROLLBACK TO request");
        }
        connection_.control("RELEASE request");
    } catch (...) {
        return false;
    }
    return true;
}

void SqliteWriter::replay(const std::vector<Request*>& batch)
{
    abandon();
    for (auto* request : batch)
        run_alone(*request);
}

void SqliteWriter::run_alone(Request& request)
{
    request.error = nullptr;
    try {
        connection_.control("BEGIN IMMEDIATE");
        call(request);
        connection_.control("COMMIT");
    } catch (...) {
        request.error = std::current_exception();
        abandon();
    }
}

void SqliteWriter::call(Request& request)
{
    const InsideTransaction inside;
    const base::StoryClock clock{request.told};
    connection_.enter(request.scope);
    request.work(connection_);
    if (connection_.has_failed())
        throw std::logic_error("a statement of this transaction failed and the closure went on");
}

/// Whatever became of the batch: a page made again for nothing is no harm.
void SqliteWriter::note_changes()
{
    for (const auto& [workspace, tables] : connection_.take_written())
        changes_.note(workspace, tables);
}

void SqliteWriter::abandon()
{
    if (!connection_.in_transaction()) return;
    try {
        connection_.control("ROLLBACK");
    } catch (...) { // an I/O error during ROLLBACK: SQLite has dropped the transaction all the same
    }
}

} // namespace db
