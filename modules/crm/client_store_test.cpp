#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "modules/crm/client_actions.hpp"
#include "modules/crm/client_store.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

using namespace crm;
using tenancy::WorkspaceTransaction;

namespace
{

/// A business without clients, and another beside it.
struct Business {
    explicit Business(db::Engine engine)
        : fresh(test_support::fresh_database(engine)), vigie(make("vigie")), other(make("autre"))
    {
    }
    tenancy::Context make(const std::string& slug)
    {
        tenancy::Context context{fresh->database(),
                                 {.id = fresh->database().ids().make<tenancy::WorkspaceId>(),
                                  .slug = slug,
                                  .name = "Vigie Bretonne",
                                  .preset = "support-technique",
                                  .time_zone = "Europe/Paris"},
                                 tenancy::Actor::system()};
        context.write([](WorkspaceTransaction& tx) { auth::create_workspace(tx); });
        return context;
    }
    tenancy::ClientId add(tenancy::Context& context, const std::string& name,
                          const std::string& email = {})
    {
        return context.write([&](WorkspaceTransaction& tx) {
            return add_client(tx, {.company_name = name, .email = email, .phone = "0261910020"});
        });
    }
    std::vector<std::string> names(const ClientSearch& search)
    {
        return vigie.read([&](WorkspaceTransaction& tx) {
            std::vector<std::string> found;
            for (const auto& row : ClientStore{tx}.list(search))
                found.push_back(row.name);
            return found;
        });
    }
    tenancy::MembershipId portal_user(const std::string& name, const std::string& email)
    {
        return vigie.write([&](WorkspaceTransaction& tx) {
            const auto person = auth::create_person(tx, {.name = name, .email = email});
            return auth::add_membership(
                tx, {.person = person, .side = tenancy::Side::portal, .role = "client"});
        });
    }
    tenancy::ClientId welcome(tenancy::MembershipId membership, const std::string& email)
    {
        return vigie.write([&](WorkspaceTransaction& tx) {
            welcome_client(
                tx, {.membership = membership, .person_name = "Malo Kervella", .email = email});
            return auth::member(tx, membership)->client;
        });
    }

    std::unique_ptr<test_support::FreshDatabase> fresh;
    tenancy::Context vigie;
    tenancy::Context other;
};

using Names = std::vector<std::string>;

} // namespace

TEST_CASE_ENGINES("clients are listed by folded name, page after page")
{
    Business business{engine};
    for (const char* name : {"Zénith", "abers", "Électricité", "Armor"})
        business.add(business.vigie, name);
    business.add(business.other, "Ailleurs");

    CHECK(business.names({}) == Names{"abers", "Armor", "Électricité", "Zénith"});
    CHECK(business.names({.limit = 2}) == Names{"abers", "Armor"});
    const auto last = business.vigie.read(
        [](WorkspaceTransaction& tx) { return ClientStore{tx}.list({.limit = 2}).back(); });
    CHECK(business.names({.after_key = last.search_key, .after_id = last.id}) ==
          Names{"Électricité", "Zénith"});
}

TEST_CASE_ENGINES("a search finds the beginning of names, whatever accents and case")
{
    Business business{engine};
    for (const char* name : {"Élan", "Elec des Abers", "Armor"})
        business.add(business.vigie, name);

    CHECK(business.names({.prefix = base::fold("ÉL")}) == Names{"Élan", "Elec des Abers"});
    CHECK(business.names({.prefix = base::fold("rmor")}).empty());
}

TEST_CASE_ENGINES("an archived client leaves the list, not the workspace") // CRM-011
{
    Business business{engine};
    const auto id = business.add(business.vigie, "Armor");
    business.vigie.write([&](WorkspaceTransaction& tx) {
        auto client = ClientStore{tx}.find(id).value();
        client.status = ClientStatus::archived;
        save_client(tx, client, client.version);
    });

    CHECK(business.names({}).empty());
    CHECK(business.names({.with_archived = true}) == Names{"Armor"});
}

TEST_CASE_ENGINES("a record saved over an older version is refused")
{
    Business business{engine};
    const auto id = business.add(business.vigie, "Armor");
    const auto seen = business.vigie.read(
        [&](WorkspaceTransaction& tx) { return ClientStore{tx}.find(id).value(); });
    const auto save = [&](const std::string& name) {
        business.vigie.write([&](WorkspaceTransaction& tx) {
            auto client = seen;
            client.company_name = name;
            save_client(tx, client, seen.version);
        });
    };

    save("Armor Courants");
    CHECK_THROWS_AS(save("Armor Faibles"), base::Refusal);
    CHECK(business.names({}) == Names{"Armor Courants"});
}

TEST_CASE_ENGINES("another workspace's client is not there")
{
    Business business{engine};
    const auto id = business.add(business.other, "Ailleurs");
    business.vigie.read([&](WorkspaceTransaction& tx) {
        CHECK_FALSE(ClientStore{tx}.find(id));
        CHECK_THROWS_AS(client(tx, id), base::NotFound);
    });
}

TEST_CASE_ENGINES("who registers with the address of a client belongs to it") // IDN-003
{
    Business business{engine};
    const auto kervella = business.add(business.vigie, "Kervella Alarmes", "malo@kervella.example");
    const auto malo = business.portal_user("Malo Kervella", "malo@kervella.example");

    CHECK(business.welcome(malo, "Malo@Kervella.example") == kervella);
    CHECK(business.welcome(malo, "malo@kervella.example") == kervella);
    business.vigie.read(
        [&](WorkspaceTransaction& tx) { CHECK(ClientStore{tx}.contacts(kervella).size() == 1); });
}

TEST_CASE_ENGINES("who registers with an unknown address gets a record of his own") // IDN-003
{
    Business business{engine};
    business.add(business.other, "Ailleurs", "malo@kervella.example");
    const auto malo = business.portal_user("Malo Kervella", "malo@kervella.example");
    const auto own = business.welcome(malo, "malo@kervella.example");

    REQUIRE(own);
    const auto record = business.vigie.read(
        [&](WorkspaceTransaction& tx) { return ClientStore{tx}.find(own).value(); });
    CHECK(record.name == "Malo Kervella");
    CHECK(record.origin == ClientOrigin::portal);
    CHECK(record.kind == ClientKind::person);
}
