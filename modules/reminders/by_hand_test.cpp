#include "kernel/events/events.hpp"
#include "modules/crm/client_actions.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/invoices/invoice_actions.hpp"
#include "modules/privacy/events.hpp"
#include "modules/reminders/reminder_store.hpp"
#include "modules/reminders/reminders_test_kit.hpp"

using namespace reminders_test;

namespace
{

void change_client(June& june, const std::function<void(crm::Client&)>& change)
{
    june.office.as_lea().write([&](WorkspaceTransaction& tx) {
        auto client = crm::ClientStore{tx}.find(june.office.aurore).value();
        change(client);
        crm::save_client(tx, client, client.version);
    });
}

} // namespace

TEST_CASE_ENGINES("the team reminds a client at any time, once a day") // INV-021
{
    June june{engine};
    const auto place = issued(june.office);
    auto& browser = june.office.lea.browser;
    REQUIRE(browser.post(place + "/relance").status == 303);
    REQUIRE(june.reminders().size() == 1);
    CHECK(june.reminders().front().text.find("600,00") != std::string::npos);
    CHECK(june.says(place, "Relancée par Lea Riou"));
    const auto again = browser.post(place + "/relance");
    CHECK(again.status == 409);
    CHECK(holds(again, "déjà partie aujourd’hui"));
    june.set("2026-06-02T10:00:00Z");
    CHECK(browser.post(place + "/relance").status == 303);
    CHECK(june.office.malik.browser.post(place + "/relance").status == 403);
    june.pay(place, "600", "2026-06-02");
    june.set("2026-06-03T10:00:00Z");
    CHECK(browser.post(place + "/relance").status == 409);
    CHECK(june.reminders().size() == 2);
}

TEST_CASE_ENGINES("one by hand stands for the one the schedule would send that day") // INV-021
{
    June june{engine};
    june.switch_on();
    const auto place = issued(june.office);
    june.set("2026-07-02T06:00:00Z");
    REQUIRE(june.office.lea.browser.post(place + "/relance").status == 303);
    CHECK(june.sent_at("2026-07-02T07:00:30Z") == 0);
    CHECK(june.sent_at("2026-07-08T07:00:30Z") == 1);
}

TEST_CASE_ENGINES("an invoice in dispute is not reminded, until the dispute ends") // INV-021
{
    June june{engine};
    june.switch_on();
    const auto place = issued(june.office);
    auto& browser = june.office.lea.browser;
    CHECK(browser.post(place + "/litige", {{"reason", ""}}).status == 422);
    REQUIRE(browser.post(place + "/litige", {{"reason", "Il manque une solive"}}).status == 303);
    CHECK(june.says(place, "Il manque une solive"));
    CHECK(browser.post(place + "/litige", {{"reason", "Encore"}}).status == 409);
    CHECK(browser.post(place + "/relance").status == 409);
    CHECK(june.sent_at("2026-07-02T07:00:30Z") == 0);
    REQUIRE(browser.post(place + "/litige/fin").status == 303);
    CHECK_FALSE(june.says(place, "Il manque une solive"));
    CHECK(june.sent_at("2026-07-03T07:00:30Z") == 1);
}

TEST_CASE_ENGINES("a client without an address or inactive is not written to, the page says why")
{ // INV-021
    June june{engine};
    june.switch_on();
    const auto place = issued(june.office);
    change_client(june, [](crm::Client& client) { client.status = crm::ClientStatus::inactive; });
    CHECK(june.sent_at("2026-07-02T07:00:30Z") == 0);
    CHECK(june.says(place, "ce client n’est plus actif"));
    CHECK(june.office.lea.browser.post(place + "/relance").status == 409);
    change_client(june, [](crm::Client& client) { client.status = crm::ClientStatus::active; });
    CHECK(june.sent_at("2026-07-03T07:00:30Z") == 1);
}

TEST_CASE_ENGINES("the law of late payment is said to a business in France alone") // INV-021
{
    June june{engine};
    const auto place = issued(june.office);
    REQUIRE(june.office.lea.browser.post(place + "/relance").status == 303);
    CHECK(june.reminders().front().text.find("L441-10") == std::string::npos);

    change_client(june, [](crm::Client& client) {
        client.kind = crm::ClientKind::company;
        client.company_name = "Penhoat SARL";
        client.billing_address = "3 rue des Dunes";
        client.billing_postal_code = "56100";
        client.billing_city = "Lorient";
    });
    const auto draft = priced_draft(june.office);
    june.office.as_lea().write(
        [&](WorkspaceTransaction& tx) { invoices::save_buyer(tx, id_of(draft), "552100554", {}); });
    REQUIRE(june.office.lea.browser.post(draft + "/emission", issuing()).status == 303);
    june.office.world.run_jobs();
    REQUIRE(june.office.lea.browser.post(draft + "/relance").status == 303);
    const auto text = june.reminders().front().text;
    CHECK(text.find("indemnité forfaitaire de 40") != std::string::npos);
    CHECK(text.find("D441-5") != std::string::npos);
    CHECK(text.find("Trois fois le taux légal.") != std::string::npos);
}

TEST_CASE_ENGINES("why an invoice was in dispute goes with the person it was sent to")
{
    June june{engine};
    const auto place = issued(june.office);
    REQUIRE(
        june.office.lea.browser.post(place + "/litige", {{"reason", "Aurore est fâchée"}}).status ==
        303);
    june.office.as_lea().write([&](WorkspaceTransaction& tx) {
        events::publish(tx, privacy::PersonErased{.membership = {},
                                                  .email = "aurore@penhoat.example",
                                                  .name = "Personne effacée"});
    });
    CHECK_FALSE(june.says(place, "Aurore est fâchée"));
    CHECK(june.says(place, "En litige"));
}
