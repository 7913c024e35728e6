#include "app/alarms.hpp"
#include "kernel/jobs/failures.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/mail/stuck_mail.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

using app::Alarm;
using app::Reading;

namespace
{

constexpr Reading calm{.errors = 10,
                       .answers = 1000,
                       .slow_answers = 50,
                       .failed_jobs = 0,
                       .stuck_mail = 0,
                       .free_bytes = app::free_bytes_min,
                       .is_backup_late = false};

std::vector<Alarm> one(Alarm alarm)
{
    return {alarm};
}

constexpr db::Query fail_jobs{"test.fail_jobs", R"sql(
    -- all workspaces: a test
    UPDATE job SET state = 'failed'
)sql"};

constexpr db::Query age_mail{"test.age_mail", R"sql(
    -- all workspaces: a test
    UPDATE outbox SET created_at = created_at - 25200000000
)sql"};

struct ClockGuard {
    ~ClockGuard() { base::set_test_clock("+0s"); }
};

} // namespace

TEST_CASE("each alarm begins just above its limit") // PLT-112
{
    CHECK(app::alarms_of(calm).empty());
    auto reading = calm;
    reading.errors = 11;
    CHECK(app::alarms_of(reading) == one(Alarm::errors));
    reading = calm;
    reading.slow_answers = 51;
    CHECK(app::alarms_of(reading) == one(Alarm::slowness));
    reading.answers = 19;
    reading.slow_answers = 19;
    CHECK(app::alarms_of(reading).empty());
    reading = calm;
    reading.failed_jobs = 1;
    CHECK(app::alarms_of(reading) == one(Alarm::jobs));
    reading = calm;
    reading.stuck_mail = 1;
    CHECK(app::alarms_of(reading) == one(Alarm::mail));
    reading = calm;
    reading.free_bytes = app::free_bytes_min - 1;
    CHECK(app::alarms_of(reading) == one(Alarm::disk));
    reading = calm;
    reading.is_backup_late = true;
    CHECK(app::alarms_of(reading) == one(Alarm::backup));
}

TEST_CASE("an alarm that stands is said once, and again when it comes back") // PLT-112
{
    const std::vector<Alarm> both{Alarm::jobs, Alarm::disk};
    CHECK(app::begun({}, both) == both);
    CHECK(app::begun(one(Alarm::jobs), both) == one(Alarm::disk));
    CHECK(app::begun(both, both).empty());
    CHECK(app::begun(both, {}).empty());
}

TEST_CASE_ENGINES("the operator is written to once in six hours for each alarm") // PLT-112
{
    const ClockGuard guard;
    const auto fresh = test_support::fresh_database(engine);
    tenancy::Platform platform{fresh->database()};
    const auto tell = [&](const std::vector<Alarm>& alarms, const char* email) {
        return platform.write([&](tenancy::PlatformTransaction& tx) {
            return app::tell_operator(tx, email, alarms, calm);
        });
    };
    const std::vector<Alarm> both{Alarm::jobs, Alarm::disk};
    CHECK(tell(both, "").empty());
    CHECK(tell(one(Alarm::jobs), "veille@operateur.example") == one(Alarm::jobs));
    CHECK(tell(both, "veille@operateur.example") == one(Alarm::disk));
    base::set_test_clock("+7h");
    CHECK(tell(both, "veille@operateur.example") == both);
    const auto mails =
        platform.read([](tenancy::PlatformTransaction& tx) { return mail::recent(tx); });
    CHECK(mails.size() == 4);
    CHECK(mails.front().to_email == "veille@operateur.example");
}

TEST_CASE_ENGINES("failed jobs and mail that waits are counted over every workspace") // PLT-112
{
    const auto fresh = test_support::fresh_database(engine);
    tenancy::Platform platform{fresh->database()};
    const auto hour_ago = base::now() - std::chrono::hours{1};
    platform.write([](tenancy::PlatformTransaction& tx) {
        jobs::enqueue(tx, {.kind = "a.kind", .payload = "{}"});
        mail::send(tx, {.to_name = "",
                        .to_email = "qui@ailleurs.example",
                        .subject = "Bonjour",
                        .paragraphs = {"Bonjour"},
                        .template_name = "test",
                        .by_platform = true});
    });
    const auto counts = [&] {
        return platform.read([&](tenancy::PlatformTransaction& tx) {
            return std::pair{jobs::failures_since(tx, hour_ago),
                             mail::waiting_since_before(tx, hour_ago)};
        });
    };
    CHECK(counts() == std::pair<std::int64_t, std::int64_t>{0, 0});
    platform.write([](tenancy::PlatformTransaction& tx) {
        tx.execute(fail_jobs);
        tx.execute(age_mail);
    });
    CHECK(counts() == std::pair<std::int64_t, std::int64_t>{2, 1});
}
