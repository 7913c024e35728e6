#include "modules/accounting/fec_causes.hpp"

#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"
#include "modules/settings/settings.hpp"

namespace accounting
{

FecHead fec_head(tenancy::WorkspaceTransaction& tx)
{
    const auto& workspace = tx.workspace();
    const auto profile = settings::profile(tx);
    FecHead head{.siren = {},
                 .business = profile.legal_name.empty() ? workspace.name : profile.legal_name,
                 .causes = {}};
    if (presets::find(workspace.preset).tax_regime != "FR")
        head.causes.push_back(i18n::t("accounting.cause.not_french"));
    if (const auto siret = base::Siret::parse(profile.siret)) head.siren = siret->siren();
    if (!head.siren) head.causes.push_back(i18n::t("accounting.cause.no_siren"));
    return head;
}

} // namespace accounting
