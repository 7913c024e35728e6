#include "kernel/auth/auth.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/portal_details_actions.hpp"
#include "modules/identity/identity.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <algorithm>

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
    for (int i = 0; i < 9; ++i)
        office.invite(("y" + std::to_string(i) + "@kervella.example").c_str());
    CHECK(shows(office.invite("z@kervella.example"), "Dix invitations"));
}

TEST_CASE_ENGINES("inviting says the same of an address nobody has and of another client’s")
{
    Office office{engine}; // CRM-050, PLT-004
    office.allow(FieldUse::edit);
    const auto mails_to = [&](std::string_view address) {
        const auto all = office.write([](WorkspaceTransaction& tx) { return mail::recent(tx); });
        return std::ranges::count(all, address, &mail::StoredMessage::to_email);
    };
    for (int i = 0; i < 2; ++i) {
        const auto unknown = office.invite("yann@kervella.example");
        const auto known = office.invite("rose@vigie.example");
        CHECK(unknown.status == 303);
        CHECK(known.status == unknown.status);
        CHECK(known.headers.get("Location") == unknown.headers.get("Location"));
        const auto list = office.malo.browser.get(page).body;
        for (const std::string address : {"yann@kervella.example", "rose@vigie.example"}) {
            const auto at = list.find(address);
            CHECK(at != std::string::npos);
            CHECK(list.find(address, at + 1) == std::string::npos);
        }
    }
    CHECK(mails_to("yann@kervella.example") == 2);
    CHECK(mails_to("rose@vigie.example") == 0);
    CHECK_FALSE(shows(office.rose.browser.get("/p/vigie/informations"), "Kervella"));
}

TEST_CASE_ENGINES("who waits for another client’s invitation keeps it, and nobody learns of it")
{
    Office office{engine}; // CRM-050, PLT-004
    office.allow(FieldUse::edit);
    const auto rose_invites = [&] {
        return office.rose.browser
            .post(page, {{"name", "Yann Corre"}, {"email", "yann@corre.example"}})
            .status;
    };
    const auto links = [&] {
        const auto all = office.write([](WorkspaceTransaction& tx) { return mail::recent(tx); });
        return std::ranges::count(all, "yann@corre.example", &mail::StoredMessage::to_email);
    };
    CHECK(rose_invites() == 303);
    CHECK(office.invite("yann@corre.example").status == 303);
    CHECK(links() == 1);
    CHECK(rose_invites() == 303); // hers still is the first
    CHECK(links() == 2);
}

TEST_CASE_ENGINES("who asks for another link is answered by the colleague, on the client’s side")
{
    Office office{engine}; // CRM-050
    office.allow(FieldUse::edit);
    REQUIRE(office.invite("yann@kervella.example").status == 303);
    const auto newest = [&] {
        return office.write([](WorkspaceTransaction& tx) { return mail::recent(tx); }).front();
    };
    const auto text = newest().text;
    const std::string before{"/p/vigie/invitations/"};
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    const auto link = text.substr(at, text.find_first_of(" \n\r", at) - at);
    base::set_test_clock("+8d");
    CHECK(office.world.visitor().post(link + "/demande").status == 303);
    base::set_test_clock("+0s");
    CHECK(newest().to_email == "ines@vigie.example");
    CHECK(shows(office.ines.browser.get("/p/vigie/informations"), "Mes collègues"));
    CHECK(newest().text.find("/p/vigie/informations") != std::string::npos);
    CHECK(newest().text.find("/e/vigie") == std::string::npos);
}
