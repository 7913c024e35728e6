#include "app/watch.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/jobs/failures.hpp"
#include "kernel/log/log.hpp"
#include "kernel/log/series.hpp"
#include "kernel/mail/stuck_mail.hpp"

#include <condition_variable>
#include <filesystem>
#include <mutex>

namespace app
{
namespace
{

using namespace std::chrono_literals;

constexpr auto look_every = 1min;
constexpr auto looked_back = 1h;
constexpr std::int64_t slow_micros = 2'500'000;

Counted difference(const Counted& before, const Counted& now)
{
    return {.errors = now.errors - before.errors,
            .answers = now.answers - before.answers,
            .slow_answers = now.slow_answers - before.slow_answers};
}

/// As the look of a minute ago left it.
struct Seen {
    Counted counted;
    std::vector<Alarm> standing;
};

void look(Application& application, Seen& seen)
{
    const auto now = counted_so_far();
    const auto reading = read_installation(application, seen.counted, now);
    const auto alarms = alarms_of(reading);
    for (const auto alarm : begun(seen.standing, alarms))
        logs::warn("alarm.raised", {{"alarm", forms::enum_name(alarm)}});
    seen = {now, alarms};
    const auto& email = application.configuration().backup.alert_email;
    if (email.empty() || alarms.empty()) return;
    tenancy::Platform{application.database()}.write([&](tenancy::PlatformTransaction& tx) {
        return tell_operator(tx, email, alarms, reading).size();
    });
}

} // namespace

Counted counted_so_far()
{
    Counted counted{.errors = static_cast<std::int64_t>(metrics::errors_logged().value())};
    const auto& answers = metrics::every_answer();
    for (std::size_t i = 0; i < metrics::Histogram::bucket_count; ++i) {
        const auto count = static_cast<std::int64_t>(answers.in_bucket(i));
        const bool is_slow = i == metrics::Histogram::bucket_count - 1 ||
                             metrics::Histogram::bounds[i] > slow_micros;
        counted.answers += count;
        counted.slow_answers += is_slow ? count : 0;
    }
    return counted;
}

Reading read_installation(Application& application, const Counted& before, const Counted& now)
{
    const auto counted = difference(before, now);
    Reading reading{
        .errors = counted.errors, .answers = counted.answers, .slow_answers = counted.slow_answers};
    const auto since = base::now() - looked_back;
    tenancy::Platform{application.database()}.read([&](tenancy::PlatformTransaction& tx) {
        reading.failed_jobs = jobs::failures_since(tx, since);
        reading.stuck_mail = mail::waiting_since_before(tx, since);
    });
    reading.free_bytes = static_cast<std::int64_t>(
        std::filesystem::space(application.configuration().data).available);
    reading.is_backup_late =
        backup::state_of(application.installation(), application.database()).is_late;
    return reading;
}

Watch::Watch(Application& application)
    : thread_([&application](const std::stop_token& stop) {
          std::mutex mutex;
          std::condition_variable_any signal;
          std::unique_lock lock{mutex};
          Seen seen{counted_so_far(), {}};
          while (!signal.wait_for(lock, stop, look_every, [&] { return stop.stop_requested(); })) {
              if (stop.stop_requested()) return;
              try {
                  look(application, seen);
              } catch (const std::exception& cause) {
                  logs::error("watch.failed", {{"cause", cause.what()}});
              }
          }
      })
{
}

} // namespace app
