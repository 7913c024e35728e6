#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "modules/invoices/money_store.hpp"
#include "modules/invoices/page_test_kit.hpp"

using namespace invoices_test;
using base::Cents;
using invoices::Days;
using invoices::MoneyStore;

namespace
{

const base::Date far{*base::Date::parse("2099-01-01")};
constexpr const char* day = "/e/charpentes/journee";

/// The page modules put panels on, as the product has one.
http::Response show_day(guard::Call& call)
{
    return guard::render(
        call, guard::Page{.title = "Ma journée", .body = guard::panels_in(call, "home")});
}
void describe_day(kernel::Module& module)
{
    module.staff("/journee").get("", show_day, guard::any_member());
}

struct Told {
    Cents invoiced;
    Cents collected;
    invoices::Owed owed;
    invoices::Owed later; ///< once every day of payment has passed
    std::vector<invoices::LateInvoice> late;
};

Told told(Office& office)
{
    const auto today = office.as_lea().today();
    return office.as_lea().read([&](WorkspaceTransaction& tx) {
        MoneyStore store{tx};
        const Days one{today, {today.day + std::chrono::days{1}}};
        return Told{store.invoiced(one), store.collected(one), store.owed(today), store.owed(far),
                    store.late(far, 5)};
    });
}

void pay(Office& office, const std::string& place, const std::string& amount,
         const std::string& kind = "payment")
{
    const auto today = office.as_lea().today().text();
    REQUIRE(
        office.lea.browser
            .post(
                place + "/paiements",
                {{"amount", amount}, {"received_on", today}, {"means", "transfer"}, {"kind", kind}})
            .status == 303);
}

} // namespace

TEST_CASE_ENGINES("the money of a day is what was issued, came in and is owed") // DSH-003 DSH-025
{
    Office office{engine};
    CHECK(told(office).owed.count == 0);
    const auto place = issued(office); // 500,00 before taxes, 600,00 with them
    auto money = told(office);
    CHECK(money.invoiced == Cents{50'000});
    CHECK(money.collected == Cents{0});
    CHECK(money.owed.owed == Cents{60'000});
    CHECK(money.owed.late == Cents{0});
    CHECK(money.later.late == Cents{60'000});
    CHECK(money.later.late_count == 1);

    pay(office, place, "250,50");
    money = told(office);
    CHECK(money.collected == Cents{25'050});
    CHECK(money.owed.owed == Cents{34'950});
    REQUIRE(money.late.size() == 1);
    CHECK(money.late.front().left == Cents{34'950});
    CHECK(money.late.front().client_name == "Aurore Penhoat");

    pay(office, place, "50", "refund");
    CHECK(told(office).collected == Cents{20'050});
    pay(office, place, "399,50");
    money = told(office);
    CHECK(money.owed.count == 0);
    CHECK(money.later.late_count == 0);
    CHECK(money.late.empty());
}

TEST_CASE_ENGINES("a credit note takes off what it takes back, and drafts are nothing yet")
{ // DSH-025
    Office office{engine};
    const auto place = issued(office);
    const auto sent = office.lea.browser.post(place + "/avoir", {{"reason", "Erreur"}});
    REQUIRE(sent.status == 303);
    const std::string page{sent.headers.get("Location")};
    CHECK(told(office).invoiced == Cents{50'000});
    const auto credit = page.substr(0, page.rfind("/emission"));
    const auto version = version_in(office.lea.browser.get(page));
    REQUIRE(office.lea.browser.post(credit + "/emission", issuing(version)).status == 303);
    const auto money = told(office);
    CHECK(money.invoiced == Cents{0});
    CHECK(money.owed.count == 0);
}

TEST_CASE_ENGINES(
    "the first page of the day says what waits and what is owed, to who reads invoices")
{ // DSH-005
    Office office{engine, {{"home", describe_day}}};
    CHECK_FALSE(holds(office.lea.browser.get(day), "À encaisser"));
    CHECK_FALSE(holds(office.lea.browser.get(day), "Factures à suivre"));
    priced_draft(office);
    CHECK(holds(office.lea.browser.get(day), "1 facture à émettre"));
    issued(office);
    const auto page = office.lea.browser.get(day);
    CHECK(holds(page, "À encaisser"));
    CHECK(holds(page, "600,00"));
    CHECK(holds(page, "etat=unpaid"));
    const auto other = office.malik.browser.get(day);
    CHECK(other.status == 200);
    CHECK_FALSE(holds(other, "À encaisser"));
    CHECK_FALSE(holds(other, "Factures à suivre"));
}
