#include "app/modules.hpp"
#include "kernel/base/text.hpp"
#include "modules/crm/crm.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <deque>
#include <set>

using test_world::Browser;
using test_world::Typed;

namespace
{

constexpr std::size_t pages_max = 200;
constexpr auto home = "/e/charpentes/journee";
constexpr auto portal_home = "/p/charpentes/accueil";

/// The builder, his employee and one client, in the whole product.
struct Yard {
    explicit Yard(db::Engine engine)
        : world{engine, app::describe_modules},
          space(world.add_workspace("charpentes", "chantier")),
          admin(world.add_member(space, {.name = "Hervé Quéméner", .role = "admin"})),
          employee(world.add_member(space, {.name = "Loeiza Stéphan", .role = "employe"})),
          client(world.add_member(space, {.name = "Aurore Penhoat",
                                          .role = "client",
                                          .side = tenancy::Side::portal,
                                          .client = add_client()}))
    {
        world.prove_second_factor(admin);
    }

    tenancy::ClientId add_client()
    {
        crm::Client record;
        record.kind = crm::ClientKind::person;
        record.type = "person";
        record.last_name = "Penhoat";
        record.phone = "02 98 00 00 31";
        return world.context(space, admin.actor).write([&](tenancy::WorkspaceTransaction& tx) {
            return crm::add_client(tx, record);
        });
    }

    test_world::World world;
    tenancy::Workspace space;
    test_world::Member admin;
    test_world::Member employee;
    test_world::Member client;
};

/// What a reader sees: the text between the tags.
std::string words_of(const std::string& page)
{
    std::string words;
    bool is_tag = false;
    for (const auto letter : page) {
        if (letter == '<') is_tag = true;
        if (!is_tag) words += letter;
        if (letter == '>') is_tag = false;
    }
    return words;
}

/// The addresses that the links of a page lead to, inside the workspace.
std::vector<std::string> links_of(const std::string& page, std::string_view inside)
{
    std::vector<std::string> links;
    constexpr std::string_view mark = "<a ";
    for (auto at = page.find(mark); at != page.npos; at = page.find(mark, at + 1)) {
        const auto tag = page.substr(at, page.find('>', at) - at);
        const auto start = tag.find("href=\"");
        if (start == tag.npos) continue;
        auto link = tag.substr(start + 6, tag.find('"', start + 6) - start - 6);
        link = base::replace_all(link.substr(0, link.find('#')), "&amp;", "&");
        if (link.starts_with(inside)) links.push_back(std::move(link));
    }
    return links;
}

/// Every page that can be reached by links is there and speaks of no ticket.
std::size_t walk(Browser& browser, const std::string& start, std::string_view inside)
{
    std::set<std::string> seen{start};
    std::deque<std::string> next{start};
    while (!next.empty() && seen.size() < pages_max) {
        const auto path = next.front();
        next.pop_front();
        const auto answer = browser.get(path);
        CHECK_MESSAGE(answer.status < 400, path << " answers " << answer.status);
        if (answer.status != 200 || answer.body.find("<html") == std::string::npos) continue;
        const auto words = base::lower_ascii(words_of(answer.body));
        const auto at = words.find("ticket");
        if (at != words.npos)
            FAIL_CHECK(path << " says « " << words.substr(at < 60 ? 0 : at - 60, 100) << " »");
        for (const auto& link : links_of(answer.body, inside))
            if (seen.insert(link).second) next.push_back(link);
    }
    return seen.size();
}

} // namespace

TEST_CASE_ENGINES(
    "every page of a workspace without tickets is there and speaks of none") // PLT-012
{
    Yard yard{engine};
    CHECK(walk(yard.admin.browser, "/e/charpentes/reglages", "/e/charpentes/") > 30);
    CHECK(walk(yard.admin.browser, home, "/e/charpentes/") > 30);
    CHECK(walk(yard.employee.browser, home, "/e/charpentes/") > 3);
    CHECK(walk(yard.client.browser, portal_home, "/p/charpentes/") > 3);
}

TEST_CASE_ENGINES("a builder chooses his own word for a publication, and no states of tickets")
{
    Yard yard{engine};
    auto& browser = yard.admin.browser;
    const auto words = browser.get("/e/charpentes/reglages/mots");
    CHECK(words.body.find("fiche d’avancement") != std::string::npos);
    CHECK(words.body.find("id=\"states\"") == std::string::npos);
    const Typed journal{{"noun", "progress_post"},       {"singular", "nouvelle"},
                        {"plural", "nouvelles"},         {"gender", "feminine"},
                        {"portal_singular", "nouvelle"}, {"portal_plural", "nouvelles"},
                        {"portal_gender", "feminine"}};
    CHECK(browser.post("/e/charpentes/reglages/mots/mot", journal).status == 303); // PLT-015
    CHECK(browser.get("/e/charpentes/reglages/mots").body.find("nouvelles") != std::string::npos);
    for (const auto* page : {"/etat", "/passage", "/vocabulaire", "/mot?noun=ticket"})
        CHECK(browser.get(std::string{"/e/charpentes/reglages/mots"} + page).status == 404);
    CHECK(browser.post("/e/charpentes/reglages/mots/etat/retrait", {{"code", "x"}}).status == 404);
}

TEST_CASE_ENGINES("only who leads the workspace says which of their data clients may change")
{
    Yard yard{engine};
    constexpr auto fields = "/e/charpentes/reglages/informations-clients";
    CHECK(yard.admin.browser.get(fields).status == 200);
    CHECK(yard.employee.browser.get(fields).status == 403); // IDN-044
    CHECK(yard.employee.browser.get("/e/charpentes/clients/nouveau").status == 200);
    const auto record = "/e/charpentes/clients/" + yard.client.actor.client.text();
    const auto shown = yard.employee.browser.get(record).body; // PRG-008
    CHECK(shown.find(record + "/acces\"") != std::string::npos);
    const auto account = "/e/charpentes/reglages/portail/" + yard.client.membership.text();
    CHECK(yard.employee.browser.get(account).status == 200);
    CHECK(yard.employee.browser.get("/e/charpentes/reglages/equipe").status == 403);
    CHECK(yard.employee.browser.get("/e/charpentes/projets").status == 403);
    CHECK(yard.client.browser.get("/p/charpentes/sites").status == 403);
    CHECK(yard.client.browser.get("/p/charpentes/demandes").status == 404);
}

TEST_CASE_ENGINES(
    "the first steps of a builder lead to his first sheet, whose clients never register")
{
    Yard yard{engine}; // PRG-008
    const auto steps = [&] {
        const auto page = yard.admin.browser.get(home).body;
        const auto from = page.find(R"(id="first-steps")");
        return from == std::string::npos ? std::string{}
                                         : page.substr(from, page.find("</section>", from) - from);
    };
    CHECK(steps().find("/e/charpentes/nouvelle-fiche") != std::string::npos);
    CHECK(steps().find("/projets/nouveau") == std::string::npos);
    CHECK(steps().find("s’inscrire") == std::string::npos);
    const Typed sheet{{"client", yard.client.actor.client.text()},
                      {"identifier", "CH-118"},
                      {"title", "Extension bois"},
                      {"starts_on", "2026-11-02"}};
    CHECK(yard.admin.browser.post("/e/charpentes/fiches", sheet).status == 303);
    CHECK(steps().empty());
}
