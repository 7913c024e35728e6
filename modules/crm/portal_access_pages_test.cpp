#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/identity/identity.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using test_world::Typed;
using test_world::World;

namespace
{

constexpr auto password = "quatre chevaux bleus galopent";

bool shows(const http::Response& response, std::string_view words)
{
    return response.body.find(words) != std::string::npos;
}

Typed accepting(Typed typed = {})
{
    typed.push_back({"password", password});
    for (const char* consent : {"terms", "privacy", "processing"})
        typed.push_back({consent, "on"});
    return typed;
}

/// Enora leads « vigie », which works for « Kervella Alarmes »; Malo is its contact.
struct House {
    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
    tenancy::ClientId client;
    crm::ContactId malo;

    explicit House(db::Engine engine)
        : world{engine, {{"identity", identity::describe}, {"crm", crm::describe}}},
          vigie{world.add_workspace("vigie")}, enora{world.add_member(
                                                   vigie, {.name = "Enora", .role = "admin"})}
    {
        context().write([&](tenancy::WorkspaceTransaction& tx) {
            client = crm::add_client(
                tx, {.company_name = "Kervella Alarmes", .email = "contact@kervella.example"});
            malo = crm::add_contact(tx, {.client = client,
                                         .name = "Malo Kervella",
                                         .job = "Gérant",
                                         .email = "malo@kervella.example",
                                         .phone = {},
                                         .membership = {}});
        });
    }
    tenancy::Context context() { return world.context(vigie, enora.actor); }
    std::string page() const { return "/e/vigie/clients/" + client.text(); }
    std::string access() const { return page() + "/acces"; }
    http::Response give(const Typed& typed) { return enora.browser.post(access(), typed); }
    std::string invited_link()
    {
        const auto mails =
            context().read([](tenancy::WorkspaceTransaction& tx) { return mail::recent(tx); });
        const auto& text = mails.front().text;
        const auto at = text.find("/p/vigie/invitations/");
        REQUIRE(at != std::string::npos);
        return text.substr(at, text.find_first_of(" \n\r", at) - at);
    }
};

std::string link_of(const http::Response& response)
{
    const auto at = response.body.find("/p/vigie/activation/");
    REQUIRE(at != std::string::npos);
    return response.body.substr(at, response.body.find('<', at) - at);
}

} // namespace

TEST_CASE_ENGINES(
    "a contact is invited from the record of the client, and comes in once, as himself")
{
    House house{engine}; // IDN-004, IDN-007
    const auto filled = house.enora.browser.get(house.access() + "?contact=" + house.malo.text());
    CHECK(shows(filled, R"(value="malo@kervella.example")"));
    const auto sent = house.give({{"name", "Malo Kervella"},
                                  {"email", "malo@kervella.example"},
                                  {"contact", house.malo.text()}});
    CHECK(sent.headers.get("Location") == house.page());
    CHECK(shows(house.enora.browser.get(house.page()), "malo@kervella.example · Client"));

    const auto link = house.invited_link();
    auto malo = house.world.visitor();
    CHECK(malo.get(link).status == 200);
    const auto in = malo.post(link, accepting({{"name", "Malo Kervella"}}));
    CHECK(in.headers.get("Location") == "/p/vigie");
    CHECK(house.world.visitor().get(link).status == 410);
    const auto record = house.enora.browser.get(house.page()).body;
    const auto first = record.find("Gérant");
    REQUIRE(first != std::string::npos);
    CHECK(record.find("Gérant", first + 1) == std::string::npos); // no second contact
    CHECK(record.find(R"(malo@kervella.example</)") != std::string::npos);
    CHECK(shows(house.give({{"name", "Malo"}, {"email", "malo@kervella.example"}}),
                "a déjà un accès"));
}

TEST_CASE_ENGINES("an invitation to the portal is resent and cancelled from the client's record")
{
    House house{engine}; // IDN-007
    house.give({{"name", "Malo Kervella"}, {"email", "malo@kervella.example"}});
    const auto old_link = house.invited_link();
    const auto page = house.enora.browser.get(house.page()).body;
    const auto at = page.find("/e/vigie/reglages/equipe/invitations/");
    REQUIRE(at != std::string::npos);
    const auto path = page.substr(at, page.find("/renvoi", at) - at);
    CHECK(house.enora.browser.post(path + "/renvoi").headers.get("Location") == house.page());
    CHECK(house.world.visitor().get(old_link).status == 410);
    const auto link = house.invited_link();
    CHECK(house.world.visitor().get(link).status == 200);
    CHECK(house.enora.browser.post(path + "/annulation").headers.get("Location") == house.page());
    CHECK(house.world.visitor().get(link).status == 410);
    CHECK_FALSE(shows(house.enora.browser.get(house.page()), "malo@kervella.example · Client"));
}

TEST_CASE_ENGINES("who has no e-mail gets a user name, and opens his account by a link of the team")
{
    House house{engine}; // IDN-002, IDN-006
    const auto made = house.give(
        {{"name", "Yann Corre"}, {"user_name", "yann.corre"}, {"contact", house.malo.text()}});
    const std::string account{made.headers.get("Location")};
    REQUIRE(account.starts_with("/e/vigie/reglages/portail/"));
    CHECK(shows(house.enora.browser.get(house.page()), "Pas encore ouvert"));
    const auto first = link_of(house.enora.browser.post(account + "/mot-de-passe"));
    const auto link = link_of(house.enora.browser.post(account + "/mot-de-passe"));
    CHECK(house.world.visitor().get(first).status == 410);

    auto yann = house.world.visitor();
    CHECK(shows(yann.get(link), "yann.corre"));
    const auto token = link.substr(link.rfind('/') + 1);
    CHECK(yann.get("/p/vigie/nouveau-mot-de-passe/" + token).status == 410);
    CHECK(yann.post("/p/vigie/nouveau-mot-de-passe/" + token, {{"password", password}}).status ==
          410);
    CHECK(yann.post(link, {{"password", password}}).status == 422);
    CHECK(yann.post(link, accepting({{"password", "yann.corre"}})).status == 422);
    CHECK(yann.post(link, accepting()).headers.get("Location") == "/p/vigie");
    CHECK(yann.get("/p/vigie/compte").status == 200);
    CHECK(house.world.visitor().post(link, accepting()).status == 410);
    CHECK_FALSE(shows(house.enora.browser.get(house.page()), "Pas encore ouvert"));
    auto elsewhere = house.world.visitor();
    CHECK(
        elsewhere.post("/p/vigie/connexion", {{"identifier", "Yann.Corre"}, {"password", password}})
            .status == 303);
    CHECK(house.enora.browser.post(account + "/mot-de-passe").status == 200);
}

TEST_CASE_ENGINES("a link that opens an account dies with it, and in another workspace")
{
    House house{engine}; // IDN-007, PLT-003
    house.world.add_workspace("autre");
    const auto made = house.give({{"name", "Yann Corre"}, {"user_name", "yann.corre"}});
    const std::string account{made.headers.get("Location")};
    const auto link = link_of(house.enora.browser.post(account + "/mot-de-passe"));
    const auto token = link.substr(link.rfind('/') + 1);
    CHECK(house.world.visitor().get("/p/autre/activation/" + token).status == 410);
    CHECK(house.enora.browser.post(account + "/desactivation").status == 303);
    CHECK(house.world.visitor().get(link).status == 410);
    CHECK(house.world.visitor().post(link, accepting()).status == 410);
}

TEST_CASE_ENGINES("a refused access keeps what was typed and says why beside the field")
{
    House house{engine}; // IDN-006
    const auto refused = [&](const char* email, const char* user_name, const char* words) {
        const auto page =
            house.give({{"name", "Yann Corre"}, {"email", email}, {"user_name", user_name}});
        CHECK(page.status == 422);
        CHECK(shows(page, R"(value="Yann Corre")"));
        CHECK_MESSAGE(shows(page, words), words);
    };
    refused("", "", "Indiquez une adresse e-mail ou");
    refused("yann@kervella.example", "yann", "pas les deux");
    refused("", "ya", "sans accent, chiffres");
    refused("", "yann corre", "sans accent, chiffres");
    refused("", "yann_corre", "sans accent, chiffres");
    refused("yann@", "", R"(value="yann@")");
    CHECK(house.give({{"name", "Yann Corre"}, {"user_name", "yann"}}).status == 303);
    refused("", "YANN", "déjà pris");
}

TEST_CASE_ENGINES("the same command is taken as JSON, and nobody else's contact is used")
{
    House house{engine}; // IDN-006
    const auto as_json = [&](const char* json) {
        return house.enora.browser.post_json(house.access(), json).status;
    };
    CHECK(as_json(R"({"name":"Yann Corre","user_name":"yann.corre"})") == 303);
    CHECK(as_json(R"({"name":"Yann Corre","user_name":"yann.corre"})") == 422);
    CHECK(as_json(R"({"name":"Lena","user_name":"lena","contact":"1"})") == 404);
    auto tom = house.world.add_member(house.vigie, {.name = "Tom", .role = "technicien"});
    CHECK(tom.browser.get(house.access()).status == 403);
    CHECK(tom.browser.post(house.access(), {{"name", "Lena"}, {"user_name", "lena"}}).status ==
          403);
    CHECK(house.enora.browser.get("/e/vigie/clients/1/acces").status == 404);
}
