#pragma once

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
#include <map>
#include <memory>
#include <string>
#include <vector>

/// What the action tests of tickets share; included by tests only.
/// People, not numbers: Enora leads the support, Goulven and Maïwenn are technicians, Soizic
/// develops; Malo installs for Kervella Alarmes on « Site Horizon », Léa is another client.
namespace tickets::test_kit
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

inline Ticket now(Desk& desk, const Ticket& ticket)
{
    return desk.house().read(
        [&](WorkspaceTransaction& tx) { return TicketStore{tx}.find(ticket.id).value(); });
}

inline std::string take(Context& who, const Ticket& ticket)
{
    return outcome_of(
        [&] { who.write([&](WorkspaceTransaction& tx) { take_ticket(tx, ticket.number); }); });
}

inline std::string move(Context& who, const Ticket& seen, const std::string& code,
                        const std::string& text = {}, const std::string& reason = {})
{
    return outcome_of([&] {
        who.write([&](WorkspaceTransaction& tx) {
            move_ticket(tx, seen.number, {.move = code, .text = text, .reason = reason},
                        seen.version);
        });
    });
}

inline std::string say(Context& who, const Ticket& ticket, const std::string& body)
{
    return outcome_of([&] {
        who.write([&](WorkspaceTransaction& tx) { write_message(tx, ticket.number, body); });
    });
}

} // namespace tickets::test_kit
