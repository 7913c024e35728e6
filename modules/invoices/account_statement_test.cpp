#include "modules/crm/client_actions.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/invoices/account_statement_actions.hpp"
#include "modules/invoices/account_statement_store.hpp"
#include "modules/invoices/page_test_kit.hpp"

#include <chrono>

using namespace invoices_test;
using invoices::AccountSpan;

namespace
{

base::Date day(const char* text)
{
    return *base::Date::parse(text);
}

void pay(Office& office, const std::string& place, const std::string& amount, const char* on,
         const std::string& kind = "payment")
{
    REQUIRE(
        office.lea.browser
            .post(place + "/paiements",
                  {{"amount", amount}, {"received_on", on}, {"means", "transfer"}, {"kind", kind}})
            .status == 303);
}

void credit(Office& office, const std::string& place)
{
    const auto sent =
        office.lea.browser.post(place + "/avoir", {{"credited", "120"}, {"reason", "Retour"}});
    REQUIRE(sent.status == 303);
    REQUIRE(
        office.lea.browser.post(std::string{sent.headers.get("Location")}, issuing("1")).status ==
        303);
    office.world.run_jobs();
}

invoices::AccountStatement statement(Office& office, base::Date from, base::Date to)
{
    return office.as_lea().read([&](WorkspaceTransaction& tx) {
        return invoices::account_statement(tx, {.client = office.aurore, .from = from, .to = to},
                                           office.as_lea().today());
    });
}

std::string page_of(Office& office)
{
    return "/e/charpentes/clients/" + office.aurore.text() + "/releve";
}

} // namespace

TEST_CASE_ENGINES("a statement runs from what was owed before through all that moved") // INV-049
{
    Office office{engine};
    const auto first = issued(office, "500");
    pay(office, first, "200", "2026-01-15");
    issued(office, "1000");
    credit(office, first);
    const auto today = office.as_lea().today();
    const auto all = statement(office, day("2026-01-01"), today);
    REQUIRE(all.lines.size() == 4);
    CHECK(all.opening == base::Cents{});
    CHECK(all.closing() == base::Cents{60'000 - 20'000 + 120'000 - 12'000});
    // paid before it was issued: the day it came in is the day it counts
    CHECK(all.lines.front().move == invoices::AccountMove::payment);
    CHECK(all.lines.front().running == base::Cents{-20'000});

    const auto later = statement(office, today, today);
    CHECK(later.opening == base::Cents{-20'000});
    CHECK(later.lines.size() == 3);
    CHECK(later.closing() == all.closing());
    const auto nothing = statement(office, day("2025-01-01"), day("2025-12-31"));
    CHECK(nothing.lines.empty());
    CHECK(nothing.closing() == base::Cents{});
}

TEST_CASE_ENGINES("what is owed is told by how late it is") // INV-054
{
    Office office{engine};
    const auto place = issued(office, "500");
    issued(office, "1000");
    pay(office, place, "600", "2026-01-15");
    const auto due = *facts_of(office, place).due_on;
    const auto ages = [&](int days_after) {
        return office.as_lea().read([&](WorkspaceTransaction& tx) {
            return invoices::AccountStatementStore{tx}.ageing(
                office.aurore, {due.day + std::chrono::days{days_after}});
        });
    };
    const base::Cents owed{120'000};
    CHECK(ages(0).not_due == owed);
    CHECK(ages(1).days_30 == owed);
    CHECK(ages(30).days_30 == owed);
    CHECK(ages(31).days_60 == owed);
    CHECK(ages(60).days_60 == owed);
    CHECK(ages(61).days_90 == owed);
    CHECK(ages(90).days_90 == owed);
    CHECK(ages(91).older == owed);
    CHECK(ages(91).late() == owed);
}

TEST_CASE_ENGINES("the team reads a statement, takes its PDF and sends it to the client")
{ // INV-049
    Office office{engine};
    issued(office, "1000");
    const auto page = office.lea.browser.get(page_of(office));
    CHECK(page.status == 200);
    CHECK(holds(page, "Facture FACT-"));
    CHECK(holds(page, "1\u202f200,00\u00a0€"));
    CHECK(office.lea.browser.get(page_of(office) + "/pdf").body.starts_with("%PDF-"));
    const auto wrong = office.lea.browser.get(page_of(office) + "?du=2026-02-01&au=2026-01-01");
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "après le début de la période"));
    CHECK(office.malik.browser.get(page_of(office)).status == 403);

    const Typed span{{"from", "2026-01-01"}, {"to", "2099-12-31"}};
    REQUIRE(office.lea.browser.post(page_of(office) + "/envoi", span).status == 303);
    const auto mails = office.world.context(office.firm, tenancy::Actor::system())
                           .read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
    const auto found =
        std::ranges::find(mails, "invoices.statement_sent", &mail::StoredMessage::template_name);
    REQUIRE(found != mails.end());
    CHECK(found->to_email == "aurore@penhoat.example");
    CHECK(found->text.find("1\u202f200,00") != std::string::npos);
}

TEST_CASE_ENGINES("a client reads his own statement in his portal, and no other") // INV-049
{
    Office office{engine};
    issued(office, "1000");
    auto aurore = office.world.add_member(office.firm, {.name = "Aurore",
                                                        .role = "client",
                                                        .side = tenancy::Side::portal,
                                                        .client = office.aurore});
    const auto page = aurore.browser.get("/p/charpentes/releve");
    CHECK(page.status == 200);
    CHECK(holds(page, "/p/charpentes/factures/"));
    CHECK_FALSE(holds(page, "Envoyer au client"));
    CHECK(aurore.browser.get("/p/charpentes/releve/pdf").body.starts_with("%PDF-"));
    CHECK(holds(aurore.browser.get("/p/charpentes/factures"), "/p/charpentes/releve"));
    const auto other = office.as_lea().write([](WorkspaceTransaction& tx) {
        return crm::add_client(tx, {.company_name = "Garage", .phone = "0261910009"});
    });
    auto stranger = office.world.add_member(
        office.firm,
        {.name = "Odile", .role = "client", .side = tenancy::Side::portal, .client = other});
    CHECK(holds(stranger.browser.get("/p/charpentes/releve"), "Rien entre ces deux jours"));
}

TEST_CASE_ENGINES("a statement is not sent to who has no address") // INV-049
{
    Office office{engine};
    office.as_lea().write([&](WorkspaceTransaction& tx) {
        auto client = crm::ClientStore{tx}.find(office.aurore).value();
        client.email.clear();
        crm::save_client(tx, client, client.version);
    });
    CHECK(holds(office.lea.browser.get(page_of(office)), "n’a pas d’adresse de courriel"));
    const Typed span{{"from", "2026-01-01"}, {"to", "2026-12-31"}};
    CHECK(office.lea.browser.post(page_of(office) + "/envoi", span).status == 422);
}
