#include "modules/tickets/action_test_kit.hpp"
#include "modules/tickets/incident.hpp"
#include "modules/tickets/incident_actions.hpp"
#include "modules/tickets/incident_store.hpp"
#include "modules/tickets/page_test_kit.hpp"

#include <algorithm>

namespace kit = tickets::test_kit;
using tenancy::WorkspaceTransaction;
using tickets::BroadcastKind;
using tickets::Ticket;

namespace
{

const std::string place = "/e/vigie/tickets/";

/// The same fault at several clients: Malo's is the incident.
struct Fault {
    explicit Fault(db::Engine engine) : desk(engine), incident(desk.open_request()) {}

    std::string open_for(tickets_test::Member& client, const std::string& title)
    {
        const auto site = desk.add_site("Site " + title, client);
        const auto sent = client.browser.post("/p/vigie/demandes", {{"project", site.text()},
                                                                    {"title", title},
                                                                    {"description", "Chez moi."},
                                                                    {"priority", "low"}});
        REQUIRE(sent.status == 303);
        const std::string location{sent.headers.get("Location")};
        return location.substr(location.rfind('/') + 1);
    }
    http::Response gather(const std::string& child)
    {
        return desk.goulven.browser.post(place + incident + "/incident",
                                         {{"other", child}, {"as", "incident"}});
    }
    http::Response send(const std::string& kind, const std::string& body)
    {
        return desk.goulven.browser.post(place + incident + "/incident/envoi",
                                         {{"body", body}, {"kind", kind}});
    }

    tickets_test::Desk desk;
    std::string incident;
};

std::string run(tenancy::Context& who, const auto& deed)
{
    return kit::outcome_of([&] { who.write(deed); });
}

} // namespace

TEST_CASE_ENGINES("one problem, many contacts: one answer on the incident reaches each of them")
{
    using tickets_test::holds; // market row 26
    Fault fault{engine};
    auto lea = fault.desk.add_client("Léa Corre");
    auto yann = fault.desk.add_client("Yann Le Bris");
    const auto of_lea = fault.open_for(lea, "Écran noir");
    const auto of_yann = fault.open_for(yann, "Plus d’image");
    CHECK(fault.gather(of_lea).status == 303);
    CHECK(fault.gather(of_yann).status == 303);
    const auto page = fault.desk.goulven.browser.get(place + fault.incident + "/incident");
    CHECK(holds(page, "Envoyer aux 3 tickets"));

    CHECK(fault.send("answer", "Le serveur vidéo redémarre.").status == 303);
    const auto mails_before = fault.desk.subjects_to(lea).size();
    fault.desk.world.run_jobs();
    fault.desk.world.run_jobs();
    for (const auto& [client, number] :
         {std::pair{&lea, of_lea}, {&yann, of_yann}, {&fault.desk.malo, fault.incident}}) {
        client->browser.get("/p/vigie/demandes"); // takes the notice of what was sent
        const auto seen = client->browser.get("/p/vigie/demandes/" + number);
        CHECK(holds(seen, "Le serveur vidéo redémarre."));
        for (const auto& other : {of_lea, of_yann, fault.incident})
            if (other != number) CHECK_FALSE(holds(seen, other));
        CHECK_FALSE(holds(seen, "ncident"));
    }
    CHECK(fault.desk.subjects_to(lea).size() == mails_before + 1);
    const auto after = fault.desk.goulven.browser.get(place + fault.incident + "/incident");
    CHECK(holds(after, "3 faits"));
    CHECK(holds(fault.desk.goulven.browser.get(place + of_lea), "Incident " + fault.incident));
    CHECK(holds(fault.desk.goulven.browser.get(place + fault.incident), "2 tickets sous"));
}

TEST_CASE_ENGINES("resolving an incident resolves what is under it, and names what refuses")
{
    using tickets_test::holds;
    Fault fault{engine};
    auto lea = fault.desk.add_client("Léa Corre");
    const auto fresh = fault.open_for(lea, "Écran noir");
    const auto closed = fault.open_for(lea, "Déjà clos");
    CHECK(fault.gather(fresh).status == 303);
    CHECK(fault.gather(closed).status == 303);
    auto& enora = fault.desk.enora.browser;
    const auto version = tickets_test::value_in(enora.get(place + closed), "version");
    REQUIRE(
        enora
            .post(place + closed + "/deplacement",
                  {{"move", "close_without_resolution"}, {"version", version}, {"reason", "spam"}})
            .status == 303);
    const auto mails = fault.desk.subjects_to(lea).size();

    CHECK(fault.send("resolve", "Serveur remplacé.").status == 303);
    fault.desk.world.run_jobs();
    const auto page = fault.desk.goulven.browser.get(place + fault.incident + "/incident");
    CHECK(holds(page, "2 faits"));
    CHECK(holds(page, "1 refusé"));
    CHECK(holds(page, closed + "</a> est déjà terminé"));
    const auto seen = lea.browser.get("/p/vigie/demandes/" + fresh);
    CHECK(holds(seen, "Serveur remplacé."));
    CHECK(holds(seen, "Résolue"));
    CHECK(fault.desk.subjects_to(lea).size() == mails + 1);
}

TEST_CASE_ENGINES("a broadcast begun again goes on where it was and tells nobody twice")
{
    kit::Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto incident = desk.open(malo);
    std::vector<Ticket> children;
    for (int i = 0; i < 3; ++i) {
        children.push_back(desk.open(malo));
        goulven.write([&](WorkspaceTransaction& tx) {
            tickets::gather(tx, children.back().number, incident.number);
        });
    }
    goulven.write([&](WorkspaceTransaction& tx) {
        tickets::send_to_all(tx, incident.number, BroadcastKind::answer, "Nous cherchons.");
    });
    const auto broadcast = desk.house().read([&](WorkspaceTransaction& tx) {
        return tickets::IncidentStore{tx}.broadcasts(incident.id).at(0);
    });
    desk.house().write([&](WorkspaceTransaction& tx) { // one was reached before the stop
        tickets::IncidentStore{tx}.settle(broadcast.id, children[0].id, tickets::Outcome::done, {});
    });
    jobs::Job job;
    job.payload = broadcast.id.text();
    tickets::run_broadcast(desk.house(), job);
    tickets::run_broadcast(desk.house(), job);
    const auto said = [&](const Ticket& ticket) {
        return desk.house().read([&](WorkspaceTransaction& tx) {
            return tickets::MessageStore{tx}.of_ticket(ticket.id).size();
        });
    };
    CHECK(said(incident) == 1);
    CHECK(said(children[0]) == 0);
    CHECK(said(children[1]) == 1);
    CHECK(said(children[2]) == 1);
    const auto message = desk.house().read([&](WorkspaceTransaction& tx) {
        return tickets::MessageStore{tx}.of_ticket(children[1].id).at(0);
    });
    CHECK(message.author_id == goulven.actor().membership);
}

TEST_CASE_ENGINES("an incident has one level, and nothing is under itself")
{
    kit::Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto soizic = desk.soizic();
    const auto incident = desk.open(malo);
    const auto child = desk.open(malo);
    const auto third = desk.open(malo);
    const auto gather = [&](tenancy::Context& who, const Ticket& under, const Ticket& above) {
        return run(who, [&](WorkspaceTransaction& tx) {
            tickets::gather(tx, under.number, above.number);
        });
    };
    CHECK(gather(soizic, child, incident) == "forbidden: tickets.merge");
    CHECK(gather(goulven, child, child) == "tickets.incident.refusal.itself");
    CHECK(gather(goulven, child, incident) == "done");
    CHECK(gather(goulven, child, incident) == "done");
    CHECK(gather(goulven, third, child) == "tickets.incident.refusal.is_under");
    CHECK(gather(goulven, incident, third) == "tickets.incident.refusal.is_incident");
    CHECK(run(goulven, [&](WorkspaceTransaction& tx) {
              tickets::send_to_all(tx, third.number, BroadcastKind::answer, "Rien");
          }) == "tickets.incident.refusal.nobody");
    CHECK(run(goulven, [&](WorkspaceTransaction& tx) {
              tickets::part(tx, child.number, incident.number);
          }) == "done");
    CHECK(gather(goulven, third, child) == "done");
}
