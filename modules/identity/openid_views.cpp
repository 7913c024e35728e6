#include "modules/identity/openid_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/identity/form_parts.hpp"

namespace identity
{

using namespace html;
using i18n::t;

namespace
{

/// Another site answers: a script that follows links by itself cannot.
Attribute leaves_the_site()
{
    return attribute<"data-turbo">("false");
}

Html provider_button(const ProviderButton& provider)
{
    return ui::link_button(provider.to,
                           {.label = t("identity.openid.continue", {{"provider", provider.title}}),
                            .size = ui::ButtonSize::Large,
                            .classes = "w-full",
                            .more = leaves_the_site()});
}

Html end_form(const IdentitiesView& view, const IdentityLine& line)
{
    return ui::form(
        {.action = view.end, .guard = view.guard, .classes = "inline"},
        ui::hidden_field("issuer", line.issuer), ui::hidden_field("subject", line.subject),
        ui::submit({.label = t("identity.openid.unlink"), .size = ui::ButtonSize::Small}));
}

} // namespace

Html provider_buttons(const std::vector<ProviderButton>& providers)
{
    if (providers.empty()) return none;
    return div(cls("mt-6 grid gap-2"), p(cls("text-13 text-fg-2"), t("identity.openid.or")),
               each(providers, provider_button));
}

Html proof_buttons(const std::vector<ProviderButton>& providers)
{
    return each(providers, [](const ProviderButton& provider) {
        return ui::link_button(provider.to,
                               {.label = t("identity.openid.again", {{"provider", provider.title}}),
                                .icon = "key-round",
                                .kind = ui::ButtonKind::Primary,
                                .more = leaves_the_site()});
    });
}

Html openid_outcome_view(const OpenIdOutcomeView& view)
{
    return group(heading(view.title, view.sentence),
                 div(cls("mt-7"), ui::link_button(view.to, {.label = view.label,
                                                            .kind = ui::ButtonKind::Primary,
                                                            .size = ui::ButtonSize::Large,
                                                            .classes = "w-full"})));
}

Html identities_card(const IdentitiesView& view)
{
    if (view.identities.empty()) return none;
    const auto rows = each(view.identities, [&](const IdentityLine& line) {
        return ui::row({.title = line.title,
                        .detail = line.issuer,
                        .aside = view.is_only_way_in ? none : end_form(view, line)});
    });
    return ui::card({.title = t("identity.openid.identities"), .id = "identites"}, rows);
}

} // namespace identity
