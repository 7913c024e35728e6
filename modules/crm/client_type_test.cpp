#include "modules/crm/client_import.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_type_actions.hpp"
#include "modules/crm/client_type_store.hpp"
#include "modules/crm/crm.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::Typed;
using test_world::World;

namespace
{

const std::string settings = "/e/vigie/reglages/types-de-clients";

struct Office {
    explicit Office(db::Engine engine)
        : world(engine, {{"crm", crm::describe}}), vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora", .role = "admin"}))
    {
    }

    template <class F>
    auto write(F&& body)
    {
        return world.context(vigie, enora.actor).write(std::forward<F>(body));
    }
    std::string page(const std::string& path) { return enora.browser.get(path).body; }
    /// Adds through the page; the code clients of the type have.
    std::string add(const std::string& name)
    {
        REQUIRE(enora.browser.post(settings, {{"name", name}}).status == 303);
        return write([&](WorkspaceTransaction& tx) {
            for (const auto& type : ClientTypeStore{tx}.all())
                if (type.name == name) return type.id.text();
            return std::string{};
        });
    }

    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
};

bool holds(const std::string& page, std::string_view words)
{
    return page.find(words) != std::string::npos;
}

Typed a_client(const std::string& name, const std::string& type)
{
    return {{"kind", "company"},
            {"company_name", name},
            {"type", type},
            {"phone", "02 61 91 00 01"},
            {"despite_alike", "on"}};
}

} // namespace

TEST_CASE("a type that is offered no more stays on the clients who have it")
{
    const ClientTypes types{{.code = "a", .name = "Un"},
                            {.code = "b", .name = "Deux", .is_offered = false}};
    CHECK(offered_types(types, "").size() == 1);
    CHECK(offered_types(types, "b").size() == 2);
    CHECK(type_name(types, "b") == "Deux");
    CHECK(type_name(types, "c").empty());
}

TEST_CASE_ENGINES("an admin adds, renames and retires types of clients; two never share a name")
{
    Office office{engine}; // CRM-003
    auto& enora = office.enora.browser;
    auto goulven = office.world.add_member(office.vigie, {.name = "Goulven", .role = "technicien"});
    CHECK(goulven.browser.get(settings).status == 403);
    CHECK(goulven.browser.post(settings, {{"name", "Revendeur"}}).status == 403);

    const auto code = office.add("Revendeur");
    for (const char* taken : {"REVENDEUR", " revendeur ", "bureau d’études", "Installateur"}) {
        CAPTURE(taken);
        const auto twice = enora.post(settings, {{"name", taken}});
        CHECK(twice.status == 422);
        CHECK(holds(twice.body, "existe déjà"));
    }
    const auto blank = enora.post(settings, {{"name", "--"}});
    CHECK(blank.status == 422);
    CHECK(holds(blank.body, "au moins une lettre"));

    CHECK(enora.post(settings + "/" + code, {{"name", "Grossiste"}}).status == 303);
    CHECK(enora.post(settings + "/" + code, {{"name", "grossiste"}}).status == 303);
    CHECK(enora.post(settings + "/" + code, {{"name", "utilisateur FINAL"}}).status == 422);
    CHECK(enora.get(settings + "/1").status == 404);
    CHECK(enora.post(settings + "/" + code + "/retrait").status == 303);
    CHECK(holds(office.page(settings), "Plus proposés"));
    const auto again = enora.post(settings, {{"name", "Grossiste"}});
    CHECK(holds(again.body, "existe déjà"));
    CHECK(enora.post(settings + "/" + code + "/retour").status == 303);
    CHECK_FALSE(holds(office.page(settings), "Plus proposés"));
}

TEST_CASE_ENGINES("an added type is chosen on the form, filtered by, exported, and never lost")
{
    Office office{engine}; // CRM-003
    auto& enora = office.enora.browser;
    const auto code = office.add("Revendeur");
    CHECK(holds(office.page("/e/vigie/clients/nouveau"), "Revendeur"));
    CHECK(enora.post("/e/vigie/clients", a_client("Kervella", code)).status == 303);
    CHECK(enora.post("/e/vigie/clients", a_client("Personne", "everything")).status == 422);

    CHECK(holds(office.page("/e/vigie/clients?type=" + code), "Kervella"));
    CHECK_FALSE(holds(office.page("/e/vigie/clients?type=installer"), "Kervella"));
    CHECK(holds(office.page("/e/vigie/clients/export?type=" + code), ";Revendeur;"));

    CHECK(enora.post(settings + "/" + code + "/retrait").status == 303);
    CHECK_FALSE(holds(office.page("/e/vigie/clients/nouveau"), "Revendeur"));
    CHECK(enora.post("/e/vigie/clients", a_client("Autre", code)).status == 422);
    const auto id = office.write([&](WorkspaceTransaction& tx) {
        return ClientStore{tx}.list({.prefix = "kervella", .after_key = {}, .after_id = {}})[0].id;
    });
    const auto page = "/e/vigie/clients/" + id.text();
    CHECK(holds(office.page(page), "Revendeur"));
    CHECK(holds(office.page(page + "/modifier"), "Revendeur"));
    auto same = a_client("Kervella Frères", code);
    same.emplace_back("version", "1");
    CHECK(enora.post(page, same).status == 303);
    CHECK(holds(office.page("/e/vigie/clients?type=" + code), "Kervella Frères"));
}

TEST_CASE_ENGINES("a file of clients names the types of the business, retired ones too")
{
    Office office{engine}; // CRM-003, CRM-042
    office.add("Revendeur");
    const auto code = office.add("Grossiste");
    CHECK(office.enora.browser.post(settings + "/" + code + "/retrait").status == 303);
    const auto types = office.write([](WorkspaceTransaction& tx) { return client_types(tx); });
    const ImportWords words{types};
    CHECK(words.value_of(ImportField::type, "GROSSISTE") == code);
    CHECK(words.value_of(ImportField::type, "revendeur").has_value());
    CHECK(words.value_of(ImportField::type, "Installateur") == "installer");
    CHECK_FALSE(words.value_of(ImportField::type, "Inconnu").has_value());
}
