#include "kernel/base/refusal.hpp"
#include "kernel/guard/cookies.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "modules/identity/door_pages.hpp"
#include "modules/identity/openid_actions.hpp"
#include "modules/identity/openid_cookie_pages.hpp"
#include "modules/identity/openid_forms.hpp"
#include "modules/identity/openid_pages.hpp"
#include "modules/identity/openid_views.hpp"

#include <algorithm>

namespace identity
{

http::Response unlink_openid(guard::Call& call)
{
    const auto form = call.form<UnlinkIdentity>();
    if (form.is_valid())
        unlink_identity(
            call.platform(), call.signed_in()->person,
            {.issuer = form.command.issuer.value, .subject = form.command.subject.value});
    return call.redirect(on_side(call, "/compte"), "identity.openid.unlinked");
}

html::Html openid_buttons(const guard::Call& call, const std::string& next)
{
    std::vector<ProviderButton> buttons;
    for (const auto& provider : call.site().configuration().openid_providers) {
        const auto start = url_on_side(call, "/connexion/avec/" + provider.name);
        buttons.push_back(
            {.title = provider.title, .to = next.empty() ? start : start.with("next", next)});
    }
    return provider_buttons(buttons);
}

html::Html openid_proof_buttons(guard::Call& call, const std::string& next)
{
    const auto person = call.signed_in()->person.id;
    const auto accounts = call.platform().read(
        [&](tenancy::PlatformTransaction& tx) { return auth::external_accounts_of(tx, person); });
    std::vector<ProviderButton> buttons;
    for (const auto& provider : call.site().configuration().openid_providers)
        if (std::ranges::find(accounts, provider.issuer, &auth::ExternalAccount::issuer) !=
            accounts.end())
            buttons.push_back({.title = provider.title,
                               .to = html::checked_local("/connexion/avec/" + provider.name)
                                         .with(again_name, "1")
                                         .with("next", next)});
    return proof_buttons(buttons);
}

html::Html openid_identities(guard::Call& call)
{
    const auto person = call.signed_in()->person.id;
    IdentitiesView view{.identities = {},
                        .end = url_on_side(call, "/compte/identites/fin"),
                        .guard = guard::form_guard(call)};
    const auto accounts = call.platform().read([&](tenancy::PlatformTransaction& tx) {
        view.is_only_way_in = auth::password_hash_of(tx, person).empty();
        return auth::external_accounts_of(tx, person);
    });
    for (const auto& account : accounts) {
        IdentityLine line{
            .title = account.issuer, .issuer = account.issuer, .subject = account.subject};
        for (const auto& provider : call.site().configuration().openid_providers)
            if (provider.issuer == account.issuer) line.title = provider.title;
        view.identities.push_back(line);
    }
    return identities_card(view);
}

void complete_link(guard::Call& call, http::Response& response, const auth::Person& person)
{
    const auto link = link_of(call);
    if (!link) return;
    guard::Flash flash{.key = "identity.openid.linked", .params = {{"provider", link->title}}};
    try {
        if (!link_identity(call.platform(), person, *link))
            flash = {.key = "identity.openid.not_linked",
                     .params = {{"provider", link->title}, {"email", link->email}}};
    } catch (const base::Refusal& refusal) {
        flash = {.key = refusal.code, .params = {}};
    }
    response.set_cookie({.name = std::string{guard::flash_cookie_name},
                         .value = guard::encode_flash(flash),
                         .max_age_seconds = {}});
    forget_openid(response);
}

} // namespace identity
