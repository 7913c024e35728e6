// Moves the machine's clock under the program, forwards and backwards, as a wrong battery, a tired
// virtual machine or an operator do: nothing is numbered twice, lost or let in.

#include "kernel/audit/audit.hpp"
#include "kernel/audit/sealer.hpp"
#include "kernel/audit/verify.hpp"
#include "kernel/auth/credentials.hpp"
#include "kernel/auth/sessions.hpp"
#include "kernel/jobs/job_store.hpp"
#include "kernel/secrets/totp.hpp"
#include "modules/tickets/action_test_kit.hpp"

#include <dlfcn.h>

#include <atomic>
#include <ctime>
#include <vector>

namespace
{

using namespace std::chrono_literals;
using tenancy::PlatformTransaction;
using tickets::test_kit::Desk;

std::atomic<std::int64_t> jump_s{0};

/// The machine's clock is off by so much until the next one.
void set_clock_off(std::chrono::seconds by)
{
    jump_s = by.count();
}

struct RightAtTheEnd {
    ~RightAtTheEnd() { set_clock_off(0s); }
};

} // namespace

/// Instead of the C library's, which std::chrono::system_clock calls. Clocks that only go forwards
/// are left alone.
extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept
{
    using Function = int (*)(clockid_t, timespec*);
    static const auto real = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, "clock_gettime"));
    const int outcome = real(clock, time);
    if (clock == CLOCK_REALTIME) time->tv_sec += jump_s;
    return outcome;
}

TEST_CASE("the clock of this program can be moved")
{
    const RightAtTheEnd after;
    const auto before = base::real_now();
    set_clock_off(1h);
    CHECK(base::real_now() - before >= 1h);
    set_clock_off(-1h);
    CHECK(base::real_now() - before <= -59min);
}

TEST_CASE_ENGINES("ids grow and ticket numbers have neither gap nor twin, whatever the clock says")
{
    // TKT-007
    const RightAtTheEnd after;
    Desk desk{engine};
    auto malo = desk.malo();
    std::map<std::string, int> opened_in;
    std::int64_t last_id = 0;
    for (const auto off : {0s, 3'600s, -7'200s, 86'400s * 400, -86'400s, 0s}) {
        set_clock_off(off);
        for (int n = 0; n < 2; ++n) {
            const auto ticket = desk.open(malo);
            CHECK(ticket.id.value > last_id);
            last_id = ticket.id.value;
            const auto year = ticket.number.substr(0, ticket.number.rfind('-'));
            const auto digits = std::to_string(++opened_in[year]);
            CHECK(ticket.number == year + '-' + std::string(5 - digits.size(), '0') + digits);
        }
    }
    CHECK(opened_in.size() >= 2); // the clock had been in another year
}

TEST_CASE_ENGINES("a session outlives a clock that is an hour off, and none outlives its own end")
{
    const RightAtTheEnd after;
    Desk desk{engine};
    tenancy::Platform platform{desk.house().database()};
    const auto session = platform.write([](PlatformTransaction& tx) {
        const auto person =
            auth::create_person(tx, {.name = "Enora", .email = "enora@vigie.example"});
        return auth::open_session(tx, {.person = person}).id;
    });
    const auto is_live = [&] {
        return platform.read(
            [&](PlatformTransaction& tx) { return auth::session_by_id(tx, session).has_value(); });
    };
    set_clock_off(1h);
    CHECK(is_live());
    set_clock_off(-1h);
    CHECK(is_live());
    set_clock_off(auth::session_life_max + 1h);
    CHECK_FALSE(is_live());
    set_clock_off(0s);
    CHECK(is_live()); // refused for as long as the clock was wrong, and not deleted
}

TEST_CASE_ENGINES("a code of the second factor serves once, also when its moment comes again")
{
    const RightAtTheEnd after;
    Desk desk{engine};
    tenancy::Platform platform{desk.house().database()};
    const auto accepts = [&](tenancy::PersonId person) {
        return platform.write([&](PlatformTransaction& tx) {
            return auth::accept_step(tx, person, secrets::totp_step(base::now()));
        });
    };
    const auto enora = platform.write([](PlatformTransaction& tx) {
        const auto person =
            auth::create_person(tx, {.name = "Enora", .email = "enora@vigie.example"});
        auth::begin_totp(tx, person, "sealed");
        auth::confirm_totp(tx, person, secrets::totp_step(base::now()) - 1);
        auth::set_recovery_codes(tx, person, {"aaaa"});
        return person;
    });
    set_clock_off(1h);
    CHECK(accepts(enora));
    CHECK_FALSE(accepts(enora));
    set_clock_off(0s);
    CHECK_FALSE(accepts(enora)); // older than what was accepted: it might be a replay
    CHECK(platform.write(
        [&](PlatformTransaction& tx) { return auth::spend_recovery_code(tx, enora, "aaaa"); }));
    set_clock_off(1h + 1min);
    CHECK(accepts(enora));
}

TEST_CASE_ENGINES("a job is neither lost nor done by two when the clock moves under it")
{
    const RightAtTheEnd after;
    Desk desk{engine};
    tenancy::Platform platform{desk.house().database()};
    const auto claim = [&](std::string_view token) {
        return platform.write([&](PlatformTransaction& tx) {
            jobs::release_expired(tx);
            return jobs::claim_due(tx, token, base::real_now() + 60s, 100);
        });
    };
    const auto finish = [&](const jobs::Claim& held) {
        return platform.write([&](PlatformTransaction& tx) { return jobs::finish(tx, held); });
    };
    const auto ask = [&] {
        platform.write([](PlatformTransaction& tx) {
            jobs::enqueue(tx, {.kind = "test.note", .payload = "{}"});
        });
    };
    for (const auto& other : claim("before"))
        finish(other);

    ask();
    const auto held = claim("first");
    REQUIRE(held.size() == 1);
    set_clock_off(1h); // the lease looks old: another takes the job, and only he can end it
    const auto taken = claim("second");
    REQUIRE(taken.size() == 1);
    CHECK_FALSE(finish(held.front()));
    CHECK(finish(taken.front()));

    ask();
    set_clock_off(0s); // asked for by a clock that was an hour early: late by that hour, not lost
    CHECK(claim("third").empty());
    set_clock_off(1h + 1min);
    CHECK(claim("fourth").size() == 1);
}

TEST_CASE_ENGINES("the audit verifies when the clock went back and forth while it was written")
{
    // AUD-003
    const RightAtTheEnd after;
    Desk desk{engine};
    const auto chain =
        audit::Chain::of_workspace(desk.house().database(), desk.house().workspace());
    for (const auto off : {0s, 86'400s, -3'600s, 0s}) {
        set_clock_off(off);
        desk.house().write([](tenancy::WorkspaceTransaction& tx) {
            audit::append(tx, {.action = "test.moved", .subject_kind = "ticket", .subject = 1});
        });
        audit::seal(chain, audit::Reach::Recent);
    }
    audit::seal(chain, audit::Reach::Everything); // what an early clock hid, found within the hour
    const test_support::TemporaryFolder folder;
    const secrets::SigningKey key{secrets::Key::random()};
    const auto verdict = audit::verify(chain, key, audit::HeadFile{folder.path()});
    CHECK(verdict.is_intact());
    CHECK(verdict.unsealed == 0);
}
