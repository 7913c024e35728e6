#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/presets/preset.hpp"
#include "modules/crm/crm.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/message_store.hpp"
#include "modules/tickets/note_actions.hpp"
#include "modules/tickets/ticket_actions.hpp"
#include "modules/tickets/ticket_store.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

#include <algorithm>
#include <string>
#include <thread>

using namespace tickets;

/// People, not numbers: Enora leads the support, Goulven and Maïwenn are technicians, Soizic
/// develops; Malo installs for Kervella Alarmes on « Site Horizon », Léa is another client.
namespace
{

using tenancy::Context;
using tenancy::Side;
using tenancy::WorkspaceTransaction;

class Desk
{
  public:
    explicit Desk(db::Engine engine, const std::string& slug = "vigie")
        : fresh_(test_support::fresh_database(engine)), house_(context(slug))
    {
        house_.write([](WorkspaceTransaction& tx) { auth::create_workspace(tx); });
        kervella = add_client("Kervella Alarmes");
        other_client = add_client("Camping des Dunes");
        horizon = house_.write([&](WorkspaceTransaction& tx) {
            const auto id =
                projects::add_project(tx, {.name = "Site Horizon", .address = "3 rue des Dunes"});
            projects::assign_client(tx, id, kervella);
            return id;
        });
    }

    Context enora() { return member("Enora", "admin"); }
    Context goulven() { return member("Goulven", "technicien"); }
    Context maiwenn() { return member("Maiwenn", "technicien"); }
    Context soizic() { return member("Soizic", "developpeur"); }
    Context malo() { return member("Malo", "client", kervella); }
    Context lea() { return member("Lea", "client", other_client); }
    Context& house() { return house_; }

    tickets::Ticket open(Context& who, tickets::Priority priority = tickets::Priority::medium)
    {
        return who.write([&](WorkspaceTransaction& tx) {
            return tickets::open_ticket(tx, {.title = "Caméra 4 hors ligne",
                                             .description = "Depuis **ce matin**.",
                                             .priority = priority,
                                             .project = horizon,
                                             .client = kervella});
        });
    }
    /// Subjects of the mails written to an address, oldest first.
    std::vector<std::string> mails_to(const std::string& name)
    {
        std::vector<std::string> subjects;
        house_.read([&](WorkspaceTransaction& tx) {
            for (const auto& message : mail::recent(tx))
                if (message.to_name == name) subjects.push_back(message.subject);
        });
        std::reverse(subjects.begin(), subjects.end());
        return subjects;
    }
    tenancy::ClientId add_client(const std::string& name)
    {
        return house_.write([&](WorkspaceTransaction& tx) {
            return crm::add_client(
                tx, {.company_name = name, .email = "contact@" + name.substr(0, 4) + ".example"});
        });
    }

    tenancy::ClientId kervella;
    tenancy::ClientId other_client;
    projects::ProjectId horizon;

  private:
    Context context(const std::string& slug)
    {
        return {fresh_->database(),
                {.id = fresh_->database().ids().make<tenancy::WorkspaceId>(),
                 .slug = slug,
                 .name = "Vigie Bretonne",
                 .preset = "support-technique",
                 .time_zone = "Europe/Paris"},
                tenancy::Actor::system()};
    }
    Context member(const std::string& name, const std::string& role, tenancy::ClientId client = {})
    {
        const auto& preset = presets::find("support-technique");
        const auto side = client ? Side::portal : Side::staff;
        tenancy::Actor actor{.side = side,
                             .name = name,
                             .email = name + "@vigie.example",
                             .role = role,
                             .client = client,
                             .rights = preset.find_role(role)->permissions};
        actor.membership = membership_of(actor);
        return {fresh_->database(), house_.workspace(), actor};
    }
    tenancy::MembershipId membership_of(const tenancy::Actor& actor)
    {
        auto& known = memberships_[actor.name];
        if (!known)
            known = house_.write([&](WorkspaceTransaction& tx) {
                const auto person =
                    auth::create_person(tx, {.name = actor.name, .email = actor.email});
                return auth::add_membership(tx, {.person = person,
                                                 .side = actor.side,
                                                 .role = actor.role,
                                                 .client = actor.client});
            });
        return known;
    }

    std::unique_ptr<test_support::FreshDatabase> fresh_;
    Context house_;
    std::map<std::string, tenancy::MembershipId> memberships_;
};

/// The code of the refusal, or the name of the other way it ended.
template <class Deed>
std::string outcome_of(Deed&& deed)
{
    try {
        deed();
    } catch (const base::Refusal& refusal) {
        return refusal.code;
    } catch (const base::NotFound&) {
        return "not found";
    } catch (const base::Forbidden& forbidden) {
        return "forbidden: " + forbidden.permission;
    }
    return "done";
}

} // namespace

namespace
{

Ticket now(Desk& desk, const Ticket& ticket)
{
    return desk.house().read(
        [&](WorkspaceTransaction& tx) { return TicketStore{tx}.find(ticket.id).value(); });
}

std::string take(Context& who, const Ticket& ticket)
{
    return outcome_of(
        [&] { who.write([&](WorkspaceTransaction& tx) { take_ticket(tx, ticket.number); }); });
}

std::string move(Context& who, const Ticket& seen, const std::string& code,
                 const std::string& text = {}, const std::string& reason = {})
{
    return outcome_of([&] {
        who.write([&](WorkspaceTransaction& tx) {
            move_ticket(tx, seen.number, {.move = code, .text = text, .reason = reason},
                        seen.version);
        });
    });
}

std::string say(Context& who, const Ticket& ticket, const std::string& body)
{
    return outcome_of([&] {
        who.write([&](WorkspaceTransaction& tx) { write_message(tx, ticket.number, body); });
    });
}

} // namespace

TEST_CASE_ENGINES("a client opens a ticket on his project; team and client are written to")
{
    // TKT-001, TKT-007, NTF-011
    Desk desk{engine};
    auto goulven = desk.goulven();
    auto malo = desk.malo();
    const auto ticket = desk.open(malo, Priority::high);

    CHECK(ticket.number.starts_with("T-20"));
    CHECK(ticket.number.ends_with("-00001"));
    CHECK(ticket.state == "nouveau");
    CHECK(ticket.client_id == desk.kervella);
    CHECK(ticket.requester_id == malo.actor().membership);
    CHECK(desk.mails_to("Goulven") == std::vector<std::string>{"Nouveau ticket " + ticket.number +
                                                               "\u00A0: Caméra 4 hors ligne"});
    CHECK(desk.mails_to("Malo").size() == 1);
}

TEST_CASE_ENGINES("numbers follow each other, and one that was not used is given again") // TKT-007
{
    Desk desk{engine};
    auto malo = desk.malo();
    desk.open(malo);
    CHECK_THROWS(malo.write([&](WorkspaceTransaction& tx) {
        open_ticket(tx, {.title = "Perdu",
                         .description = "x",
                         .project = desk.horizon,
                         .client = desk.kervella});
        throw base::Refusal{"tests.refusal"};
    }));
    CHECK(desk.open(malo).number.ends_with("-00002"));
}

TEST_CASE_ENGINES("a project not assigned to the client is not found") // TKT-001
{
    Desk desk{engine};
    auto lea = desk.lea();
    const auto open = [&](tenancy::ClientId client) {
        return outcome_of([&] {
            lea.write([&](WorkspaceTransaction& tx) {
                open_ticket(tx, {.title = "Curieux",
                                 .description = "x",
                                 .project = desk.horizon,
                                 .client = client});
            });
        });
    };
    CHECK(open(desk.other_client) == "not found");
    CHECK(open(desk.kervella) == "not found");
}

TEST_CASE_ENGINES("a developer opens no ticket, a technician does for a client") // IDN-042, TKT-004
{
    Desk desk{engine};
    auto soizic = desk.soizic();
    auto goulven = desk.goulven();
    CHECK(outcome_of([&] { desk.open(soizic); }) == "forbidden: tickets.create");

    const auto ticket = desk.open(goulven);
    CHECK_FALSE(ticket.requester_id);
    CHECK(ticket.opened_by == goulven.actor().membership);
    CHECK(desk.mails_to("Kervella Alarmes").size() == 1);
}

TEST_CASE_ENGINES("another client of the same project sees nothing of a ticket") // TKT-058
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto lea = desk.lea();
    const auto ticket = desk.open(malo);
    desk.house().write([&](WorkspaceTransaction& tx) {
        projects::assign_client(tx, desk.horizon, desk.other_client);
    });

    CHECK(say(malo, ticket, "Toujours rien.") == "done");
    CHECK(say(lea, ticket, "Et moi ?") == "not found");
    CHECK(move(lea, ticket, "confirm") == "not found");
}

TEST_CASE_ENGINES("the first to take a ticket has it, the second is told who") // TKT-020
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto maiwenn = desk.maiwenn();
    const auto ticket = desk.open(malo);

    CHECK(take(goulven, ticket) == "done");
    CHECK(take(maiwenn, ticket) == "tickets.refusal.already_taken");
    CHECK(now(desk, ticket).assignee_id == goulven.actor().membership);
    CHECK(now(desk, ticket).state == "pris_en_charge");
}

TEST_CASE_ENGINES("of two who take a ticket at the same moment, one has it") // TKT-020
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto maiwenn = desk.maiwenn();
    for (int round = 0; round < 10; ++round) {
        const auto ticket = desk.open(malo);
        std::string second;
        std::thread other{[&] { second = take(maiwenn, ticket); }};
        const auto first = take(goulven, ticket);
        other.join();
        CHECK(((first == "done") != (second == "done")));
        const auto& refused = first == "done" ? second : first;
        CHECK(refused == "tickets.refusal.already_taken");
    }
}

TEST_CASE_ENGINES("a change made on what is not there any more is refused, with what is") // TKT-034
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto maiwenn = desk.maiwenn();
    auto ticket = desk.open(malo);
    take(goulven, ticket);
    const auto seen = now(desk, ticket);

    CHECK(move(goulven, seen, "start") == "done");
    try {
        maiwenn.write([&](WorkspaceTransaction& tx) {
            move_ticket(tx, seen.number, {.move = "release"}, seen.version);
        });
        FAIL("nothing was refused");
    } catch (const base::Refusal& refusal) {
        CHECK(refusal.code == "tickets.refusal.changed_meanwhile");
        CHECK(refusal.kind == base::Refusal::Kind::Conflict);
        CHECK(refusal.params == base::Params{{"name", "Goulven"}, {"state", "En cours"}});
    }
    CHECK(now(desk, ticket).state == "en_cours");
}

TEST_CASE_ENGINES("a question waits for the client, and his answer takes the ticket back to work")
{
    // TKT-030, JRN-33
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo);
    take(goulven, ticket);
    move(goulven, now(desk, ticket), "start");

    CHECK(move(goulven, now(desk, ticket), "ask") == "tickets.refusal.message_required");
    CHECK(move(goulven, now(desk, ticket), "ask", "Quelle couleur, le voyant ?") == "done");
    CHECK(now(desk, ticket).state == "attente_client");
    CHECK(say(malo, ticket, "Orange.") == "done");
    CHECK(now(desk, ticket).state == "en_cours");
    const auto mails = desk.mails_to("Goulven");
    CHECK(mails.back() == ticket.number + "\u00A0: message de Malo");
}

TEST_CASE_ENGINES("resolved, refused by the client, resolved again, confirmed, closed") // JRN-33
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo);
    take(goulven, ticket);

    CHECK(move(goulven, now(desk, ticket), "resolve", "Port 7 réactivé.") == "done");
    CHECK(desk.mails_to("Malo").back() == ticket.number + "\u00A0: Résolue");
    CHECK(move(malo, now(desk, ticket), "reopen") == "done");
    CHECK(now(desk, ticket).reopened_count == 1);
    CHECK(move(goulven, now(desk, ticket), "resolve", "Caméra remplacée.") == "done");
    CHECK(move(malo, now(desk, ticket), "confirm") == "done");
    CHECK(now(desk, ticket).anchor == "closed");

    CHECK(say(malo, ticket, "Encore une chose") == "tickets.refusal.closed");
    CHECK(say(goulven, ticket, "Encore une chose") == "tickets.refusal.closed");
}

TEST_CASE_ENGINES(
    "the move that comes after seven days is made once, and only from there") // TKT-030
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo);
    take(goulven, ticket);
    move(goulven, now(desk, ticket), "resolve", "Port 7 réactivé.");
    const auto since = now(desk, ticket).state_since;
    const auto due = [&] {
        desk.house().write([&](WorkspaceTransaction& tx) { move_when_due(tx, ticket.id, since); });
    };

    SUBCASE("still resolved: it closes")
    {
        due();
        due();
        CHECK(now(desk, ticket).anchor == "closed");
    }
    SUBCASE("reopened meanwhile: nothing")
    {
        move(malo, now(desk, ticket), "reopen");
        due();
        CHECK(now(desk, ticket).anchor == "active");
    }
}

TEST_CASE_ENGINES(
    "only an admin closes without resolution, and gives the reason") // IDN-042, TKT-030
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto enora = desk.enora();
    const auto ticket = desk.open(malo);

    CHECK(move(goulven, ticket, "close_without_resolution", {}, "spam") ==
          "forbidden: tickets.close_without_resolution");
    CHECK(move(enora, ticket, "close_without_resolution") == "tickets.refusal.reason_required");
    CHECK(move(enora, ticket, "close_without_resolution", {}, "duplicate") == "done");
    CHECK(now(desk, ticket).close_reason == "duplicate");
}

TEST_CASE_ENGINES(
    "technicians share with developers, developers with admins, admins not with admins")
{
    // TKT-021, IDN-042
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto soizic = desk.soizic();
    auto enora = desk.enora();
    const auto ticket = desk.open(malo);
    const auto share = [&](Context& from, Context& with) {
        return outcome_of([&] {
            from.write([&](WorkspaceTransaction& tx) {
                share_ticket(tx, ticket.number, with.actor().membership, "Tu peux regarder ?");
            });
        });
    };

    CHECK(share(goulven, soizic) == "done");
    CHECK(desk.mails_to("Soizic").back() == "Goulven partage " + ticket.number + " avec vous");
    CHECK(share(soizic, enora) == "done");
    CHECK(share(enora, soizic) == "done");
    CHECK(share(enora, enora) == "forbidden: tickets.share_admin");
    CHECK(share(soizic, soizic) == "forbidden: tickets.share_developer");
    CHECK(share(goulven, malo) == "not found");
    CHECK_FALSE(now(desk, ticket).assignee_id);
}

TEST_CASE_ENGINES("an internal note writes to nobody and dates nothing a client may see") // TKT-011
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo);
    const auto before = desk.mails_to("Malo").size();
    goulven.write([&](WorkspaceTransaction& tx) {
        write_note(tx, ticket.number, "Le client a débranché le switch.");
    });

    CHECK(desk.mails_to("Malo").size() == before);
    const auto after = now(desk, ticket);
    CHECK(after.last_public_at == ticket.last_public_at);
    CHECK(after.last_activity_at > ticket.last_activity_at);
    CHECK(after.excerpt == ticket.excerpt);
    malo.read([&](WorkspaceTransaction& tx) {
        CHECK(MessageStore{tx}.of_ticket(ticket.id).empty());
        for (const auto& event : TicketStore{tx}.events(ticket.id))
            CHECK(event.kind == EventKind::opened);
    });
    CHECK(outcome_of([&] {
              malo.write([&](WorkspaceTransaction& tx) { write_note(tx, ticket.number, "x"); });
          }) == "forbidden: tickets.note");
}

TEST_CASE_ENGINES("a rating is the client's, once per resolution") // TKT-044
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo);
    const auto rate = [&](Context& who, std::int64_t score) {
        return outcome_of([&] {
            who.write([&](WorkspaceTransaction& tx) {
                rate_ticket(tx, ticket.number, {.score = score});
            });
        });
    };
    CHECK(rate(malo, 5) == "tickets.refusal.not_resolved");
    take(goulven, ticket);
    move(goulven, now(desk, ticket), "resolve", "Port 7 réactivé.");

    CHECK(rate(goulven, 5) == "forbidden: tickets.rate");
    CHECK(rate(malo, 3) == "done");
    CHECK(rate(malo, 4) == "done");
    desk.house().read(
        [&](WorkspaceTransaction& tx) { CHECK(TicketStore{tx}.rating(ticket.id, 1)->score == 4); });
}

TEST_CASE_ENGINES(
    "an urgent ticket nobody takes is told to the admins, a taken one is not") // TKT-023
{
    Desk desk{engine};
    auto enora = desk.enora();
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo, Priority::urgent);
    const auto alert = [&] {
        desk.house().write([&](WorkspaceTransaction& tx) { alert_if_unassigned(tx, ticket.id); });
        return desk.mails_to("Enora").size();
    };
    const auto before = desk.mails_to("Enora").size();

    CHECK(alert() == before + 1);
    take(goulven, ticket);
    CHECK(alert() == before + 1);
}
