#include "modules/invoices/page_test_kit.hpp"
#include "modules/ledger/invoice_listeners.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/ledger/ledger_store.hpp"

using namespace invoices_test;

namespace
{

std::vector<ledger::Record> chain(Office& office)
{
    return office.as_lea().read(
        [](WorkspaceTransaction& tx) { return ledger::LedgerStore{tx}.after(0, 100); });
}

/// As the module's manifest does.
void listen()
{
    events::bus().on<invoices::InvoiceIssued>(ledger::on_invoice_issued);
    events::bus().on<invoices::PaymentRecorded>(ledger::on_payment_recorded);
}

} // namespace

TEST_CASE_ENGINES("an invoice and its payment are chained by the transactions that make them")
{ // INV-060
    Office office{engine};
    listen();
    const auto place = issued(office);
    REQUIRE(chain(office).size() == 1);
    const auto first = chain(office).at(0);
    const auto invoice = ledger::event_from(first.kind, first.payload);
    CHECK(invoice.kind == ledger::EventKind::invoice_issued);
    CHECK(invoice.total.value == 60'000);
    REQUIRE(invoice.taxes.size() == 1);
    CHECK(invoice.taxes[0].base.value == 50'000);
    CHECK(invoice.taxes[0].tax.value == 10'000);
    CHECK(invoice.client_name == "Aurore Penhoat");
    const Typed paying{{"amount", "200"},
                       {"received_on", "2026-01-15"},
                       {"means", "cheque"},
                       {"reference", "CHQ 1"}};
    REQUIRE(office.lea.browser.post(place + "/paiements", paying).status == 303);
    const auto last = chain(office).at(1);
    const auto payment = ledger::event_from(last.kind, last.payload);
    CHECK(payment.mode == "cheque");
    CHECK(payment.total.value == 20'000);
    CHECK(payment.number == invoice.number);
    CHECK(ledger::verify(office.as_lea(), {}).is_intact());
}
