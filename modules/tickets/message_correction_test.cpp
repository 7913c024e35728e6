#include "kernel/base/clock.hpp"
#include "modules/tickets/page_test_kit.hpp"

using namespace tickets_test;

namespace
{

struct ClockGuard {
    ~ClockGuard() { base::set_test_clock("+0s"); }
};

/// What Goulven wrote on Malo's request, and where he corrects it.
struct Written {
    Desk desk;
    std::string number;
    std::string staff;
    std::string portal;
    std::string place;

    Written(db::Engine engine, const std::string& what)
        : desk(engine), number(desk.open_request()), staff("/e/vigie/tickets/" + number),
          portal("/p/vigie/demandes/" + number), place(write(what))
    {
    }
    std::string write(const std::string& what)
    {
        REQUIRE(desk.goulven.browser.post(staff + what, {{"body", "Le port 7 est mort."}}).status ==
                303);
        std::smatch found;
        const auto page = desk.goulven.browser.get(staff).body;
        REQUIRE(std::regex_search(page, found, std::regex{what + "/([0-9]+)/modifier"}));
        return staff + what + "/" + std::string{found[1]};
    }
    http::Response correct(Member& who)
    {
        return who.browser.post(place, {{"body", "Le port 8 est mort."}});
    }
};

constexpr const char* too_late = "Un message se corrige pendant 15 minutes";

} // namespace

TEST_CASE_ENGINES("a reply that is corrected says so to both sides, and nothing repeats the former")
{
    Written reply{engine, "/messages"}; // TKT-015
    CHECK(reply.correct(reply.desk.goulven).status == 303);

    for (const auto& page :
         {reply.desk.goulven.browser.get(reply.staff), reply.desk.malo.browser.get(reply.portal)}) {
        CHECK(holds(page, "Le port 8 est mort."));
        CHECK(holds(page, "<span>modifié</span>"));
        CHECK_FALSE(holds(page, "Le port 7 est mort."));
    }
    const auto list = reply.desk.goulven.browser.get("/e/vigie/tickets?vue=tous");
    CHECK_FALSE(holds(list, "Le port 7 est mort."));
}

TEST_CASE_ENGINES("a summary that is corrected is the summary of the ticket, and its excerpt")
{
    Desk desk{engine}; // TKT-015
    const auto staff = "/e/vigie/tickets/" + desk.open_request();
    desk.goulven.browser.post(staff + "/prise-en-charge");
    const auto version = value_in(desk.goulven.browser.get(staff), "version");
    desk.goulven.browser.post(
        staff + "/deplacement",
        {{"move", "resolve"}, {"body", "Port 7 réactivé."}, {"version", version}});
    std::smatch found;
    const auto page = desk.goulven.browser.get(staff).body;
    REQUIRE(std::regex_search(page, found, std::regex{"/messages/([0-9]+)/modifier"}));
    CHECK(desk.goulven.browser
              .post(staff + "/messages/" + std::string{found[1]}, {{"body", "Port 8 réactivé."}})
              .status == 303);
    const auto kept = desk.house().read([](tenancy::WorkspaceTransaction& tx) {
        return tx.value<std::int64_t>({"test.retold", R"sql(
            SELECT count(*) FROM tickets_ticket
             WHERE workspace_id = :workspace AND excerpt = 'Port 8 réactivé.'
               AND resolution_summary = 'Port 8 réactivé.'
        )sql"});
    });
    CHECK(kept == 1);
}

TEST_CASE_ENGINES(
    "after fifteen minutes the page says why nothing changed, and keeps what was typed")
{
    Written reply{engine, "/messages"}; // TKT-015
    const ClockGuard guard;
    base::set_test_clock("+16m");

    CHECK_FALSE(holds(reply.desk.goulven.browser.get(reply.staff), "/modifier"));
    const auto form = reply.desk.goulven.browser.get(reply.place + "/modifier");
    CHECK(form.status == 422);
    CHECK(holds(form, too_late));
    const auto refused = reply.correct(reply.desk.goulven);
    CHECK(refused.status == 422);
    CHECK(holds(refused, too_late));
    CHECK(holds(refused, "Le port 8 est mort."));
    const auto page = reply.desk.malo.browser.get(reply.portal);
    CHECK(holds(page, "Le port 7 est mort."));
    CHECK_FALSE(holds(page, "<span>modifié</span>"));
}

TEST_CASE_ENGINES("a note is corrected by its author only, and no client learns of it")
{
    Written note{engine, "/notes"};          // TKT-015, TKT-011
    note.desk.malo.browser.get(note.portal); // the notice of the opening is gone
    const auto before = note.desk.malo.browser.get(note.portal).body.size();
    CHECK(note.desk.soizic.browser.get(note.place + "/modifier").status == 404);
    CHECK(note.correct(note.desk.soizic).status == 404);
    CHECK(holds(note.desk.goulven.browser.get(note.place + "/modifier"), "Le port 7 est mort."));
    CHECK(note.correct(note.desk.goulven).status == 303);

    const auto page = note.desk.soizic.browser.get(note.staff);
    CHECK(holds(page, "Le port 8 est mort."));
    CHECK(holds(page, "<span>modifié</span>"));
    CHECK_FALSE(holds(page, "Le port 7 est mort."));
    CHECK(note.desk.malo.browser.get(note.portal).body.size() == before);

    const ClockGuard guard;
    base::set_test_clock("+16m");
    CHECK(note.correct(note.desk.goulven).status == 422);
}
