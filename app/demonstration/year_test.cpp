#include "app/demonstration/told_year_test_kit.hpp"
#include "modules/invoices/invoice_actions.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/issuing_actions.hpp"
#include "modules/settings/profile_store.hpp"

#include <doctest.h>

#include <map>

using tenancy::WorkspaceTransaction;
using told_year::Told;
using told_year::whole_year;

TEST_CASE("a year of a builder: sold, paid, credited and bought, each in its day")
{
    Told told{"chantier"};
    const auto rows = told.issued();
    std::map<invoices::InvoiceKind, int> kinds;
    int paid = 0;
    int late = 0;
    std::map<std::string, int> numbered; // by what stands before the number
    for (const auto& row : rows) {
        ++kinds[row.kind];
        const auto cut = row.number.rfind('-');
        CHECK(std::stoi(row.number.substr(cut + 1)) == ++numbered[row.number.substr(0, cut)]);
        CHECK(row.issued_on.value() <= told.today());
        if (row.kind == invoices::InvoiceKind::credit_note) continue;
        const auto left = row.balance().left();
        if (left == base::Cents{}) ++paid;
        if (left > base::Cents{} && row.due_on < told.today()) ++late;
    }
    CHECK(kinds[invoices::InvoiceKind::invoice] >= 40);
    CHECK(kinds[invoices::InvoiceKind::deposit] == 6);
    CHECK(kinds[invoices::InvoiceKind::balance] >= 3);
    CHECK(kinds[invoices::InvoiceKind::credit_note] >= 1);
    CHECK(paid > 40);
    CHECK(late >= 1);
    CHECK(late < 12);

    const auto verdict = ledger::verify(told.context(), {});
    CHECK(verdict.is_intact());
    CHECK(verdict.checked > 100);
    const auto first = base::Date{told.today().day - std::chrono::days{whole_year}};
    const auto bought = told.context().read(
        [&](WorkspaceTransaction& tx) { return expenses::totals(tx, first, told.today()); });
    CHECK(bought.size() >= 6);
}

TEST_CASE("a year of a repairer in Québec: two taxes, dollars, no e-invoice")
{
    Told told{"depannage-informatique"};
    const auto rows = told.issued();
    CHECK(rows.size() >= 70);
    const auto facts = told.context().read([&](WorkspaceTransaction& tx) {
        return invoices::facts(tx, {rows.front().id}).at(rows.front().id);
    });
    REQUIRE(facts.figures.rows.size() == 2);
    CHECK(facts.figures.rows[0].code == "TPS");
    CHECK(facts.figures.rows[1].code == "TVQ");
    CHECK(ledger::verify(told.context(), {}).is_intact());
}

TEST_CASE("from 100 $ on, an invoice of Québec leaves only with the numbers of its taxes")
{
    Told told{"depannage-informatique", told_year::since_yesterday};
    const auto draft = [&](WorkspaceTransaction& tx, std::int64_t dollars) {
        const std::vector<sale_documents::Line> lines{
            {.name = "Soutien", .unit_price = {dollars * 100 * 100}, .tax = "tps_tvq"}};
        const auto id = invoices::start_invoice(
            tx, {.client_id = crm::active_clients(tx).front().id, .title = "Soutien"});
        auto invoice = invoices::invoice_by_id(tx, id);
        invoices::save_invoice(tx, invoice, lines, invoice.version);
        return invoices::missing_in(tx, invoices::invoice_by_id(tx, id));
    };
    told.context().write([&](WorkspaceTransaction& tx) {
        CHECK(draft(tx, 200).empty());
        auto profile = settings::profile(tx);
        profile.tps_number.clear();
        REQUIRE(settings::write_profile(tx, profile));
        CHECK(draft(tx, 80).empty());
        const auto missing = draft(tx, 200);
        REQUIRE(missing.size() == 1);
        CHECK(missing.front().sentence.find("TPS") != std::string::npos);
        CHECK(missing.front().path == "/reglages/entreprise");
    });
}
