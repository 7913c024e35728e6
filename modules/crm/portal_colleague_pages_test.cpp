#include "kernel/auth/auth.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/portal_details_actions.hpp"
#include "modules/identity/identity.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::World;

namespace
{

constexpr auto page = "/p/vigie/informations/collegues";

bool shows(const http::Response& response, std::string_view words)
{
    return response.body.find(words) != std::string::npos;
}

/// Inès and Malo sign in for one client, Rose for another.
struct Office {
    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
    test_world::Member ines;
    test_world::Member malo;
    test_world::Member rose;

    explicit Office(db::Engine engine)
        : world(engine, {{"identity", identity::describe}, {"crm", crm::describe}}),
          vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora", .role = "admin"})),
          ines(user("Inès", add("Kervella Alarmes"))), malo(user("Malo", ines.actor.client)),
          rose(user("Rose", add("Camping des Sables")))
    {
    }
    template <class Work>
    auto write(Work&& work)
    {
        return world.context(vigie, enora.actor).write(work);
    }
    tenancy::ClientId add(const char* name)
    {
        return write([&](WorkspaceTransaction& tx) {
            return add_client(tx, {.company_name = name, .phone = "0261910001"});
        });
    }
    test_world::Member user(const char* name, tenancy::ClientId client)
    {
        return world.add_member(
            vigie,
            {.name = name, .role = "client", .side = tenancy::Side::portal, .client = client});
    }
    void allow(FieldUse use)
    {
        write([&](WorkspaceTransaction& tx) {
            save_field_uses(tx, {{std::string{colleagues_code}, use}});
        });
    }
    http::Response invite(const char* email)
    {
        return ines.browser.post(page, {{"name", "Yann Corre"}, {"email", email}});
    }
};

} // namespace

TEST_CASE_ENGINES("people of one client see each other when the admin allows it, and nobody else")
{
    Office office{engine}; // CRM-050, PTL-001
    CHECK(office.ines.browser.get(page).status == 404);
    CHECK_FALSE(shows(office.ines.browser.get("/p/vigie/informations"), "Mes collègues"));
    office.allow(FieldUse::read);
    CHECK(shows(office.ines.browser.get("/p/vigie/informations"), "Mes collègues"));
    const auto seen = office.ines.browser.get(page);
    CHECK(shows(seen, "malo@vigie.example"));
    CHECK_FALSE(shows(seen, "rose@vigie.example"));
    CHECK_FALSE(shows(seen, "Envoyer l’invitation"));
    CHECK(office.invite("yann@kervella.example").status == 404);
}

TEST_CASE_ENGINES("a colleague is invited when the admin allows it, and learns of no other client")
{
    Office office{engine}; // CRM-050, IDN-007
    office.allow(FieldUse::edit);
    CHECK(office.invite("yann@").status == 422);
    CHECK(office.invite("yann@kervella.example").status == 303);
    const auto mails = office.write([](WorkspaceTransaction& tx) { return mail::recent(tx); });
    CHECK(mails.front().to_email == "yann@kervella.example");
    CHECK(shows(office.malo.browser.get(page), "Invitation envoyée"));
    CHECK(shows(office.invite("malo@vigie.example"), "a déjà un accès"));
    const auto other = office.invite("rose@vigie.example");
    CHECK(other.status == 422);
    CHECK(shows(other, "Demandez à l’équipe"));
    CHECK_FALSE(shows(other, "Camping"));
    for (int i = 0; i < 9; ++i)
        office.invite(("y" + std::to_string(i) + "@kervella.example").c_str());
    CHECK(shows(office.invite("z@kervella.example"), "Dix invitations"));
}
