#include "kernel/base/text.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/tag_actions.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <regex>
#include <set>
#include <tuple>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::World;

TEST_CASE_ENGINES("the list is narrowed by type, status, tag and date, and so is its export")
{
    World world{engine, {{"crm", crm::describe}}}; // CRM-022
    const auto vigie = world.add_workspace("vigie");
    auto enora = world.add_member(vigie, {.name = "Enora", .role = "admin"});
    const auto tag = world.context(vigie, enora.actor).write([](WorkspaceTransaction& tx) {
        const auto riou =
            add_client(tx, {.type = "installer", .company_name = "Riou", .phone = "0261910001"});
        add_client(tx, {.type = "end_customer", .company_name = "Guivarch", .phone = "0261910002"});
        add_client(tx, {.status = ClientStatus::archived,
                        .company_name = "Ancienne maison",
                        .phone = "0261910003"});
        return tag_client(tx, riou, "Fidèle");
    });
    const auto shows = [&](const std::string& query, std::string_view name) {
        const auto list = enora.browser.get("/e/vigie/clients?" + query).body;
        const auto file = enora.browser.get("/e/vigie/clients/export?" + query).body;
        const bool is_listed = list.find(name) != std::string::npos;
        CHECK(is_listed == (file.find(name) != std::string::npos));
        return is_listed;
    };
    CHECK(shows("", "Guivarch"));
    CHECK_FALSE(shows("", "Ancienne maison"));
    for (const auto& query : {std::string{"type=installer"}, "etiquette=" + tag.text()}) {
        CAPTURE(query);
        CHECK(shows(query, "Riou"));
        CHECK_FALSE(shows(query, "Guivarch"));
    }
    CHECK(shows("statut=archived", "Ancienne maison"));
    CHECK_FALSE(shows("statut=archived", "Riou"));
    CHECK_FALSE(shows("depuis=2099-01-01", "Riou"));
    CHECK(shows("depuis=2020-01-01&statut=nonsense&etiquette=x", "Riou"));
}

TEST_CASE_ENGINES("the list is read in four orders, page after page, as a table or as cards")
{
    World world{engine, {{"crm", crm::describe}}}; // CRM-021
    const auto vigie = world.add_workspace("vigie");
    auto enora = world.add_member(vigie, {.name = "Enora", .role = "admin"});
    auto goulven = world.add_member(vigie, {.name = "Goulven", .role = "technicien"});
    world.context(vigie, enora.actor).write([](WorkspaceTransaction& tx) {
        for (int i = 0; i < client_page_rows + 10; ++i) // « Client 59 » is added first
            add_client(tx, {.company_name = "Client " + std::to_string(10 + 59 - i),
                            .phone = "0261910001"});
        return true;
    });
    const auto shown = [&](test_world::Member& who, const std::string& query) {
        const auto body = who.browser.get("/e/vigie/clients" + query).body;
        std::vector<std::string> names;
        const std::regex name{"aria-label=\"(Client [0-9]+)\""};
        for (std::sregex_iterator at{body.begin(), body.end(), name}, end; at != end; ++at)
            names.push_back((*at)[1]);
        return names;
    };
    const auto both_pages = [&](const std::string& order) {
        const auto body = enora.browser.get("/e/vigie/clients?tri=" + order).body;
        std::smatch next;
        auto names = shown(enora, "?tri=" + order);
        CHECK(names.size() == client_page_rows);
        REQUIRE(std::regex_search(body, next, std::regex{"clients(\\?[^\"]*apres=[^\"]*)\""}));
        const auto more = base::replace_all(next[1], "&amp;", "&");
        for (const auto& other : shown(enora, more))
            names.push_back(other);
        return names;
    };
    const auto check_orders = [&] {
        for (const auto& [order, first, last] : {std::tuple{"name", "Client 10", "Client 69"},
                                                 {"name_down", "Client 69", "Client 10"},
                                                 {"newest", "Client 10", "Client 69"},
                                                 {"oldest", "Client 69", "Client 10"}}) {
            CAPTURE(order);
            const auto names = both_pages(order);
            CHECK(std::set<std::string>{names.begin(), names.end()}.size() ==
                  client_page_rows + 10);
            CHECK(names.front() == first);
            CHECK(names.back() == last);
        }
    };
    check_orders();
    const auto has_cards = [](test_world::Member& who) {
        return who.browser.get("/e/vigie/clients").body.find("kcard-link") != std::string::npos;
    };
    CHECK_FALSE(has_cards(enora));
    const auto answer =
        enora.browser.post("/e/vigie/clients/affichage?tri=newest&q=client", {{"layout", "cards"}});
    CHECK(answer.status == 303);
    CHECK(answer.headers.get("Location") == "/e/vigie/clients?q=client&tri=newest");
    CHECK(has_cards(enora));
    CHECK_FALSE(has_cards(goulven));
    check_orders();
    CHECK(enora.browser.post("/e/vigie/clients/affichage", {{"layout", "table"}}).status == 303);
    CHECK_FALSE(has_cards(enora));
    CHECK(shown(enora, "?tri=nonsense").front() == "Client 10");
}

TEST_CASE_ENGINES("a client is found by any word of his name, an address or a telephone")
{
    World world{engine, {{"crm", crm::describe}}}; // CRM-020
    const auto vigie = world.add_workspace("vigie");
    auto enora = world.add_member(vigie, {.name = "Enora", .role = "admin"});
    world.context(vigie, enora.actor).write([](WorkspaceTransaction& tx) {
        const auto id = add_client(tx, {.company_name = "Électricité Kéréon",
                                        .email = "contact@kereon.example",
                                        .phone = "02 61 91 00 42"});
        add_contact(tx, {.client = id,
                         .name = "Yann Corre",
                         .email = "yann@corre.example",
                         .phone = "+33661910043"});
        add_client(tx, {.kind = ClientKind::person,
                        .first_name = "Maël",
                        .last_name = "Le Dû",
                        .email = "mael@ledu.example"});
        return true;
    });
    const auto finds = [&](const std::string& query, std::string_view name) {
        const auto body = enora.browser.get("/e/vigie/clients?q=" + query).body;
        return body.find(name) != std::string::npos;
    };
    for (const char* query :
         {"ELECTRICITE", "kereon", "Ker%C3%A9on", "contact@kereon", "CONTACT@KEREON.example",
          "02.61-91%2000%2042", "(02)%2061%2F91", "%2B33%206%2061.91", "yann@corre"}) {
        CAPTURE(query);
        CHECK(finds(query, "Électricité Kéréon"));
        CHECK_FALSE(finds(query, "Maël Le Dû"));
    }
    CHECK(finds("le%20du", "Maël Le Dû"));
    for (const char* query : {"ereon", "910042", "ledu.example", "03%2061"}) {
        CAPTURE(query);
        CHECK_FALSE(finds(query, "Kéréon"));
        CHECK_FALSE(finds(query, "Maël Le Dû"));
    }
}
