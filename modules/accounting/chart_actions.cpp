#include "modules/accounting/chart_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/presets/preset.hpp"
#include "modules/accounting/bookings.hpp"
#include "modules/expenses/expenses.hpp"

#include <algorithm>

namespace accounting
{
namespace
{

using tenancy::WorkspaceTransaction;

void keep(WorkspaceTransaction& tx, std::string_view action, std::vector<audit::Change> changes)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = std::move(changes)});
    events::touch(tx, "accounting");
}

std::vector<Role> tax_roles(const tenancy::Workspace& workspace)
{
    const auto& regime_name = presets::find(workspace.preset).tax_regime;
    const auto regime = billing::first_regime(regime_name);
    std::vector<Role> roles;
    for (const auto* family : {"collected", "waiting", "paid"}) {
        if (family == std::string_view{"waiting"} && regime_name != "FR") continue;
        for (const auto& choice : billing::tax_choices(regime))
            for (const auto& tax : choice.treatment.taxes) {
                const auto role = tax_role(family, tax.code, tax.rate);
                if (std::ranges::find(roles, role) == roles.end()) roles.push_back(role);
            }
    }
    return roles;
}

} // namespace

std::vector<ChartRow> chart_rows(WorkspaceTransaction& tx)
{
    std::vector<ChartRow> rows;
    const auto types = expenses::type_names(tx);
    const auto add = [&](const Role& role, const std::string& words, const Chart& chart) {
        rows.push_back({.role = role,
                        .words = words,
                        .account = chart.account(role),
                        .is_chosen = chart.is_chosen(role)});
    };
    const auto chart = chart_today(tx);
    const bool is_french = presets::find(tx.workspace().preset).tax_regime == "FR";
    for (const auto& known : default_accounts())
        if (!known.role.starts_with("expense.") && (is_french || !known.role.starts_with("owed.")))
            add(std::string{known.role}, role_words(known.role), chart);
    for (const auto& role : tax_roles(tx.workspace()))
        add(role, role_words(role), chart);
    for (const auto& [code, name] : types)
        add("expense." + code, name, chart_today(tx, name));
    return rows;
}

void choose_account(WorkspaceTransaction& tx, const ChosenAccount& account)
{
    const auto rows = chart_rows(tx);
    const auto row = std::ranges::find(rows, account.role, &ChartRow::role);
    base::refuse_unless(row != rows.end(), "accounting.refusal.role");
    base::refuse_unless(account.number.empty() || is_account_number(account.number),
                        "accounting.refusal.account");

    ChartStore store{tx};
    auto chosen = account;
    if (chosen.label.empty()) chosen.label = row->words;
    if (chosen.number.empty())
        store.forget(chosen.role);
    else
        store.choose(chosen);
    keep(tx, "accounting.account_chosen",
         {{"account", row->account.number,
           chosen.number.empty() ? default_number(chosen.role) : chosen.number}});
}

void choose_tax_due(WorkspaceTransaction& tx, TaxDue due)
{
    ChartStore store{tx};
    const auto before = store.tax_due();
    store.set_tax_due(due);
    keep(tx, "accounting.tax_due_chosen",
         {{"tax_due", std::string{forms::enum_name(before)}, std::string{forms::enum_name(due)}}});
}

} // namespace accounting
