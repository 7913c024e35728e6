#include "kernel/audit/erasure.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/events.hpp"
#include "modules/crm/portal_change_actions.hpp"
#include "modules/crm/portal_details_actions.hpp"
#include "modules/crm/portal_details_store.hpp"
#include "modules/privacy/events.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <algorithm>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::Typed;
using test_world::World;

namespace
{

bool shows(const http::Response& response, std::string_view words)
{
    return response.body.find(words) != std::string::npos;
}

std::string hidden_value(const http::Response& response, std::string_view name)
{
    const auto before = "name=\"" + std::string{name} + "\" value=\"";
    const auto at = response.body.find(before);
    REQUIRE(at != std::string::npos);
    const auto begin = at + before.size();
    return response.body.substr(begin, response.body.find('"', begin) - begin);
}

/// What the team was told.
std::vector<ClientDetailsChanged>& told()
{
    static std::vector<ClientDetailsChanged> facts;
    return facts;
}

void listen(kernel::Module& module)
{
    module.on<ClientDetailsChanged>(
        [](WorkspaceTransaction&, const ClientDetailsChanged& fact) { told().push_back(fact); });
}

constexpr const char* fields_path = "/e/vigie/reglages/informations-clients";

/// Inès and Malo are of « Kervella Alarmes »; Enora and Yann lead the team.
struct Office {
    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
    test_world::Member yann;
    tenancy::ClientId client;
    tenancy::ClientId other;
    test_world::Member ines;
    test_world::Member malo;

    explicit Office(db::Engine engine)
        : world(engine, {{"crm", crm::describe}, {"listener", listen}}),
          vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora", .role = "admin"})),
          yann(world.add_member(vigie, {.name = "Yann", .role = "admin"})),
          client(add({.company_name = "Kervella Alarmes", .email = "accueil@kervella.example"})),
          other(add({.company_name = "Camping des Sables", .email = "camping@sables.example"})),
          ines(user("Inès")), malo(user("Malo"))
    {
        told().clear();
    }

    template <class Work>
    auto write(Work&& work)
    {
        return world.context(vigie, enora.actor).write(work);
    }
    tenancy::ClientId add(const Client& one)
    {
        return write([&](WorkspaceTransaction& tx) { return add_client(tx, one); });
    }
    test_world::Member user(const std::string& name)
    {
        auto member = world.add_member(
            vigie,
            {.name = name, .role = "client", .side = tenancy::Side::portal, .client = client});
        write([&](WorkspaceTransaction& tx) {
            add_contact(tx, {.client = client,
                             .name = name,
                             .job = "Gérance",
                             .email = auth::email_of(tx, member.membership),
                             .phone = {},
                             .membership = member.membership});
        });
        return member;
    }
    void set_use(const char* field, FieldUse use)
    {
        write([&](WorkspaceTransaction& tx) { save_field_uses(tx, {{field, use}}); });
    }
    FieldUses uses()
    {
        return write([](WorkspaceTransaction& tx) { return PortalDetailsStore{tx}.uses(); });
    }
    Client record()
    {
        return write(
            [&](WorkspaceTransaction& tx) { return ClientStore{tx}.find(client).value(); });
    }
    std::string version() { return std::to_string(record().version); }
    http::Response send(test_world::Member& who, Typed typed)
    {
        if (typed.front().first != "version") typed.emplace_back("version", version());
        return who.browser.post("/p/vigie/informations", typed);
    }
    /// As that person, without the web.
    void change(const test_world::Member& who, const char* field, const char* value)
    {
        world.context(vigie, who.actor).write([&](WorkspaceTransaction& tx) {
            change_my_details(tx, {{.field = field, .value = value}},
                              ClientStore{tx}.find(client)->version);
        });
    }
    std::vector<PortalChange> waiting()
    {
        return write(
            [&](WorkspaceTransaction& tx) { return PortalDetailsStore{tx}.waiting(client); });
    }
    std::string record_page() const { return "/e/vigie/clients/" + client.text(); }
    std::string change_page()
    {
        const auto changes = waiting();
        REQUIRE_FALSE(changes.empty());
        return record_page() + "/changements/" + changes.front().id.text();
    }
    std::string link_to(std::string_view address)
    {
        for (const auto& message :
             write([](WorkspaceTransaction& tx) { return mail::recent(tx); })) {
            const auto at = message.text.find("/p/vigie/informations/adresse/");
            if (message.to_email == address && at != std::string::npos)
                return message.text.substr(at, message.text.find_first_of(" \n\r", at) - at);
        }
        FAIL("no link was sent to " << address);
        return {};
    }
};

} // namespace

TEST_CASE_ENGINES("a form that was refused still minds what a colleague saved since it was shown")
{
    Office office{engine}; // CRM-051
    const auto seen = office.version();
    CHECK(office.send(office.malo, {{"version", seen}, {"phone", "0261910022"}}).status == 303);
    const auto refused = office.send(office.ines, {{"version", seen}, {"phone", "12"}});
    CHECK(refused.status == 422);
    const auto kept = hidden_value(refused, "version");
    const auto late = office.send(office.ines, {{"version", kept}, {"phone", "0261910033"}});
    CHECK(late.status == 409);
    CHECK(shows(late, "0261910022"));
    CHECK(office.record().phone == "0261910022");
    const auto again = hidden_value(late, "version");
    CHECK(office.send(office.ines, {{"version", again}, {"phone", "0261910033"}}).status == 303);
    CHECK(office.record().phone == "0261910033");
}

TEST_CASE_ENGINES("a link sent before the admin closed the field changes nothing")
{
    Office office{engine}; // CRM-050
    office.send(office.ines, {{"contact_email", "ines@ailleurs.example"}});
    const auto link = office.link_to("ines@ailleurs.example");
    for (const auto use : {FieldUse::read, FieldUse::hidden}) {
        office.set_use("contact_email", use);
        CHECK(office.ines.browser.get(link).status == 404);
        CHECK(office.ines.browser.post(link).status == 404);
    }
    CHECK(office.write([&](WorkspaceTransaction& tx) {
        return auth::email_of(tx, office.ines.membership);
    }) == "ines@vigie.example");
    office.set_use("contact_email", FieldUse::edit);
    CHECK(office.ines.browser.post(link).status == 303);
}

TEST_CASE_ENGINES("what the journal keeps of a person is forgotten with him, not with the record")
{
    Office office{engine}; // SEC-061
    office.send(office.ines, {{"contact_phone", "0261910077"}, {"phone", "0261910001"}});
    office.write([&](WorkspaceTransaction& tx) {
        CHECK(audit::erase_payloads_about(tx, "membership", office.ines.membership.value) == 1);
        CHECK(audit::erase_payloads_about(tx, "membership", office.malo.membership.value) == 0);
    });
}

TEST_CASE_ENGINES(
    "who types the old value back withdraws what he asked, and the team is left alone")
{
    Office office{engine}; // CRM-051
    office.set_use("company_name", FieldUse::approve);
    office.send(office.ines, {{"company_name", "Kervella & Filles"}});
    const auto form = office.ines.browser.get("/p/vigie/informations/modifier");
    CHECK(hidden_value(form, "version") == office.version());
    CHECK(shows(form, R"(value="Kervella &amp; Filles")"));
    CHECK(shows(office.malo.browser.get("/p/vigie/informations/modifier"),
                R"(value="Kervella Alarmes")"));
    office.send(office.ines, {{"company_name", "Kervella & Filles"}, {"phone", "0261910001"}});
    CHECK(office.waiting().size() == 1);

    told().clear();
    const auto answer = office.send(office.ines, {{"company_name", "Kervella Alarmes"}});
    CHECK(office.waiting().empty());
    CHECK(shows(office.ines.browser.follow(answer), "Votre demande est retirée"));
    REQUIRE(told().size() == 1);
    CHECK(told().front().news == DetailsNews::settled);
}

TEST_CASE_ENGINES("another's change that still waits keeps the team called")
{
    Office office{engine}; // CRM-051
    office.set_use("phone", FieldUse::approve);
    office.send(office.ines, {{"phone", "0261910044"}});
    office.send(office.malo, {{"phone", "0261910055"}});
    told().clear();
    office.send(office.ines, {{"phone", ""}});
    CHECK(office.waiting().size() == 1);
    CHECK(told().empty());
}

TEST_CASE_ENGINES("two admins who set fields at once keep what each of them changed")
{
    Office office{engine}; // CRM-050
    const auto shown = hidden_value(office.enora.browser.get(fields_path), "shown");
    Typed first{{"shown", shown}, {"colleagues", "hidden"}};
    for (const auto& field : portal_fields)
        first.emplace_back(field.code, forms::enum_name(field.usual));
    auto second = first;
    const auto set = [](Typed& typed, std::string_view code, const char* use) {
        std::ranges::find(typed, code, &Typed::value_type::first)->second = use;
    };
    set(first, "phone", "hidden");
    set(second, "language", "read");
    CHECK(office.enora.browser.post(fields_path, first).status == 303);
    CHECK(office.yann.browser.post(fields_path, second).status == 303);
    CHECK(office.uses().at("phone") == FieldUse::hidden);
    CHECK(office.uses().at("language") == FieldUse::read);

    set(second, "type", "everything");
    const auto refused = office.yann.browser.post(fields_path, second);
    CHECK(refused.status == 422);
    CHECK(hidden_value(refused, "shown") == shown);
}

TEST_CASE_ENGINES("an answer that cannot be is refused on the page of the change")
{
    Office office{engine}; // CRM-040, CRM-051
    office.set_use("phone", FieldUse::approve);
    office.send(office.ines, {{"phone", "0261910044"}});
    const auto page = office.change_page();
    const auto seen = office.version();
    office.send(office.malo, {{"billing_city", "Brest"}});
    const auto stale = office.enora.browser.post(page, {{"decision", "accept"}, {"version", seen}});
    CHECK(stale.status == 409);
    CHECK(shows(stale, R"(name="reason")"));
    CHECK(hidden_value(stale, "version") == office.version());

    office.change(office.ines, "phone", "");
    office.set_use("email", FieldUse::approve);
    office.send(office.ines, {{"email", "camping@sables.example"}});
    office.ines.browser.post(office.link_to("camping@sables.example"));
    const auto taken = office.enora.browser.post(
        office.change_page(), {{"decision", "accept"}, {"version", office.version()}});
    CHECK(taken.status == 422);
    CHECK(shows(taken, "Camping des Sables"));
    CHECK(shows(taken, R"(name="reason")"));
}

TEST_CASE_ENGINES("a person who changes what is his leaves the record as it is")
{
    Office office{engine}; // CRM-051
    const auto before = office.record();
    CHECK(office.send(office.ines, {{"contact_job", "Direction"}}).status == 303);
    CHECK(office.record().version == before.version);
    CHECK(office.write([&](WorkspaceTransaction& tx) {
        return PortalDetailsStore{tx}.contact_of(office.ines.membership)->job;
    }) == "Direction");
}

TEST_CASE_ENGINES("who left the team is not told of what clients change")
{
    Office office{engine}; // CRM-051
    office.write([&](WorkspaceTransaction& tx) {
        auth::set_status(tx, office.yann.membership, auth::MembershipStatus::deactivated);
    });
    office.send(office.ines, {{"phone", "0261910022"}});
    REQUIRE(told().size() == 1);
    CHECK(told().front().people == std::vector{office.enora.membership});
}

TEST_CASE_ENGINES("who changed his address is forgotten under the one he had before, too")
{
    Office office{engine}; // SEC-061
    office.send(office.ines, {{"contact_email", "ines@ailleurs.example"}});
    CHECK(office.ines.browser.post(office.link_to("ines@ailleurs.example")).status == 303);
    office.send(office.ines, {{"contact_email", "malo@vigie.example"}});
    office.send(office.malo, {{"contact_email", "malo@ailleurs.example"}});
    const auto written_to = [&](std::string_view address) {
        return office.write([&](WorkspaceTransaction& tx) {
            return std::ranges::count(mail::recent(tx), address, &mail::StoredMessage::to_email);
        });
    };
    CHECK(written_to("ines@vigie.example") > 0);
    const auto to_malo = written_to("malo@vigie.example");
    office.write([&](WorkspaceTransaction& tx) {
        events::publish(tx, privacy::PersonErased{.membership = office.ines.membership,
                                                  .email = "ines@ailleurs.example",
                                                  .name = "Personne effacée"});
    });
    CHECK(written_to("ines@vigie.example") == 0);
    CHECK(written_to("malo@vigie.example") == to_malo); // never proved to be hers
}
