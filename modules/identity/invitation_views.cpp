#include "modules/identity/invitation_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

namespace identity
{

using namespace html;
using i18n::t;

namespace
{

Html one_button(const Html& guard, const Url& to, std::string_view label_key)
{
    return ui::form({.action = to, .guard = guard, .classes = "inline"},
                    ui::submit({.label = t(label_key), .size = ui::ButtonSize::Small}));
}

Html buttons(const InvitationLine& line, const std::optional<Html>& guard)
{
    if (!guard) return none;
    return div(cls("flex flex-wrap gap-2 px-4 pb-3"),
               one_button(*guard, line.resend, "identity.team.resend"),
               one_button(*guard, line.cancel, "identity.team.cancel"));
}

} // namespace

Html invitation_rows(const std::vector<InvitationLine>& lines, const std::optional<Html>& guard)
{
    return each(lines, [&](const InvitationLine& line) {
        const auto state =
            line.is_over ? span(cls("badge t-amber"), t("identity.team.invitation_over")) : none;
        return group(ui::row({.lead = span(cls("tile t-gray"), ui::icon("mail")),
                              .title = line.name,
                              .detail = line.detail,
                              .aside = state}),
                     buttons(line, guard));
    });
}

} // namespace identity
