#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/events/events.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/page_test_kit.hpp"

#include <doctest.h>

using identity_test::add_insider;
using identity_test::good_password;
using identity_test::link_in;
using identity_test::mails_of;
using identity_test::make_world;
using identity_test::platform_mails;
using identity_test::shows;
using test_world::Typed;

namespace
{

Typed owner(std::string_view email = "anne@atelier-mer.example")
{
    return {{"business", "Atelier de la Mer"},
            {"name", "Anne Le Goff"},
            {"email", std::string{email}},
            {"phone", "02 97 00 00 00"},
            {"password", good_password},
            {"preset", "support-technique"},
            {"terms", "on"},
            {"privacy", "on"},
            {"processing", "on"}};
}

Typed client()
{
    return {{"name", "Gaël Riou"},
            {"company", "Port de Kernevel"},
            {"email", "gael@port.example"},
            {"phone", "0297000001"},
            {"password", good_password},
            {"terms", "on"},
            {"privacy", "on"},
            {"processing", "on"}};
}

Typed without(Typed typed, std::string_view name)
{
    std::erase_if(typed, [&](const auto& pair) { return pair.first == name; });
    return typed;
}

std::optional<tenancy::Workspace> workspace(test_world::World& world, std::string_view slug)
{
    return tenancy::Platform{world.database()}.read(
        [&](tenancy::PlatformTransaction& tx) { return auth::workspace_by_slug(tx, slug); });
}

std::vector<identity::ClientRegistered> registered;

} // namespace

TEST_CASE_ENGINES("a business signs up, confirms by its link and comes in as its admin")
{
    auto world = make_world(engine); // IDN-001, IDN-002
    auto browser = world.visitor();
    const auto sent = browser.post("/inscription", owner());
    REQUIRE(sent.status == 303);
    CHECK(shows(browser.follow(sent), "Consultez vos courriels"));

    const auto made = workspace(world, "atelier-de-la-mer");
    REQUIRE(made);
    CHECK(made->status == tenancy::WorkspaceStatus::unconfirmed);
    const auto mails = mails_of(world, *made);
    REQUIRE(mails.size() == 1);
    const auto link = link_in(mails.front(), "/inscription/confirmation/");

    auto other = world.visitor();
    CHECK(other.get(link).status == 200);
    CHECK(other.get(link).status == 200);
    CHECK(workspace(world, "atelier-de-la-mer")->status == tenancy::WorkspaceStatus::unconfirmed);
    const auto confirmed = other.post(link);
    CHECK(confirmed.status == 303);
    CHECK(confirmed.headers.get("Location") == "/e/atelier-de-la-mer");
    CHECK(other.cookie("__Host-s").size() == 43);
    CHECK(workspace(world, "atelier-de-la-mer")->status == tenancy::WorkspaceStatus::active);
    CHECK(world.visitor().post(link).status == 410);

    tenancy::Platform{world.database()}.read([](tenancy::PlatformTransaction& tx) {
        const auto anne = auth::person_by_email(tx, "anne@atelier-mer.example");
        REQUIRE(anne);
        const auto consents = auth::consents_of(tx, anne->id);
        REQUIRE(consents.size() == 3);
        CHECK(consents.front().address == "203.0.113.7");
        CHECK(auth::places_of(tx, anne->id).front().membership.role == "admin");
    });
}

TEST_CASE_ENGINES("a consent that is missing stops the sign-up and says which one")
{
    auto world = make_world(engine); // IDN-002
    auto browser = world.visitor();
    const auto form = browser.get("/inscription");
    CHECK_FALSE(shows(form, "checked"));
    for (const char* consent : {"terms", "privacy", "processing"}) {
        const auto refused = browser.post("/inscription", without(owner(), consent));
        CHECK(refused.status == 422);
        CHECK(shows(refused, std::string{"f-"} + consent + "-error"));
        CHECK(shows(refused, "Atelier de la Mer"));
    }
    CHECK_FALSE(workspace(world, "atelier-de-la-mer"));
}

TEST_CASE_ENGINES("every wrong field is said at once, and the password is not shown again")
{
    auto world = make_world(engine); // IDN-010
    auto typed = without(without(owner(), "password"), "email");
    typed.emplace_back("password", "Anne2026");
    typed.emplace_back("email", "anne@");
    const auto refused = world.visitor().post("/inscription", typed);
    CHECK(refused.status == 422);
    CHECK(shows(refused, "f-email-error"));
    CHECK(shows(refused, "f-password-error"));
    CHECK_FALSE(shows(refused, "Anne2026"));
}

TEST_CASE_ENGINES("an address that has an account gets another mail and the same page")
{
    auto world = make_world(engine); // IDN-001
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie,
                {.name = "Anne", .email = "anne@atelier-mer.example", .role = "admin"});
    auto browser = world.visitor();
    const auto sent = browser.post("/inscription", owner());
    CHECK(sent.status == 303);
    CHECK(sent.headers.get("Location") == "/inscription/courriel");
    CHECK_FALSE(workspace(world, "atelier-de-la-mer"));
    const auto mails = platform_mails(world);
    REQUIRE(mails.size() == 1);
    CHECK(mails.front().to_email == "anne@atelier-mer.example");
    CHECK(mails.front().text.find("/connexion") != std::string::npos);
}

TEST_CASE_ENGINES("a client registers on an open portal and is known to it only once confirmed")
{
    auto world = make_world(engine); // IDN-003
    registered.clear();
    events::bus().on<identity::ClientRegistered>(
        [](tenancy::WorkspaceTransaction&, const identity::ClientRegistered& event) {
            registered.push_back(event);
        });
    const auto vigie = world.add_workspace("vigie");
    auto browser = world.visitor();
    CHECK(shows(browser.get("/p/vigie/inscription"), vigie.name));
    CHECK(browser.post("/p/vigie/inscription", client()).status == 303);
    CHECK(registered.empty());
    const auto link = link_in(mails_of(world, vigie).front(), "/p/vigie/inscription/confirmation/");
    CHECK(browser.get(link).status == 200);
    CHECK(registered.empty());
    CHECK(browser.post(link).headers.get("Location") == "/p/vigie");
    REQUIRE(registered.size() == 1);
    CHECK(registered.front().email == "gael@port.example");
    CHECK(registered.front().company == "Port de Kernevel");
    CHECK(registered.front().phone == "0297000001");
    CHECK(browser.cookie("__Host-p").size() == 43);
}

TEST_CASE_ENGINES("a portal by invitation says whom to ask and registers nobody")
{
    auto world = make_world(engine); // IDN-004
    const auto vigie = world.add_workspace("vigie");
    world.context(vigie, tenancy::Actor::system()).write([&](tenancy::WorkspaceTransaction& tx) {
        auth::change_profile(tx, {.name = vigie.name,
                                  .time_zone = vigie.time_zone,
                                  .portal_signup = presets::SignupPolicy::invite_only});
    });
    auto browser = world.visitor();
    CHECK(shows(browser.get("/p/vigie/inscription"), "Contactez-nous pour obtenir un accès"));
    CHECK(shows(browser.get("/p/vigie/connexion"), "Contactez-nous pour obtenir un accès"));
    CHECK(browser.post("/p/vigie/inscription", client()).status == 403);
    CHECK(mails_of(world, vigie).empty());
}

TEST_CASE_ENGINES("somebody with an account elsewhere joins a portal with his own password")
{
    auto world = make_world(engine); // PLT-005
    const auto vigie = world.add_workspace("vigie");
    const auto other = world.add_workspace("autre");
    add_insider(world, other, {.name = "Gaël", .email = "gael@port.example", .role = "admin"});
    auto browser = world.visitor();
    auto typed = without(client(), "password");
    typed.emplace_back("password", "un tout autre mot de passe");
    CHECK(browser.post("/p/vigie/inscription", typed).status == 303);
    const auto link = link_in(mails_of(world, vigie).front(), "/p/vigie/inscription/confirmation/");
    CHECK(browser.post(link).headers.get("Location") == "/p/vigie/connexion");
    const auto with = [&](const char* password) {
        return world.visitor()
            .post("/p/vigie/connexion",
                  {{"identifier", "gael@port.example"}, {"password", password}})
            .status;
    };
    CHECK(with("un tout autre mot de passe") == 422);
    CHECK(with(good_password) == 303);
}

TEST_CASE_ENGINES("the fourth sign-up of an address within the hour asks a question")
{
    auto world = make_world(engine); // PLT-096
    auto browser = world.visitor();
    for (const char* email : {"a@mer.example", "b@mer.example", "c@mer.example"})
        CHECK(browser.post("/inscription", owner(email)).status == 303);
    const auto fourth = browser.post("/inscription", owner("d@mer.example"));
    CHECK(fourth.status == 422);
    CHECK(shows(fourth, "Combien font"));
}
