#include "kernel/auth/auth.hpp"
#include "kernel/auth/credentials.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/sessions.hpp"
#include "kernel/guard/cookies.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/secrets/password.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/portal_details_actions.hpp"
#include "modules/identity/identity.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <algorithm>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::Typed;
using test_world::World;

namespace
{

constexpr const char* own_password = "trois phares rouges veillent";
constexpr const char* new_address = "ines@ailleurs.example";

struct ClockGuard {
    ~ClockGuard() { base::set_test_clock("+0s"); }
};

bool shows(const http::Response& response, std::string_view words)
{
    return response.body.find(words) != std::string::npos;
}

/// Inès is of « Kervella Alarmes » and signs in with her address; Enora leads the team.
struct Office {
    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
    tenancy::ClientId client;
    test_world::Member ines;

    explicit Office(db::Engine engine)
        : world(engine, {{"crm", crm::describe}}), vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora", .role = "admin"})), client(kervella()),
          ines(world.add_member(
              vigie,
              {.name = "Inès", .role = "client", .side = tenancy::Side::portal, .client = client}))
    {
    }

    template <class Work>
    auto write(Work&& work)
    {
        return world.context(vigie, enora.actor).write(work);
    }
    tenancy::ClientId kervella()
    {
        return write([](WorkspaceTransaction& tx) {
            return add_client(
                tx, {.company_name = "Kervella Alarmes", .email = "accueil@kervella.example"});
        });
    }
    void give_password()
    {
        const auto strength = world.site().configuration().is_test()
                                  ? identity::HashStrength::test
                                  : identity::HashStrength::production;
        const auto hash = identity::passwords(world.site().vault(), strength).hash(own_password);
        write([&](WorkspaceTransaction& tx) { auth::set_password(tx, ines.person, hash); });
    }
    http::Response ask(Typed typed)
    {
        const auto version = write([&](WorkspaceTransaction& tx) {
            return std::to_string(ClientStore{tx}.find(client)->version);
        });
        typed.emplace_back("version", version);
        return ines.browser.post("/p/vigie/informations", typed);
    }
    std::string address()
    {
        return write([&](WorkspaceTransaction& tx) { return auth::email_of(tx, ines.membership); });
    }
    std::vector<mail::StoredMessage> mails_to(std::string_view email)
    {
        auto found = write([](WorkspaceTransaction& tx) { return mail::recent(tx); });
        std::erase_if(found, [&](const auto& message) { return message.to_email != email; });
        return found;
    }
    std::string link()
    {
        for (const auto& message : mails_to(new_address)) {
            const auto at = message.text.find("/p/vigie/informations/adresse/");
            if (at != std::string::npos)
                return message.text.substr(at, message.text.find_first_of(" \n\r", at) - at);
        }
        FAIL("no link was sent");
        return {};
    }
    /// The same person on her telephone.
    test_world::Browser telephone()
    {
        auto browser = world.visitor();
        const auto opened =
            tenancy::Platform{world.database()}.write([&](tenancy::PlatformTransaction& tx) {
                return auth::open_session(tx, {.person = ines.person,
                                               .side = tenancy::Side::portal,
                                               .remember = auth::Remember::no,
                                               .totp_proved_at = {}});
            });
        browser.set_cookie(guard::session_cookie_name(tenancy::Side::portal), opened.token);
        return browser;
    }
};

} // namespace

TEST_CASE_ENGINES("another address to sign in with asks for the password, beside its field")
{
    Office office{engine}; // PTL-002, CRM-050
    office.give_password();
    CHECK(shows(office.ines.browser.get("/p/vigie/informations/modifier"),
                R"(name="current_password")"));
    const auto without = office.ask({{"contact_email", new_address}});
    CHECK(without.status == 422);
    CHECK(shows(without, "Tapez votre mot de passe actuel"));
    CHECK(shows(without, "#f-current_password"));
    CHECK(shows(without, std::string{"value=\""} + new_address + "\""));
    const auto wrong =
        office.ask({{"contact_email", new_address}, {"current_password", "pas celui-là"}});
    CHECK(wrong.status == 422);
    CHECK(shows(wrong, "Ce n’est pas votre mot de passe actuel"));
    CHECK_FALSE(shows(wrong, "pas celui-là"));
    CHECK(office.mails_to(new_address).empty());

    CHECK(office.ask({{"phone", "0261910001"}}).status == 303);
    CHECK(office.ask({{"contact_email", "ines@vigie.example"}}).status == 303);
    CHECK(office.ask({{"contact_email", new_address}, {"current_password", own_password}}).status ==
          303);
    CHECK(office.mails_to(new_address).size() == 1);
    CHECK(office.mails_to("ines@vigie.example").size() == 1);
    CHECK(office.address() == "ines@vigie.example");
}

TEST_CASE_ENGINES("the other sessions are over once the new address counts, this one goes on")
{
    Office office{engine};
    office.give_password();
    auto telephone = office.telephone();
    CHECK(telephone.get("/p/vigie/informations").status == 200);
    office.ask({{"contact_email", new_address}, {"current_password", own_password}});
    CHECK(telephone.get("/p/vigie/informations").status == 200);
    CHECK(office.ines.browser.post(office.link()).status == 303);
    CHECK(office.address() == new_address);
    CHECK(telephone.get("/p/vigie/informations").status == 303);
    CHECK(office.ines.browser.get("/p/vigie/informations").status == 200);
    CHECK(office.mails_to("ines@vigie.example").size() == 2);
}

TEST_CASE_ENGINES("when the team accepts the address, every session of hers is over")
{
    Office office{engine};
    office.give_password();
    office.write([](WorkspaceTransaction& tx) {
        save_field_uses(tx, {{"contact_email", FieldUse::approve}});
    });
    office.ask({{"contact_email", new_address}, {"current_password", own_password}});
    CHECK(office.ines.browser.post(office.link()).status == 303);
    CHECK(office.address() == "ines@vigie.example");
    const auto page = office.enora.browser.get("/e/vigie/clients/" + office.client.text()).body;
    const auto at = page.find("/changements/");
    REQUIRE(at != std::string::npos);
    const auto end = page.substr(at, page.find('"', at) - at);
    const auto version = office.write([&](WorkspaceTransaction& tx) {
        return std::to_string(ClientStore{tx}.find(office.client)->version);
    });
    CHECK(office.enora.browser
              .post("/e/vigie/clients/" + office.client.text() + end,
                    {{"decision", "accept"}, {"version", version}})
              .status == 303);
    CHECK(office.address() == new_address);
    CHECK(office.ines.browser.get("/p/vigie/informations").status == 303);
}

TEST_CASE_ENGINES("who has no password signed in less than ten minutes ago, or signs in again")
{
    Office office{engine};
    const ClockGuard clock;
    base::set_test_clock("+11m");
    const auto late = office.ask({{"contact_email", new_address}});
    CHECK(late.status == 422);
    CHECK(shows(late, "reconnectez-vous"));
    CHECK(shows(late, "#f-contact_email"));
    base::set_test_clock("+9m");
    CHECK(office.ask({{"contact_email", new_address}}).status == 303);
}
