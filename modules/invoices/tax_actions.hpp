#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/billing/billing.hpp"

#include <string>
#include <string_view>

namespace invoices
{

struct Taxes {
    billing::Regime regime = billing::Regime::france;
    std::string usual; ///< code of billing::tax_choices; empty: the first of the regime
};
/// As the business chose, or as its preset begins.
Taxes taxes_of(const tenancy::Workspace& workspace);
/// What a form carries of what its reader saw.
std::string version_of(const Taxes& taxes);

/// From now on: what was sent or issued stays as it is, drafts keep what was typed. A usual tax of
/// another regime is forgotten. Audited as "invoices.taxes_saved". Refuses a regime the preset does
/// not offer (base::NotFound), and "auth.refusal.preset_changed" when they are not as `seen` any
/// more (empty: nothing was seen).
void save_taxes(tenancy::WorkspaceTransaction& tx, const Taxes& taxes, std::string_view seen);

} // namespace invoices
