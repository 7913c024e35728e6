#include "modules/invoices/invoice_actions.hpp"
#include "modules/invoices/invoice_list_store.hpp"
#include "modules/invoices/page_test_kit.hpp"

using namespace invoices_test;
using invoices::InvoiceListStore;
using invoices::InvoiceView;
using invoices::ListSums;

namespace
{

const std::string narrow = "\u202f"; // between thousands
const std::string euros = "\u00a0€";

void pay(Office& office, const std::string& place, const std::string& amount)
{
    REQUIRE(office.lea.browser
                .post(place + "/paiements",
                      {{"amount", amount}, {"received_on", "2026-01-15"}, {"means", "transfer"}})
                .status == 303);
}

/// A credit note of 120,00, issued.
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

ListSums sums(Office& office, std::optional<InvoiceView> view)
{
    return office.as_lea().read([&](WorkspaceTransaction& tx) {
        return InvoiceListStore{tx}.sums({.view = view, .today = *base::Date::parse("2099-01-01")});
    });
}

std::string sums_in(const http::Response& page)
{
    const auto at = page.body.find("invoice-sums\" target");
    REQUIRE(at != std::string::npos);
    return page.body.substr(at, page.body.find("</turbo-frame>", at) - at);
}

/// Zipped parts: that there is one is all that is asked here.
bool is_workbook(const http::Response& answer)
{
    return answer.status == 200 && answer.body.starts_with("PK");
}

} // namespace

TEST_CASE_ENGINES("a list sums what it holds: with taxes, before, and what is left to pay")
{ // INV-022
    Office office{engine};
    const auto part = issued(office, "500");
    issued(office, "1000");
    priced_draft(office, "300");
    pay(office, part, "200");
    credit(office, part);
    const ListSums issued_ones{.count = 3,
                               .gross = {60'000 + 120'000 - 12'000},
                               .net = {50'000 + 100'000 - 10'000},
                               .left_due = {28'000 + 120'000}};
    CHECK(sums(office, {}) == issued_ones);
    CHECK(sums(office, InvoiceView::late) ==
          ListSums{.count = 2, .gross = {180'000}, .net = {150'000}, .left_due = {148'000}});
    CHECK(sums(office, InvoiceView::draft) ==
          ListSums{.count = 1, .gross = {36'000}, .net = {30'000}});
    office.as_lea().read([&](WorkspaceTransaction& tx) {
        auto rows = InvoiceListStore{tx}.list({.today = *base::Date::parse("2026-01-01")});
        std::erase_if(rows, [](const auto& row) { return is_open(row.state); });
        CHECK(invoices::sums_of(rows) == issued_ones);
    });
}

TEST_CASE_ENGINES("the sums under the list are of what is ticked, else of the list") // INV-022
{
    Office office{engine};
    const auto first = issued(office, "500");
    issued(office, "1000");
    const auto whole = sums_in(office.lea.browser.get(office.list));
    CHECK(whole.find("1" + narrow + "800,00" + euros) != std::string::npos);
    CHECK(whole.find("1" + narrow + "500,00" + euros) != std::string::npos);
    const auto page = office.lea.browser.get(office.list + "?pick=" + id_of(first).text());
    const auto ticked = sums_in(page);
    CHECK(ticked.find("600,00" + euros) != std::string::npos);
    CHECK(ticked.find("500,00" + euros) != std::string::npos);
    CHECK(ticked.find("Factures cochées") != std::string::npos);
    CHECK(holds(page, "value=\"" + id_of(first).text() + "\" aria-label=\"Ajouter au total"));
}

TEST_CASE_ENGINES("a longer list is summed as a whole only where it is asked for") // INV-022
{
    Office office{engine};
    office.as_lea().write([&](WorkspaceTransaction& tx) {
        for (int i = 0; i <= invoices::invoice_page_rows; ++i)
            invoices::start_invoice(tx, {.client_id = office.aurore,
                                         .title = "Extension bois",
                                         .gross = {{1'200}},
                                         .net = {{1'000}}});
    });
    const auto shown = sums_in(office.lea.browser.get(office.list + "?etat=draft"));
    CHECK(shown.find("600,00" + euros) != std::string::npos);
    CHECK(shown.find("Total de toute la liste") != std::string::npos);
    const auto whole = sums_in(office.lea.browser.get(office.list + "?etat=draft&totaux=1"));
    CHECK(whole.find("612,00" + euros) != std::string::npos);
}

TEST_CASE_ENGINES("the list as it is narrowed leaves as CSV and for a spreadsheet") // INV-022
{
    Office office{engine};
    const auto part = issued(office, "1000");
    priced_draft(office);
    pay(office, part, "200");
    const auto file = office.lea.browser.get(office.list + "/export.csv?etat=unpaid");
    CHECK(file.status == 200);
    CHECK(holds(file, facts_of(office, part).number + ";Facture;Extension bois;Aurore Penhoat"));
    CHECK(holds(file, ";1000,00;200,00;1200,00;0,00;200,00;0,00;1000,00;EUR"));
    CHECK_FALSE(holds(file, "Brouillon"));
    CHECK(holds(office.lea.browser.get(office.list + "/export.csv"), "Brouillon"));
    CHECK(is_workbook(office.lea.browser.get(office.list + "/export.xlsx?q=extension")));
    CHECK(office.malik.browser.get(office.list + "/export.csv").status == 403);
    CHECK(office.malik.browser.get(office.list + "/export.xlsx").status == 403);
}
