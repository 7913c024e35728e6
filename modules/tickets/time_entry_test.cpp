#include "kernel/base/clock.hpp"
#include "modules/tickets/page_test_kit.hpp"
#include "modules/tickets/time_entry.hpp"

using namespace tickets_test;

namespace
{

struct ClockGuard {
    ~ClockGuard() { base::set_test_clock("+0s"); }
};

/// A ticket of Malo's, and what the team notes on it.
struct Work {
    Desk desk;
    std::string number;
    std::string ticket;

    explicit Work(db::Engine engine)
        : desk(engine), number(desk.open_request()), ticket("/e/vigie/tickets/" + number)
    {
    }
    std::string today() { return base::date_in(base::now(), desk.vigie.time_zone).text(); }
    http::Response note(Member& who, const std::string& minutes, bool is_billable = true)
    {
        return who.browser.post(ticket + "/temps", {{"minutes", minutes},
                                                    {"worked_on", today()},
                                                    {"is_billable", is_billable ? "on" : "0"},
                                                    {"note", "Diagnostic à distance"}});
    }
    std::string entry_path(Member& who)
    {
        std::smatch found;
        const auto page = who.browser.get(ticket).body;
        REQUIRE(std::regex_search(page, found, std::regex{ticket + "/temps/([0-9]+)"}));
        return found[0];
    }
    std::vector<tickets::BillableTime> billable()
    {
        const auto client = desk.client_of(desk.malo);
        const auto day = base::Date::parse(today()).value();
        return desk.house().read([&](tenancy::WorkspaceTransaction& tx) {
            return tickets::billable_time(tx, client, day, day);
        });
    }
};

} // namespace

TEST_CASE("a timer counts whole minutes, a begun one too, and a day at most") // TKT-059
{
    using namespace std::chrono_literals;
    const base::Instant start{1'790'000'000'000'000};
    const tickets::Timer timer{.started_at = start};
    CHECK(tickets::minutes_of(timer, start) == 1);
    CHECK(tickets::minutes_of(timer, start + 60s) == 1);
    CHECK(tickets::minutes_of(timer, start + 61s) == 2);
    CHECK(tickets::minutes_of(timer, start + 72h) == tickets::entry_minutes_max);
    CHECK(tickets::minutes_of(timer, start - 5min) == 1);
}

TEST_CASE_ENGINES("time is noted by hand, summed on its ticket, and billing reads what is billable")
{
    Work work{engine}; // TKT-059
    CHECK(work.note(work.desk.goulven, "90").status == 303);
    CHECK(work.note(work.desk.soizic, "20", false).status == 303);

    const auto page = work.desk.enora.browser.get(work.ticket);
    CHECK(holds(page, "1\u00A0h\u00A050, dont 1\u00A0h\u00A030 à facturer"));
    CHECK(holds(page, "Goulven Tréguer"));
    const auto billed = work.billable();
    REQUIRE(billed.size() == 1);
    CHECK(billed.front().number == work.number);
    CHECK(billed.front().minutes == 90);
    CHECK(billed.front().author_id == work.desk.goulven.membership);
}

TEST_CASE_ENGINES(
    "time that makes no sense comes back with a sentence beside each field") // TKT-059
{
    Work work{engine};
    CHECK(work.note(work.desk.goulven, "0").status == 422);
    CHECK(work.note(work.desk.goulven, "1441").status == 422);
    const auto refused = work.desk.goulven.browser.post(
        work.ticket + "/temps", {{"minutes", "10"}, {"worked_on", "2099-01-01"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "jour à venir"));
    CHECK(holds(refused, "2099-01-01"));
    CHECK(work.billable().empty());
}

TEST_CASE_ENGINES("a timer runs on one ticket at a time, and its end is an entry") // TKT-059
{
    Work work{engine};
    const auto site = work.desk.add_site("Site Dunes", work.desk.malo);
    const auto sent = work.desk.malo.browser.post("/p/vigie/demandes", {{"project", site.text()},
                                                                        {"title", "Portail bloqué"},
                                                                        {"description", "Depuis."},
                                                                        {"priority", "high"}});
    const std::string location{sent.headers.get("Location")};
    const auto other = "/e/vigie/tickets/" + location.substr(location.rfind('/') + 1);
    auto& goulven = work.desk.goulven.browser;

    CHECK(goulven.post(work.ticket + "/chronometre").status == 303);
    CHECK(goulven.post(work.ticket + "/chronometre").status == 303);
    const auto refused = goulven.post(other + "/chronometre");
    CHECK(refused.status == 409);
    CHECK(holds(refused, work.number));
    CHECK(goulven.post(other + "/chronometre/arret").status == 422);
    const ClockGuard guard;
    base::set_test_clock("+24m");
    CHECK(goulven.post(work.ticket + "/chronometre/arret").status == 303);
    CHECK(goulven.post(work.ticket + "/chronometre/arret").status == 422);
    const auto billed = work.billable();
    REQUIRE(billed.size() == 1);
    CHECK(billed.front().minutes >= 24);
    CHECK(billed.front().minutes <= 25);
    CHECK(goulven.post(other + "/chronometre").status == 303);
}

TEST_CASE_ENGINES("time is corrected by its author or an admin, and the journal has what it was")
{
    Work work{engine}; // TKT-059
    work.note(work.desk.goulven, "90");
    const auto entry = work.entry_path(work.desk.goulven);
    const Typed half{
        {"minutes", "45"}, {"worked_on", work.today()}, {"is_billable", "on"}, {"version", "1"}};
    CHECK(work.desk.soizic.browser.post(entry, half).status == 403);
    CHECK(work.desk.soizic.browser.post(entry + "/retrait").status == 403);
    CHECK(work.desk.goulven.browser.post(entry, half).status == 303);
    CHECK(work.billable().front().minutes == 45);
    const auto stale = work.desk.enora.browser.post(entry, half);
    CHECK(stale.status == 409);
    CHECK(work.desk.enora.browser.post(entry + "/retrait").status == 303);
    CHECK(work.billable().empty());

    const auto kept = work.desk.house().read([](tenancy::WorkspaceTransaction& tx) {
        return tx.value<std::int64_t>({"test.earlier_time", R"sql(
            SELECT count(*) FROM audit_payload
             WHERE workspace_id = :workspace AND payload LIKE '%"90"%"45"%'
        )sql"});
    });
    CHECK(kept == 1);
}

TEST_CASE_ENGINES("a client sees nothing of the time, on no page and by no request") // TKT-059
{
    Work work{engine};
    work.note(work.desk.goulven, "90");
    const auto entry = work.entry_path(work.desk.goulven);
    const auto page = work.desk.malo.browser.get("/p/vigie/demandes/" + work.number);
    CHECK(page.status == 200);
    for (const char* words : {"1 h 30", "Diagnostic à distance", "facturer", "chronom"})
        CHECK_FALSE(holds(page, words));
    CHECK(work.note(work.desk.malo, "5").status == 401);
    CHECK(work.desk.malo.browser.get(entry).status == 303);
}
