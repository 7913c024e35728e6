#include "app/modules.hpp"
#include "modules/crm/crm.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using tenancy::WorkspaceTransaction;
using test_world::Typed;

namespace
{

constexpr auto first_password = "quatre chevaux bleus galopent";
constexpr auto new_password = "douze poneys gris trottent";

bool shows(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

std::string link_of(const http::Response& page, std::string_view beginning)
{
    const auto at = page.body.find(beginning);
    REQUIRE(at != std::string::npos);
    return page.body.substr(at, page.body.find('<', at) - at);
}

Typed opening(const char* password)
{
    return {{"password", password}, {"terms", "on"}, {"privacy", "on"}, {"processing", "on"}};
}

struct Yard {
    explicit Yard(db::Engine engine)
        : world{engine, app::describe_modules}, space(world.add_workspace("armor", "chantier")),
          admin(world.add_member(space, {.name = "Hervé", .role = "admin"}))
    {
        crm::Client record;
        record.kind = crm::ClientKind::person;
        record.type = "person";
        record.last_name = "Penhoat";
        record.phone = "02 98 00 00 31";
        client = world.context(space, admin.actor).write([&](WorkspaceTransaction& tx) {
            return crm::add_client(tx, record);
        });
    }
    std::string give_account()
    {
        const auto made =
            admin.browser.post("/e/armor/clients/" + client.text() + "/acces",
                               {{"name", "Aurore Penhoat"}, {"user_name", "aurore.penhoat"}});
        return std::string{made.headers.get("Location")};
    }

    test_world::World world;
    tenancy::Workspace space;
    test_world::Member admin;
    tenancy::ClientId client;
};

} // namespace

TEST_CASE_ENGINES(
    "a client of a builder has an account by the team only, by user name, without mail")
// PRG-008 IDN-004 IDN-006 NTF-002
{
    Yard yard{engine};
    CHECK(shows(yard.world.visitor().get("/p/armor/connexion"),
                "Contactez-nous pour obtenir un accès"));
    const auto account = yard.give_account();
    REQUIRE(account.starts_with("/e/armor/reglages/portail/"));
    const auto opened = yard.admin.browser.post(account + "/mot-de-passe");
    auto aurore = yard.world.visitor();
    CHECK(aurore.post(link_of(opened, "/p/armor/activation/"), opening(first_password)).status ==
          303);
    for (const char* const page : {"/p/armor/fiches", "/p/armor/documents", "/p/armor/compte"})
        CHECK_MESSAGE(aurore.get(page).status == 200, page);
    const auto choices = aurore.get("/p/armor/notifications/preferences");
    CHECK(shows(choices, R"(name="app" value="progress.published")"));
    CHECK_FALSE(shows(choices, R"(name="email")"));
    CHECK_FALSE(shows(choices, R"(name="sms")"));
}

TEST_CASE_ENGINES("a forgotten password of an account without mail is replaced by the team")
// IDN-006
{
    Yard yard{engine};
    const auto account = yard.give_account();
    auto aurore = yard.world.visitor();
    aurore.post(link_of(yard.admin.browser.post(account + "/mot-de-passe"), "/p/armor/activation/"),
                opening(first_password));
    const auto again = link_of(yard.admin.browser.post(account + "/mot-de-passe"),
                               "/p/armor/nouveau-mot-de-passe/");
    CHECK(yard.world.visitor().post(again, {{"password", new_password}}).status == 303);
    const auto signs_in = [&](const char* password) {
        return yard.world.visitor()
            .post("/p/armor/connexion", {{"identifier", "aurore.penhoat"}, {"password", password}})
            .status;
    };
    CHECK(signs_in(new_password) == 303);
    CHECK(signs_in(first_password) != 303);
}
