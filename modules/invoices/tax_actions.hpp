#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/billing/billing.hpp"

#include <string>

namespace invoices
{

struct Taxes {
    billing::Regime regime = billing::Regime::france;
    std::string usual; ///< code of billing::tax_choices; empty: the first of the regime
};
/// As the business chose, or as its preset begins.
Taxes taxes_of(const tenancy::Workspace& workspace);

/// From now on: what was sent or issued stays as it is, drafts keep what was typed. A usual tax of
/// another regime is forgotten. Audited as "invoices.taxes_saved". Refuses a regime the preset does
/// not offer (base::NotFound), and "auth.refusal.preset_changed" when somebody changed the settings
/// of the workspace meanwhile.
void save_taxes(tenancy::WorkspaceTransaction& tx, const Taxes& taxes);

} // namespace invoices
