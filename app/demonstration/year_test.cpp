#include "app/demonstration/year_writer.hpp"
#include "kernel/base/embedded.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/accounting/accounting.hpp"
#include "modules/crm/crm.hpp"
#include "modules/expenses/expenses.hpp"
#include "modules/invoices/invoice_actions.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/invoices/issuing_actions.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/numbering/numbering.hpp"
#include "modules/quotes/quotes.hpp"
#include "modules/settings/profile_store.hpp"
#include "modules/settings/settings.hpp"
#include "modules/signatures/signatures.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <algorithm>
#include <map>

using demonstration::People;
using demonstration::Year;
using demonstration::YearWriter;
using tenancy::WorkspaceTransaction;

namespace
{

constexpr int whole_year = 365;

/// A business whose clients are those of the material and whose year was told.
struct Told {
    explicit Told(const std::string& preset, int days = whole_year)
        : world(db::Engine::Sqlite, {{"crm", crm::describe},
                                     {"settings", settings::describe},
                                     {"numbering", numbering::describe},
                                     {"signatures", signatures::describe},
                                     {"quotes", quotes::describe},
                                     {"invoices", invoices::describe},
                                     {"ledger", ledger::describe},
                                     {"expenses", expenses::describe},
                                     {"accounting", accounting::describe}}),
          material(demonstration::read_people(base::embedded_presets(), preset)),
          firm(world.add_workspace("atelier", preset)),
          owner(world.add_member(firm, {.name = "Lea Riou", .role = "admin"}))
    {
        const std::vector<tenancy::MembershipId> members(material.business.members.size(),
                                                         owner.actor.membership);
        const auto clients = context().write([&](WorkspaceTransaction& tx) { return added(tx); });
        const auto year = demonstration::read_year(base::embedded_presets(), material).value();
        YearWriter{world.database(), firm, {material, members, clients}, year}.write(days);
    }
    tenancy::Context context() { return world.context(firm, owner.actor); }
    std::vector<tenancy::ClientId> added(WorkspaceTransaction& tx)
    {
        std::vector<tenancy::ClientId> ids;
        for (const auto& client : material.clients) {
            const auto kind = client.is_person ? crm::ClientKind::person : crm::ClientKind::company;
            ids.push_back(crm::add_client(tx, {.kind = kind,
                                               .company_name = client.is_person ? "" : client.name,
                                               .first_name = client.is_person ? "Aurore" : "",
                                               .last_name = client.is_person ? "Penhoat" : "",
                                               .email = client.email,
                                               .phone = client.phone,
                                               .billing_address = client.place.address,
                                               .billing_postal_code = client.place.postal_code,
                                               .billing_city = client.place.city}));
        }
        return ids;
    }
    /// All that was issued, the oldest first.
    std::vector<invoices::InvoiceRow> issued()
    {
        auto rows = context().read([&](WorkspaceTransaction& tx) {
            std::vector<invoices::InvoiceRow> all;
            for (invoices::InvoiceId before;;) {
                const auto page = invoices::InvoiceStore{tx}.list({.before = before});
                if (page.empty()) return all;
                all.insert(all.end(), page.begin(), page.end());
                before = page.back().id;
            }
        });
        std::erase_if(rows, [](const auto& row) { return row.number.empty(); });
        std::ranges::sort(rows, {}, &invoices::InvoiceRow::id);
        return rows;
    }
    base::Date today() { return context().today(); }

    test_world::World world;
    demonstration::Material material;
    tenancy::Workspace firm;
    test_world::Member owner;
};

} // namespace

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
    Told told{"depannage-informatique", 0};
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
