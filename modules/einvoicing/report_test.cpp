#include "modules/einvoicing/dispatch_store.hpp"
#include "modules/einvoicing/report_store.hpp"
#include "modules/einvoicing/report_sums.hpp"
#include "modules/einvoicing/transmission_test_kit.hpp"

#include <random>

using namespace transmission_test;
using base::Cents;
using einvoicing::Flux;
using einvoicing::ReportLine;

namespace
{

const std::string reports_page = "/e/charpentes/reglages/e-reporting";

/// Everything that is told, or waits to be.
struct Told {
    Cents net, tax, paid;
};

struct Yard : Desk {
    explicit Yard(db::Engine engine) : Desk(engine) { office.aurore = person; }

    base::Date today() { return base::date_in(base::now(), office.firm.time_zone); }
    int choose(const std::string& regime, const std::string& from = "2026-01-01")
    {
        return office.lea.browser.post(reports_page, {{"regime", regime}, {"starts_on", from}})
            .status;
    }
    std::string sold(const std::string& price) { return invoices_test::issued(office, price); }
    int pay(const std::string& place, const std::string& kind, const std::string& amount)
    {
        return office.lea.browser
            .post(place + "/paiements", {{"kind", kind},
                                         {"amount", amount},
                                         {"received_on", today().text()},
                                         {"means", "transfer"},
                                         {"reference", ""}})
            .status;
    }
    int credit(const std::string& place, const std::string& amount)
    {
        const auto sent =
            office.lea.browser.post(place + "/avoir", {{"credited", amount}, {"reason", "Geste"}});
        if (sent.status != 303) return sent.status;
        const std::string page{sent.headers.get("Location")};
        return office.lea.browser.post(page, invoices_test::issuing("1")).status;
    }
    /// The hour of the house, that much later; then it is today again.
    void pass(const std::string& shift)
    {
        base::set_test_clock(shift);
        einvoicing::plan_fetching(office.world.database());
        run();
        base::set_test_clock("+0s");
    }
    std::vector<ReportLine> untold(Flux flux)
    {
        return office.as_lea().read([&](WorkspaceTransaction& tx) {
            return einvoicing::ReportStore{tx}.untold(
                {.flux = flux, .from = {}, .until = base::Date::parse("2999-01-01").value()});
        });
    }
    std::vector<einvoicing::Report> reports()
    {
        return office.as_lea().read(
            [](WorkspaceTransaction& tx) { return einvoicing::ReportStore{tx}.reports(); });
    }
    Told all()
    {
        Told told;
        for (const auto flux : einvoicing::every_flux) {
            const auto waiting = einvoicing::total_of(untold(flux));
            told.net += waiting.net;
            told.tax += waiting.tax;
            told.paid += waiting.paid;
        }
        for (const auto& report : reports()) {
            told.net += report.net;
            told.tax += report.tax;
            told.paid += report.paid;
        }
        return told;
    }
};

} // namespace

TEST_CASE_ENGINES("what is told is what was issued and paid, to the cent, over any set of sales")
{ // INV-056
    Yard yard{engine};
    yard.connect();
    CHECK(yard.choose("monthly") == 303);
    std::mt19937 dice{static_cast<unsigned>(2026)};
    std::vector<std::string> places;
    Told owed;
    for (int i = 0; i < 6; ++i) {
        const auto cents = 1 + dice() % 90'000;
        places.push_back(yard.sold(std::to_string(cents / 100) + "," +
                                   (cents % 100 < 10 ? "0" : "") + std::to_string(cents % 100)));
        const auto facts = invoices_test::facts_of(yard.office, places.back());
        owed.net += facts.figures.totals.net;
        owed.tax += facts.figures.totals.tax;
        if (i % 3 == 1) yard.pass("+" + std::to_string(8 * i) + "d");
        const auto& place = places[dice() % places.size()];
        const auto left = invoices_test::facts_of(yard.office, place).balance.left();
        if (left.value > 10 && yard.pay(place, "payment", i % 2 == 0 ? "0,07" : "0,01") == 303)
            owed.paid += Cents{i % 2 == 0 ? 7 : 1};
        if (i % 2 == 1) yard.credit(places.front(), "0,0" + std::to_string(i));
    }
    Cents credited;
    for (const auto& place : places)
        credited += invoices_test::facts_of(yard.office, place).balance.credited;
    const auto told = yard.all();
    CHECK(told.net + told.tax == owed.net + owed.tax - credited);
    CHECK(told.paid == owed.paid);
    yard.pass("+90d");
    CHECK(yard.untold(Flux::private_sales).empty());
    CHECK(yard.untold(Flux::private_payments).empty());
    const auto later = yard.all();
    CHECK(later.net + later.tax == told.net + told.tax);
    CHECK(later.paid == told.paid);
    CHECK(yard.platform.complaints.empty());
}

TEST_CASE_ENGINES(
    "a period leaves once, whatever the network does, and what is late goes with the next")
{ // INV-056
    Yard yard{engine};
    yard.connect();
    CHECK(yard.choose("monthly") == 303);
    const auto place = yard.sold("100");
    CHECK(
        yard.office.lea.browser.post(reports_page + "/envoi", {{"flux", "private_sales"}}).status ==
        422); // not over
    yard.platform.faults = {Fault::lost};
    for (const char* later : {"+12d", "+18d", "+19d", "+20d"})
        yard.pass(later);
    REQUIRE(yard.reports().size() == 1);
    REQUIRE(yard.platform.submitted.size() == 1);
    const auto first = yard.platform.submitted.front();
    CHECK(first.tracking.starts_with("ER-10.3-"));
    CHECK(first.bytes.find("<TaxExclusiveAmount>100.00</TaxExclusiveAmount>") != std::string::npos);
    CHECK(yard.shown(reports_page).find(">Transmis</span>") != std::string::npos);

    CHECK(yard.credit(place, "60") == 303);
    yard.pass("+60d");
    REQUIRE(yard.platform.submitted.size() == 2);
    CHECK(yard.platform.submitted.back().bytes.find("<TaxTotal>-10.00</TaxTotal>") !=
          std::string::npos);
    CHECK(yard.platform.complaints.empty());
}

TEST_CASE_ENGINES(
    "an e-invoice to a business is not told again, and goods or « les débits » tell no payment")
{ // INV-056
    Yard yard{engine};
    yard.connect();
    CHECK(yard.choose("quarterly") == 303);
    yard.office.aurore = yard.business;
    const auto to_business = yard.invoice();
    CHECK(yard.pay(to_business, "payment", "600") == 303);
    for (const auto flux : einvoicing::every_flux)
        CHECK(yard.untold(flux).empty());
    yard.office.aurore = yard.person;
    const auto to_person = yard.sold("100");
    CHECK(yard.pay(to_person, "payment", "50") == 303);
    CHECK(yard.pay(to_person, "refund", "20") == 303);
    const auto payments = yard.untold(Flux::private_payments);
    REQUIRE(payments.size() == 2);
    CHECK(payments[0].paid == Cents{5'000});
    CHECK(payments[1].paid == Cents{-2'000});
}

TEST_CASE_ENGINES(
    "the page says what would be told, gives its figures, and is for who sets the house up")
{ // INV-056
    Yard yard{engine};
    const auto place = yard.sold("100");
    auto& browser = yard.office.lea.browser;
    CHECK(yard.shown(reports_page).find("Rien ne part avant") != std::string::npos);
    CHECK(yard.choose("daily") == 422);
    CHECK(yard.choose("quarterly") == 303);
    const auto page = yard.shown(reports_page);
    CHECK(page.find("Ventes aux particuliers (10.3)") != std::string::npos);
    CHECK(page.find("1 facture ou avoir") != std::string::npos);
    const auto first = yard.today().text().substr(0, 8) + "01";
    const auto file = reports_page + "/fichier?flux=private_sales&debut=" + first;
    const auto csv = browser.get(file + "&format=csv");
    CHECK(csv.status == 200);
    CHECK(csv.body.find(";TPS1;EUR;20,00;100,00;20,00;;1") != std::string::npos);
    CHECK(browser.get(file + "&format=xml").body.starts_with("<?xml"));
    CHECK(browser.get(reports_page + "/fichier?flux=private_sales&debut=1999-01-01").status == 404);
    CHECK(browser.post(reports_page + "/envoi", {{"flux", "private_sales"}}).status == 422);
    CHECK(yard.office.malik.browser.get(reports_page).status == 403);
}
