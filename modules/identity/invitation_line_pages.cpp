#include "modules/identity/invitation_line_pages.hpp"

#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"

namespace identity
{

InvitationLine invitation_line(const guard::Call& call, const auth::Invitation& invitation)
{
    const auto& workspace = call.context().workspace();
    const auto path = "/reglages/equipe/invitations/" + invitation.id.text();
    const auto* role = presets::find(workspace.preset).find_role(invitation.role);
    const auto until = i18n::long_date(base::date_in(invitation.expires_at, workspace.time_zone));
    return {.name = invitation.name,
            .detail = i18n::t("identity.team.invited",
                              {{"email", invitation.email},
                               {"role", role == nullptr ? invitation.role : role->title},
                               {"date", until}}),
            .is_over = !invitation.is_live(base::now()),
            .resend = html::checked_local(call.in_workspace(path + "/renvoi")),
            .cancel = html::checked_local(call.in_workspace(path + "/annulation"))};
}

} // namespace identity
