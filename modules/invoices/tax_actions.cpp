#include "modules/invoices/tax_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/tenancy/own_preset.hpp"

#include <algorithm>

namespace invoices
{
namespace
{

std::string_view country_of(const tenancy::Workspace& workspace)
{
    return presets::find(workspace.preset).tax_regime;
}

} // namespace

Taxes taxes_of(const tenancy::Workspace& workspace)
{
    const auto& own = tenancy::taxes_of(workspace);
    return {.regime = billing::regime_of(country_of(workspace), own.regime), .usual = own.usual};
}

std::string version_of(const Taxes& taxes)
{
    return std::string{code_of(taxes.regime)} + "/" + taxes.usual;
}

void save_taxes(tenancy::WorkspaceTransaction& tx, const Taxes& taxes, std::string_view seen)
{
    const auto offered = billing::regimes_of(country_of(tx.workspace()));
    if (std::ranges::find(offered, taxes.regime) == offered.end()) throw base::NotFound{};
    const auto text = auth::preset_changes(tx);
    auto changes = presets::read_changes(text);
    const auto before = changes.taxes;
    const Taxes now{.regime = billing::regime_of(country_of(tx.workspace()), before.regime),
                    .usual = before.usual};
    if (!seen.empty() && seen != version_of(now))
        throw base::Refusal{"auth.refusal.preset_changed", {}, base::Refusal::Kind::Conflict};
    const bool is_first = taxes.regime == billing::first_regime(country_of(tx.workspace()));
    const bool is_offered = billing::find_tax_choice(taxes.regime, taxes.usual) != nullptr;
    changes.taxes = {.regime = is_first ? std::string{} : std::string{code_of(taxes.regime)},
                     .usual = is_offered ? taxes.usual : std::string{}};
    if (changes.taxes == before) return;
    auth::change_preset(tx, text, presets::text_of(changes));
    audit::append(tx, {.action = "invoices.taxes_saved",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"regime", before.regime, changes.taxes.regime},
                                   {"usual", before.usual, changes.taxes.usual}}});
}

} // namespace invoices
