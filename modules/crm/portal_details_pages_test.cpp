#include "kernel/auth/auth.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/portal_change_actions.hpp"
#include "modules/crm/portal_details_actions.hpp"
#include "modules/crm/portal_details_store.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::Typed;
using test_world::World;

namespace
{

struct ClockGuard {
    ~ClockGuard() { base::set_test_clock("+0s"); }
};

bool shows(const http::Response& response, std::string_view words)
{
    return response.body.find(words) != std::string::npos;
}

/// Inès and Malo sign in for « Kervella Alarmes »; Rose for somebody else. Enora leads the team.
struct Office {
    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
    tenancy::ClientId client;
    tenancy::ClientId other;
    test_world::Member ines;
    test_world::Member malo;
    test_world::Member rose;

    explicit Office(db::Engine engine)
        : world(engine, {{"crm", crm::describe}}), vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora", .role = "admin"})),
          client(add({.company_name = "Kervella Alarmes",
                      .email = "accueil@kervella.example",
                      .phone = "0261910001",
                      .billing_address = "12 quai Sud",
                      .billing_postal_code = "29900",
                      .billing_city = "Concarneau"})),
          other(add({.company_name = "Camping des Sables", .email = "camping@sables.example"})),
          ines(user("Inès", client)), malo(user("Malo", client)), rose(user("Rose", other))
    {
    }

    template <class Work>
    auto write(Work&& work)
    {
        return world.context(vigie, enora.actor).write(work);
    }
    tenancy::ClientId add(const Client& one)
    {
        return write([&](WorkspaceTransaction& tx) { return add_client(tx, one); });
    }
    test_world::Member user(const std::string& name, tenancy::ClientId of)
    {
        auto member = world.add_member(
            vigie, {.name = name, .role = "client", .side = tenancy::Side::portal, .client = of});
        write([&](WorkspaceTransaction& tx) {
            add_contact(tx, {.client = of,
                             .name = name,
                             .job = "Gérance",
                             .email = auth::email_of(tx, member.membership),
                             .phone = {},
                             .membership = member.membership});
        });
        return member;
    }
    void set_use(const char* field, FieldUse use)
    {
        write([&](WorkspaceTransaction& tx) { save_field_uses(tx, {{field, use}}); });
    }
    Client record()
    {
        return write(
            [&](WorkspaceTransaction& tx) { return ClientStore{tx}.find(client).value(); });
    }
    http::Response send(test_world::Member& who, Typed typed)
    {
        if (typed.empty() || typed.front().first != "version")
            typed.emplace_back("version", std::to_string(record().version));
        return who.browser.post("/p/vigie/informations", typed);
    }
    http::Response page(test_world::Member& who)
    {
        return who.browser.get("/p/vigie/informations");
    }
    std::string record_page() const { return "/e/vigie/clients/" + client.text(); }
    std::vector<mail::StoredMessage> mails()
    {
        return write([](WorkspaceTransaction& tx) { return mail::recent(tx); });
    }
    mail::StoredMessage mail_to(std::string_view address)
    {
        for (const auto& message : mails())
            if (message.to_email == address) return message;
        FAIL("nothing was sent to " << address);
        return {};
    }
    std::string link_to(std::string_view address)
    {
        const auto text = mail_to(address).text;
        const auto at = text.find("/p/vigie/informations/adresse/");
        REQUIRE(at != std::string::npos);
        return text.substr(at, text.find_first_of(" \n\r", at) - at);
    }
    /// The page of the change that waits on the record.
    std::string change_page()
    {
        const auto body = enora.browser.get(record_page()).body;
        const auto at = body.find(record_page() + "/changements/");
        REQUIRE(at != std::string::npos);
        return body.substr(at, body.find('"', at) - at);
    }
};

} // namespace

TEST_CASE_ENGINES("a client sees what the admin lets him see, and changes what he may at once")
{
    Office office{engine}; // PTL-002, CRM-050, CRM-051
    const auto page = office.page(office.ines);
    for (const char* words : {"Kervella Alarmes", "accueil@kervella.example",
                              "12 quai Sud, 29900 Concarneau", "ines@vigie.example", "Gérance"})
        CHECK_MESSAGE(shows(page, words), words);
    CHECK(shows(page, i18n::phone("0261910001")));
    const auto form = office.ines.browser.get("/p/vigie/informations/modifier");
    CHECK(shows(form, R"(name="phone")"));
    CHECK_FALSE(shows(form, R"(name="company_name")"));

    const auto saved = office.send(office.ines, {{"phone", "02 61 91 77 77"},
                                                 {"company_name", "Autre Nom"},
                                                 {"billing_address", "3 rue du Port"},
                                                 {"billing_postal_code", "29100"},
                                                 {"billing_city", "Douarnenez"},
                                                 {"language", "de"}});
    CHECK(saved.status == 303);
    CHECK(office.record().phone == "0261917777");
    CHECK(office.record().billing_city == "Douarnenez");
    CHECK(office.record().language == "de");
    CHECK(office.record().company_name == "Kervella Alarmes");
    CHECK(shows(office.page(office.malo), "3 rue du Port, 29100 Douarnenez"));
    CHECK_FALSE(shows(office.page(office.rose), "Kervella"));

    office.set_use("phone", FieldUse::hidden);
    CHECK_FALSE(shows(office.page(office.ines), i18n::phone("0261917777")));
    office.send(office.ines, {{"phone", "0261910009"}});
    CHECK(office.record().phone == "0261917777");
}

TEST_CASE_ENGINES("a wrong value is refused beside its field, and what was typed stays")
{
    Office office{engine}; // PTL-002
    const auto refused = office.send(office.ines, {{"phone", "12"},
                                                   {"contact_email", "ines@"},
                                                   {"language", "xx"},
                                                   {"billing_city", "Brest"}});
    CHECK(refused.status == 422);
    CHECK(shows(refused, R"(value="ines@")"));
    CHECK(shows(refused, R"(value="Brest")"));
    for (const char* field : {"#f-phone", "#f-contact_email", "#f-language"})
        CHECK_MESSAGE(shows(refused, field), field);
    CHECK(office.send(office.ines, {{"contact_email", ""}}).status == 422);
    CHECK(office.record().billing_city == "Concarneau");
}

TEST_CASE_ENGINES("a change with validation waits for the team, which accepts or says why not")
{
    Office office{engine}; // CRM-051
    office.set_use("company_name", FieldUse::approve);
    office.send(office.ines, {{"company_name", "Kervella & Filles"}});
    CHECK(office.record().company_name == "Kervella Alarmes");
    CHECK(shows(office.page(office.ines), "En attente de validation"));
    CHECK(shows(office.page(office.malo), "Inès a demandé"));
    CHECK(shows(office.page(office.malo), "Kervella &amp; Filles"));

    const auto asked = office.change_page();
    const auto silent = office.enora.browser.post(asked, {{"decision", "refuse"}});
    CHECK(silent.status == 422);
    CHECK(shows(silent, "Dites pourquoi"));
    CHECK(office.enora.browser
              .post(asked, {{"decision", "refuse"}, {"reason", "Envoyez l’extrait Kbis."}})
              .status == 303);
    CHECK(shows(office.page(office.ines), "Envoyez l’extrait Kbis."));
    CHECK(office.mail_to("ines@vigie.example").text.find("Kbis") != std::string::npos);
    CHECK(office.enora.browser.get(asked).status == 404);

    office.send(office.ines, {{"company_name", "Kervella Sœurs"}});
    const auto again = office.change_page();
    const auto version = std::to_string(office.record().version);
    CHECK(office.enora.browser.post(again, {{"decision", "accept"}, {"version", version}}).status ==
          303);
    CHECK(office.record().name == "Kervella Sœurs");
    CHECK_FALSE(shows(office.page(office.ines), "En attente de validation"));
    CHECK(office.enora.browser.post(again, {{"decision", "accept"}, {"version", version}}).status ==
          409);
    CHECK(office.rose.browser.get(again).status != 200);
}

TEST_CASE_ENGINES("two people who change the same record at once lose neither text")
{
    Office office{engine}; // CRM-051
    const auto seen = std::to_string(office.record().version);
    CHECK(office.send(office.ines, {{"version", seen}, {"phone", "0261910022"}}).status == 303);
    const auto late = office.send(office.malo, {{"version", seen}, {"phone", "0261910033"}});
    CHECK(late.status == 409);
    CHECK(shows(late, "0261910033"));
    CHECK(shows(late, "0261910022"));
    CHECK(office.record().phone == "0261910022");

    office.set_use("phone", FieldUse::approve);
    office.send(office.ines, {{"phone", "0261910044"}});
    office.send(office.malo, {{"phone", "0261910055"}});
    const auto page = office.enora.browser.get(office.record_page());
    CHECK(shows(page, "0261910044"));
    CHECK(shows(page, "0261910055"));
}

TEST_CASE_ENGINES("a new address counts once its owner followed the link, signed in as who asked")
{
    Office office{engine}; // PTL-002, CRM-050
    const ClockGuard clock;
    const auto sent = office.send(office.ines, {{"contact_email", "ines@ailleurs.example"}});
    CHECK(sent.status == 303);
    CHECK(shows(office.page(office.ines), "À confirmer"));
    CHECK(office.mail_to("ines@vigie.example").text.find("ines@ailleurs.example") !=
          std::string::npos);
    const auto link = office.link_to("ines@ailleurs.example");
    CHECK(office.malo.browser.get(link).status == 404);
    CHECK(office.malo.browser.post(link).status == 404);
    CHECK(office.world.visitor().post(link).status != 303);
    CHECK(office.ines.browser.get(link).status == 200);
    CHECK(shows(office.page(office.ines), "ines@vigie.example"));

    CHECK(office.ines.browser.post(link).status == 303);
    const auto email = office.write([&](WorkspaceTransaction& tx) {
        CHECK(PortalDetailsStore{tx}.contact_of(office.ines.membership)->email ==
              "ines@ailleurs.example");
        return auth::email_of(tx, office.ines.membership);
    });
    CHECK(email == "ines@ailleurs.example");
    CHECK(office.ines.browser.post(link).status == 404);

    office.send(office.malo, {{"contact_email", "ines@ailleurs.example"}});
    const auto taken = office.link_to("ines@ailleurs.example");
    CHECK(office.malo.browser.post(taken).status == 422);
    office.send(office.malo, {{"contact_email", "malo@ailleurs.example"}});
    const auto late = office.link_to("malo@ailleurs.example");
    base::set_test_clock("+25h");
    CHECK_THROWS_AS(
        office.world.context(office.vigie, office.malo.actor).read([&](WorkspaceTransaction& tx) {
            return change_of_link(tx, late.substr(late.rfind('/') + 1));
        }),
        base::NotFound);
}

TEST_CASE_ENGINES("an address that another record has goes to the team, and names nobody")
{
    Office office{engine}; // CRM-040, CRM-050
    office.send(office.ines, {{"email", "camping@sables.example"}});
    const auto answer = office.ines.browser.post(office.link_to("camping@sables.example"));
    CHECK(answer.status == 303);
    CHECK_FALSE(shows(office.page(office.ines), "Camping des Sables"));
    CHECK(shows(office.page(office.ines), "En attente de validation"));
    CHECK(office.record().email == "accueil@kervella.example");
    const auto accepted = office.enora.browser.post(
        office.change_page(),
        {{"decision", "accept"}, {"version", std::to_string(office.record().version)}});
    CHECK(accepted.status == 422);
    CHECK(shows(accepted, "Camping des Sables"));
}

TEST_CASE_ENGINES("nobody has more than five addresses a day written to in his name")
{
    Office office{engine}; // CRM-050
    for (int i = 0; i < 5; ++i)
        office.send(office.ines, {{"contact_email", "a" + std::to_string(i) + "@b.example"}});
    const auto sixth = office.send(office.ines, {{"contact_email", "a6@b.example"}});
    CHECK(sixth.status == 422);
    CHECK(shows(sixth, "Attendez demain"));
}

TEST_CASE_ENGINES("only who opens the portal says what clients see, and each use must be one")
{
    Office office{engine}; // CRM-050
    const auto* path = "/e/vigie/reglages/informations-clients";
    Typed typed;
    for (const auto& field : portal_fields)
        typed.emplace_back(field.code, "read");
    typed.emplace_back(colleagues_code, "hidden");
    CHECK(office.enora.browser.post(path, typed).status == 303);
    CHECK_FALSE(shows(office.page(office.ines), "/p/vigie/informations/modifier"));
    typed.front().second = "everything";
    CHECK(office.enora.browser.post(path, typed).status == 422);
    auto tom = office.world.add_member(office.vigie, {.name = "Tom", .role = "technicien"});
    CHECK(tom.browser.get(path).status == 403);
}
