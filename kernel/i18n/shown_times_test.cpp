#include "kernel/i18n/format.hpp"
#include "kernel/i18n/shown_times.hpp"

#include <doctest.h>

using namespace std::chrono_literals;

namespace
{

constexpr auto paris = "Europe/Paris";

base::Instant at(std::string_view iso)
{
    return base::parse_iso(iso).value();
}

/// The record's promise: nothing changes before, and something does then.
void check_promise(base::Instant written, base::Instant now)
{
    const auto shown = i18n::relative(written, now, paris);
    base::Instant change_at;
    {
        const i18n::ShownTimes times;
        i18n::relative(written, now, paris);
        change_at = times.change_at();
    }
    CHECK(change_at > now);
    for (auto then = now; then < change_at; then = then + (change_at - now) / 7 + 1us)
        CHECK(i18n::relative(written, then, paris) == shown);
}

} // namespace

TEST_CASE("a shown time stays as it is until the moment that is announced")
{
    const auto now = at("2026-11-20T22:40:17.250Z");
    for (const auto ago : {0s, 1s, 59s, 60s, 61s, 119s, 600s, 3'540s, 3'599s, 3'600s, 3'601s,
                           36'000s, 86'400s, 700'000s, 40'000'000s}) {
        check_promise(now - ago, now);
        check_promise(now + ago, now);
    }
    const i18n::ShownTimes times;
    i18n::relative(now - 90s, now, paris);
    CHECK(times.change_at() == now + 30s);
}

TEST_CASE("a page that only shows dates is good until midnight of the workspace")
{
    const auto now = at("2026-11-20T22:40:00.000Z"); // 23 h 40 in Paris
    const i18n::ShownTimes times;
    i18n::relative(now - 72h, now, paris);
    CHECK(times.change_at() == at("2026-11-20T23:00:00.000Z"));
}
