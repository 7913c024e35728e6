#include "kernel/db/leased_ids.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <utility>

namespace db
{

namespace
{

constexpr std::int64_t year_2026 = 1'767'225'600'000; // milliseconds since 1970
constexpr std::int64_t leases_max = 1'024;
constexpr std::int64_t counters_max = 4'096;
constexpr auto retry_every = std::chrono::seconds{1};

} // namespace

std::int64_t pack_id(const IdParts& parts)
{
    return (parts.milliseconds << 22) | (parts.lease << 12) | parts.counter;
}

IdParts unpack_id(std::int64_t id)
{
    return {id >> 22, (id >> 12) & (leases_max - 1), id & (counters_max - 1)};
}

LeasedIds::LeasedIds(Write write) : LeasedIds(std::move(write), Settings{}) {}

LeasedIds::LeasedIds(Write write, Settings settings)
    : write_(std::move(write)), settings_(std::move(settings))
{
}

LeasedIds::~LeasedIds()
{
    if (!renewer_.joinable()) return;
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
        lease_.expires_at = 0;
        lease_.high_water = last_;
    }
    stop_.notify_one();
    renewer_.join();
    try {
        write_([this](Connection& connection) { renew_process_lease(connection, lease_); });
    } catch (...) { // the lease then expires by itself
    }
}

void LeasedIds::start()
{
    if (started_.load(std::memory_order_acquire)) return;
    const std::lock_guard lock{starting_};
    if (started_.load(std::memory_order_acquire)) return;
    take();
    renewer_ = std::thread([this] { keep_renewing(); });
    started_.store(true, std::memory_order_release);
}

std::int64_t LeasedIds::next()
{
    const std::lock_guard lock{mutex_};
    if (settings_.clocks.steady() >= deadline_)
        throw Unavailable{"ids: this process holds no valid lease"};
    const auto clock = clock_milliseconds();
    const auto now =
        clock < lease_.high_water ? clock : last_; // ahead of the lease: its reserve lasts longer
    if (now > last_) {
        last_ = now;
        counter_ = 0;
    } else if (++counter_ == counters_max) {
        if (last_ >= lease_.high_water) {
            --counter_;
            throw Unavailable{"ids: the high water of the lease is reached"};
        }
        ++last_;
        counter_ = 0;
    }
    return pack_id({last_, lease_.number, counter_});
}

void LeasedIds::take()
{
    const auto deadline = settings_.clocks.steady() + settings_.lasts;
    ProcessLease taken;
    write_([&](Connection& connection) {
        const auto now = settings_.clocks.wall();
        auto known = process_leases(connection);
        for (taken = candidate(known, now); !take_process_lease(connection, taken, now.micros);
             taken = candidate(known, now))
            known.push_back({taken.number, {}, now.micros + 1, taken.high_water});
    });
    hold(taken, deadline);
}

/// The lowest number nobody holds.
ProcessLease LeasedIds::candidate(const std::vector<ProcessLease>& known, base::Instant now) const
{
    for (std::int64_t number = 0; number < leases_max; ++number) {
        std::int64_t high_water = 0;
        bool held = false;
        for (const auto& lease : known) {
            if (lease.number != number) continue;
            high_water = std::max(high_water, lease.high_water);
            held = held || lease.expires_at > now.micros;
        }
        if (held) continue;
        return {.number = number,
                .token = base::hex(base::random_bytes(16)),
                .expires_at = (now + settings_.lasts).micros,
                .high_water = std::max(clock_milliseconds(), high_water) + settings_.ahead.count()};
    }
    throw Unavailable{"ids: all 1024 process leases are in use"};
}

void LeasedIds::hold(const ProcessLease& lease, Steady deadline)
{
    const std::lock_guard lock{mutex_};
    if (lease.token != lease_.token) {
        last_ = lease.high_water - settings_.ahead.count();
        counter_ = counters_max - 1;
    }
    lease_ = lease;
    deadline_ = deadline;
}

bool LeasedIds::renew()
{
    const auto deadline = settings_.clocks.steady() + settings_.lasts;
    ProcessLease renewed;
    {
        const std::lock_guard lock{mutex_};
        renewed = lease_;
        const auto reached = std::max(clock_milliseconds(), last_);
        renewed.high_water = std::max(lease_.high_water, reached + settings_.ahead.count());
    }
    renewed.expires_at = (settings_.clocks.wall() + settings_.lasts).micros;
    bool ours = false;
    write_([&](Connection& connection) { ours = renew_process_lease(connection, renewed); });
    if (ours) hold(renewed, deadline);
    return ours;
}

void LeasedIds::keep_renewing()
{
    std::chrono::milliseconds pause = settings_.renew_every;
    std::unique_lock lock{mutex_};
    while (!stop_.wait_for(lock, pause, [this] { return stopping_; })) {
        lock.unlock();
        try {
            if (!renew()) take();
            pause = settings_.renew_every;
        } catch (
            const std::exception&) { // the disk is full or the server away: ids end at the deadline
            pause = retry_every;
        }
        lock.lock();
    }
}

std::int64_t LeasedIds::clock_milliseconds() const
{
    return settings_.clocks.wall().micros / 1'000 - year_2026;
}

} // namespace db
