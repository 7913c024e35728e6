#pragma once

#include "app/demonstration/year_writer.hpp"
#include "kernel/base/embedded.hpp"
#include "modules/accounting/accounting.hpp"
#include "modules/crm/crm.hpp"
#include "modules/expenses/expenses.hpp"
#include "modules/invoices/invoice_list_store.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/numbering/numbering.hpp"
#include "modules/quotes/quotes.hpp"
#include "modules/settings/settings.hpp"
#include "modules/signatures/signatures.hpp"
#include "modules/templates/templates.hpp"
#include "tests/world/world.hpp"

#include <algorithm>
#include <string>
#include <vector>

/// A year of a demonstration, told in a world of its own; for tests only.
namespace told_year
{

using tenancy::WorkspaceTransaction;

inline constexpr int whole_year = 365;
/// The least that is told at any hour: a business opens in the morning.
inline constexpr int since_yesterday = 1;

/// A business whose clients are those of the material and whose year was told.
struct Told {
    explicit Told(const std::string& preset, int days = whole_year)
        : world(db::Engine::Sqlite, {{"crm", crm::describe},
                                     {"settings", settings::describe},
                                     {"numbering", numbering::describe},
                                     {"signatures", signatures::describe},
                                     {"templates", templates::describe},
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
        demonstration::YearWriter{world.database(), firm, {material, members, clients}, year}.write(
            days);
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
                const auto page = invoices::InvoiceListStore{tx}.list({.before = before});
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

} // namespace told_year
