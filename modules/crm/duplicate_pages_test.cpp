#include "kernel/jobs/jobs.hpp"
#include "modules/crm/client_actions.hpp"
#include "modules/crm/duplicate_actions.hpp"
#include "modules/crm/duplicate_store.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::Typed;
using test_world::World;

namespace
{

struct Desk {
    explicit Desk(db::Engine engine)
        : world(engine, {{"crm", crm::describe}}), vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora", .role = "admin"})),
          malo(world.add_member(vigie, {.name = "Malo", .role = "technicien"}))
    {
    }

    tenancy::ClientId add(const Client& client)
    {
        return world.context(vigie, enora.actor).write([&](WorkspaceTransaction& tx) {
            return add_client(tx, client);
        });
    }
    http::Response type(const Typed& typed)
    {
        Typed whole{{"kind", "person"}};
        whole.insert(whole.end(), typed.begin(), typed.end());
        return enora.browser.post("/e/vigie/clients", whole);
    }
    void run_night()
    {
        auto context = world.context(vigie, tenancy::Actor::system());
        find_duplicates(context, {});
    }
    http::Response queue() { return enora.browser.get("/e/vigie/clients/doublons"); }

    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
    test_world::Member malo;
};

bool says(const http::Response& answer, std::string_view words)
{
    return answer.body.find(words) != std::string::npos;
}

} // namespace

TEST_CASE_ENGINES("a known address blocks a new client, unless the admin lets clients share one")
{
    Desk desk{engine}; // CRM-040
    desk.add({.company_name = "Kervella Alarmes", .email = "accueil@kervella.example"});
    const Typed typed{
        {"last_name", "Riou"}, {"email", "Accueil@Kervella.example"}, {"despite_alike", "on"}};
    const auto refused = desk.type(typed);
    CHECK(refused.status == 422);
    CHECK(says(refused, "déjà celle de Kervella Alarmes"));
    CHECK_FALSE(says(refused, "Ajouter quand même"));

    const std::string rule = "/e/vigie/clients/doublons/regle";
    CHECK(desk.malo.browser.post(rule, {{"shared_emails", "on"}}).status == 403);
    CHECK(desk.enora.browser.post(rule, {{"shared_emails", "on"}}).status == 303);
    CHECK(desk.type(typed).status == 303);
}

TEST_CASE_ENGINES("the same telephone or name is said at save, and may be another one")
{
    Desk desk{engine}; // CRM-040
    desk.add({.first_name = "Maëlle", .last_name = "Le Goff", .phone = "0261910001"});
    const Typed phone{{"last_name", "Riou"}, {"phone", "02.61 91-00-01"}};
    const auto told = desk.type(phone);
    CHECK(told.status == 422);
    CHECK(says(told, "Même téléphone"));
    CHECK(says(told, "Maëlle Le Goff"));
    CHECK(says(told, "Ajouter quand même"));

    const Typed name{{"first_name", "MAELLE"}, {"last_name", "le goff"}, {"phone", "0261919999"}};
    CHECK(says(desk.type(name), "Même nom"));
    auto another = name;
    another.emplace_back("despite_alike", "on");
    CHECK(desk.type(another).status == 303);
}

TEST_CASE_ENGINES("while a client is typed, those alike are shown to who may manage clients")
{
    Desk desk{engine}; // CRM-040
    const auto id = desk.add({.last_name = "Riou", .phone = "0261910001"});
    const std::string path = "/e/vigie/clients/ressemblances?phone=02%2061%2091%2000%2001";
    CHECK(says(desk.enora.browser.get(path), "Riou"));
    CHECK(desk.enora.browser.get(path + "&self=" + id.text()).body.empty());
    CHECK(desk.enora.browser.get("/e/vigie/clients/ressemblances?phone=12&email=x").body.empty());
    CHECK(desk.malo.browser.get(path).status == 403);
}

TEST_CASE_ENGINES("saving a client again says nothing of who was alike before")
{
    Desk desk{engine};
    desk.add({.last_name = "Riou", .phone = "0261910001"});
    const auto id = desk.add({.last_name = "Riou", .phone = "0261910002"});
    const auto save = [&](const char* phone, const char* city, const char* version) {
        return desk.enora.browser.post("/e/vigie/clients/" + id.text(), {{"kind", "person"},
                                                                         {"last_name", "Riou"},
                                                                         {"phone", phone},
                                                                         {"billing_city", city},
                                                                         {"version", version}});
    };
    CHECK(save("0261910002", "Lorient", "1").status == 303);
    const auto told = save("0261910001", "Lorient", "2");
    CHECK(told.status == 422);
    CHECK(says(told, "Enregistrer quand même"));
}

TEST_CASE_ENGINES("the night finds pairs once; what is dismissed never comes back")
{
    Desk desk{engine}; // CRM-040
    const auto first = desk.add({.last_name = "Riou", .phone = "0261910001"});
    const auto second = desk.add({.last_name = "Riou", .phone = "0261910001"});
    desk.add({.status = ClientStatus::archived, .last_name = "Riou", .phone = "0261910009"});
    CHECK(says(desk.queue(), "Aucun doublon"));
    desk.run_night();
    desk.run_night();
    const auto shown = desk.queue();
    CHECK(says(shown, "Même téléphone"));
    CHECK_FALSE(says(shown, "Même nom"));

    const Typed pair{{"first", first.text()}, {"second", second.text()}};
    CHECK(desk.malo.browser.post("/e/vigie/clients/doublons", pair).status == 403);
    CHECK(desk.enora.browser.post("/e/vigie/clients/doublons", pair).status == 303);
    CHECK(desk.enora.browser.post("/e/vigie/clients/doublons", pair).status == 404);
    desk.run_night();
    CHECK(says(desk.queue(), "Aucun doublon"));
}

TEST_CASE_ENGINES("an archived client is given no access to the portal")
{
    Desk desk{engine};
    const auto id =
        desk.add({.status = ClientStatus::archived, .last_name = "Riou", .phone = "0261910001"});
    const auto answer = desk.enora.browser.post("/e/vigie/clients/" + id.text() + "/acces",
                                                {{"name", "Yann"}, {"user_name", "yann.riou"}});
    CHECK(answer.status == 422);
    CHECK(says(answer, "Cette fiche est archivée"));
}
