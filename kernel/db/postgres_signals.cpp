#include "kernel/base/assert.hpp"
#include "kernel/db/postgres_roles.hpp"
#include "kernel/db/signals.hpp"
#include "kernel/log/log.hpp"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

namespace db
{
namespace
{

using namespace std::chrono_literals;

constexpr std::size_t message_bytes_max = 500;
constexpr std::size_t payload_bytes_max = 7'900; // PostgreSQL refuses 8 000
constexpr std::size_t queued_max = 100'000;
constexpr auto connect_again_after = 1s;
constexpr auto looked_after_every = 5s;

using Handle = std::unique_ptr<PGconn, decltype(&PQfinish)>;

Handle connect(const PostgresParameters& parameters)
{
    std::vector<const char*> names;
    std::vector<const char*> values;
    for (const auto& [name, value] : parameters) {
        names.push_back(name.c_str());
        values.push_back(value.c_str());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    return {PQconnectdbParams(names.data(), values.data(), 0), &PQfinish};
}

bool succeeded(PGresult* result, ExecStatusType expected)
{
    const bool is_expected = PQresultStatus(result) == expected;
    PQclear(result);
    return is_expected;
}

bool notify(PGconn* handle, const std::string& payload)
{
    const std::array<const char*, 1> values{payload.c_str()};
    return succeeded(PQexecParams(handle, "SELECT pg_notify('etabli', $1)", 1, nullptr,
                                  values.data(), nullptr, nullptr, 0),
                     PGRES_TUPLES_OK);
}

} // namespace

class Signals::Impl
{
  public:
    Impl(const DatabaseOptions& options, Listener listener)
        : parameters_(parameters_of_role(options, postgres_roles(options).platform)),
          listener_(std::move(listener)), wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
          thread_([this] { serve(); })
    {
    }
    ~Impl()
    {
        stopping_ = true;
        wake();
        thread_.join();
        ::close(wake_);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void send(std::string message)
    {
        const bool is_short = message.size() <= message_bytes_max;
        KERNEL_ASSERT(is_short);
        {
            const std::scoped_lock lock{mutex_};
            if (queue_.size() < queued_max) queue_.push_back(std::move(message));
        }
        wake();
    }

  private:
    void wake() const { ::eventfd_write(wake_, 1); }

    void serve()
    {
        bool was_lost = false;
        while (!stopping_) {
            const auto handle = connect(parameters_);
            const bool listens = PQstatus(handle.get()) == CONNECTION_OK &&
                                 succeeded(PQexec(handle.get(), "LISTEN etabli"), PGRES_COMMAND_OK);
            if (listens && was_lost) listener_.missed();
            if (listens) exchange(handle.get());
            was_lost = true;
            if (stopping_) return;
            logs::warn("db.signals_lost", {{"cause", PQerrorMessage(handle.get())}});
            std::this_thread::sleep_for(connect_again_after);
        }
    }

    /// Until the connection is lost or the process stops.
    void exchange(PGconn* handle)
    {
        while (!stopping_) {
            std::array<pollfd, 2> waits{{{.fd = PQsocket(handle), .events = POLLIN, .revents = 0},
                                         {.fd = wake_, .events = POLLIN, .revents = 0}}};
            const auto patience = std::chrono::milliseconds{looked_after_every};
            ::poll(waits.data(), waits.size(), static_cast<int>(patience.count()));
            if (PQconsumeInput(handle) == 0) return;
            hear(handle);
            eventfd_t ignored = 0;
            if (::eventfd_read(wake_, &ignored) != 0) continue;
            std::this_thread::sleep_for(signals_gathered_for);
            if (!send_queue(handle)) return;
        }
    }

    void hear(PGconn* handle)
    {
        while (auto* notice = PQnotifies(handle)) {
            const bool is_own = notice->be_pid == PQbackendPID(handle);
            std::string_view lines{notice->extra};
            while (!is_own && !lines.empty()) {
                const auto end = std::min(lines.find('\n'), lines.size());
                listener_.heard(lines.substr(0, end));
                lines.remove_prefix(std::min(end + 1, lines.size()));
            }
            PQfreemem(notice);
        }
    }

    bool send_queue(PGconn* handle)
    {
        std::vector<std::string> messages;
        {
            const std::scoped_lock lock{mutex_};
            messages.swap(queue_);
        }
        std::string payload;
        std::string_view last;
        for (const auto& message : messages) {
            if (message == last) continue; // a burst says the same thing again
            last = message;
            if (payload.size() + message.size() + 1 > payload_bytes_max) {
                if (!notify(handle, payload)) return false;
                payload.clear();
            }
            payload.append(payload.empty() ? "" : "\n").append(message);
        }
        return payload.empty() || notify(handle, payload);
    }

    const PostgresParameters parameters_;
    const Listener listener_;
    const int wake_;
    std::atomic<bool> stopping_ = false;
    std::mutex mutex_;
    std::vector<std::string> queue_;
    std::thread thread_;
};

Signals::Signals(const DatabaseOptions& options, Listener listener)
    : impl_(std::make_unique<Impl>(options, std::move(listener)))
{
}
Signals::~Signals() = default;

void Signals::send(std::string message)
{
    impl_->send(std::move(message));
}

} // namespace db
