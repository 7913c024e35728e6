#include "modules/invoices/invoice_list_store.hpp"
#include "modules/invoices/page_test_kit.hpp"

#include <set>

using namespace invoices_test;
using invoices::InvoiceListStore;
using invoices::InvoiceView;

namespace
{

const base::Date soon{*base::Date::parse("2026-01-01")};
const base::Date far{*base::Date::parse("2099-01-01")};

/// The views an invoice is listed in that day.
std::set<InvoiceView> views_of(Office& office, const std::string& place, base::Date today = soon)
{
    std::set<InvoiceView> found;
    office.as_lea().read([&](WorkspaceTransaction& tx) {
        for (const auto view : {InvoiceView::draft, InvoiceView::checked, InvoiceView::unpaid,
                                InvoiceView::late, InvoiceView::paid, InvoiceView::refunded,
                                InvoiceView::cancelled, InvoiceView::credit_note}) {
            const auto rows = InvoiceListStore{tx}.list({.view = view, .today = today});
            if (std::ranges::count(rows, id_of(place), &invoices::InvoiceRow::id) > 0)
                found.insert(view);
        }
    });
    return found;
}

void pay(Office& office, const std::string& place, const std::string& amount,
         const std::string& kind = "payment")
{
    REQUIRE(office.lea.browser
                .post(place + "/paiements", {{"amount", amount},
                                             {"received_on", "2026-01-15"},
                                             {"means", "transfer"},
                                             {"kind", kind}})
                .status == 303);
}

} // namespace

TEST_CASE_ENGINES("an invoice is listed where it stands, whatever it went through") // INV-022
{
    Office office{engine};
    const auto place = priced_draft(office);
    CHECK(views_of(office, place) == std::set{InvoiceView::draft});
    REQUIRE(office.lea.browser.post(place + "/validation", {{"version", "2"}}).status == 303);
    CHECK(views_of(office, place) == std::set{InvoiceView::checked});
    REQUIRE(office.lea.browser.post(place + "/emission", issuing("3")).status == 303);
    CHECK(views_of(office, place) == std::set{InvoiceView::unpaid});
    CHECK(views_of(office, place, far) == std::set{InvoiceView::unpaid, InvoiceView::late});
    pay(office, place, "200");
    CHECK(views_of(office, place) == std::set{InvoiceView::unpaid});
    pay(office, place, "400");
    CHECK(views_of(office, place, far) == std::set{InvoiceView::paid});
    pay(office, place, "600", "refund");
    CHECK(views_of(office, place) == std::set{InvoiceView::refunded});
}

TEST_CASE_ENGINES("what a credit note takes back is listed as cancelled, the note on its own")
{
    Office office{engine};
    const auto place = issued(office);
    const auto sent = office.lea.browser.post(place + "/avoir", {{"reason", "Erreur"}});
    REQUIRE(sent.status == 303);
    const std::string page{sent.headers.get("Location")};
    const auto credit = page.substr(0, page.rfind("/emission"));
    CHECK(views_of(office, credit) == std::set{InvoiceView::draft});
    REQUIRE(office.lea.browser.post(page, issuing("1")).status == 303);
    CHECK(views_of(office, credit) == std::set{InvoiceView::credit_note});
    CHECK(views_of(office, place) == std::set{InvoiceView::cancelled});
}

TEST_CASE_ENGINES("views one acts on say how many they hold; what is late is unpaid too")
{
    Office office{engine};
    issued(office);
    pay(office, issued(office), "600");
    priced_draft(office);
    const auto counts = office.as_lea().read(
        [](WorkspaceTransaction& tx) { return InvoiceListStore{tx}.counts(far); });
    CHECK(counts == std::map<InvoiceView, std::int64_t>{{InvoiceView::draft, 1},
                                                        {InvoiceView::unpaid, 1},
                                                        {InvoiceView::late, 1},
                                                        {InvoiceView::paid, 0}});
}
