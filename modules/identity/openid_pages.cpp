#include "modules/identity/openid_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/cookies.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/log/log.hpp"
#include "modules/identity/door_pages.hpp"
#include "modules/identity/openid_actions.hpp"
#include "modules/identity/openid_cookie_pages.hpp"
#include "modules/identity/openid_views.hpp"
#include "modules/identity/return_path.hpp"

namespace identity
{

namespace
{

using i18n::t;

constexpr int retry_seconds = 10;

auth::OpenIdClient client_of(const guard::Call& call)
{
    const auto& configuration = call.site().configuration();
    for (const auto& provider : configuration.openid_providers)
        if (provider.name == call.path("provider"))
            return {.provider = provider,
                    .redirect_uri =
                        configuration.base_url + "/connexion/avec/" + provider.name + "/retour",
                    .reach = configuration.is_test() ? auth::Reach::loopback_too
                                                     : auth::Reach::https_only};
    throw base::NotFound{};
}

/// "/connexion" of the side the visitor started from.
std::string on_door(const std::string& portal, std::string_view path)
{
    return (portal.empty() ? std::string{} : "/p/" + portal) + std::string{path};
}

html::Url sign_in_url(const std::string& portal, const std::string& next)
{
    const auto door = html::checked_local(on_door(portal, "/connexion"));
    return next.empty() ? door : door.with("next", next);
}

http::Response outcome_page(guard::Call& call, const OpenIdOutcomeView& view, int status)
{
    call.forbid_storing();
    auto response = guard::render(
        call,
        guard::AuthPage{.title = view.title, .body = openid_outcome_view(view), .status = status});
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

/// `key` is the last part of identity.openid.error.
http::Response refused(guard::Call& call, const OpenIdRequest& request, const std::string& key,
                       int status = 422)
{
    return outcome_page(call,
                        {.title = t("identity.openid.failed"),
                         .sentence = t("identity.openid.error." + key),
                         .to = sign_in_url(request.portal, request.next),
                         .label = t("identity.openid.back")},
                        status);
}

http::Response failed(guard::Call& call, const OpenIdRequest& request,
                      const auth::OpenIdFailure& failure)
{
    logs::warn("openid.failed", {{"provider", call.path("provider")}, {"reason", failure.reason}});
    if (failure.kind == auth::OpenIdFailure::Kind::refused)
        return refused(call, request, "refused");
    auto response = refused(call, request, "unreachable", 503);
    response.with("Retry-After", std::to_string(retry_seconds));
    return response;
}

http::Response welcome(guard::Call& call, const OpenIdRequest& request, const Entered& entered)
{
    auto next = request.next;
    if (entered.needs_second_factor) {
        const auto proof = html::checked_local(on_door(request.portal, "/connexion/verification"));
        next = next.empty() ? proof.text() : proof.with("next", next).text();
    } else if (next.empty()) {
        next = request.portal.empty() ? landing(call, entered.person) : on_door(request.portal, "");
    }
    const auto side = request.portal.empty() ? tenancy::Side::staff : tenancy::Side::portal;
    auto response = call.redirect(next);
    response.set_cookie(guard::session_cookie(side, entered.session.token));
    response.with("Cache-Control", "no-store");
    return response;
}

http::Response ask_own_sign_in(guard::Call& call, const OpenIdRequest& request,
                               const auth::ExternalPerson& external)
{
    const auto title = client_of(call).provider.title;
    auto response = outcome_page(call,
                                 {.title = t("identity.openid.link_title"),
                                  .sentence = t("identity.openid.link_first",
                                                {{"provider", title}, {"email", external.email}}),
                                  .to = sign_in_url(request.portal, request.next),
                                  .label = t("identity.openid.link_sign_in")},
                                 200);
    keep_link(call, response,
              {.title = title, .account = external.account, .email = external.email});
    return response;
}

http::Response denied(guard::Call& call, const OpenIdRequest& request, OpenIdDenial denial)
{
    switch (denial) {
    case OpenIdDenial::unverified:
        return refused(call, request, "unverified");
    case OpenIdDenial::no_access:
        return refused(call, request, "no_access");
    case OpenIdDenial::other_person:
        return refused(call, request, "other_person");
    case OpenIdDenial::no_account:
    case OpenIdDenial::unlinked:
        break;
    }
    return refused(call, request, request.portal.empty() ? "no_account" : "no_client");
}

/// The session that began the request, if it is still open; without it this is a sign-in like
/// others.
std::optional<auth::SignedIn> asked_again(const guard::Call& call, const OpenIdRequest& request)
{
    const auto& who = call.signed_in();
    if (!request.again || !who || who->person.id != request.again) return {};
    return who;
}

http::Response come_in(guard::Call& call, const OpenIdRequest& request)
{
    const auto external = auth::redeem(
        client_of(call), request.secrets,
        {.code = std::string{call.query("code")}, .issuer = std::string{call.query("iss")}});
    const auto result = enter_externally(
        call.platform(), external, {.portal = request.portal, .again = asked_again(call, request)});
    if (const auto* entered = std::get_if<Entered>(&result))
        return welcome(call, request, *entered);
    const auto denial = std::get<OpenIdDenial>(result);
    if (denial == OpenIdDenial::unlinked) return ask_own_sign_in(call, request, external);
    return denied(call, request, denial);
}

/// The provider sent him back without a code.
http::Response turned_away(guard::Call& call, const OpenIdRequest& request)
{
    logs::info("openid.turned_away",
               {{"provider", call.path("provider")}, {"error", call.query("error")}});
    if (call.query("error") != "access_denied") return refused(call, request, "refused");
    const auto back = asked_again(call, request) && !request.next.empty()
                          ? request.next
                          : sign_in_url(request.portal, request.next).text();
    return call.redirect(back, "identity.openid.cancelled");
}

bool is_answer_to(const guard::Call& call, const std::optional<OpenIdRequest>& request)
{
    return request && request->provider == call.path("provider") &&
           base::equal_in_constant_time(request->secrets.state, call.query("state"));
}

void forget_unless_kept(http::Response& response)
{
    const auto kept = std::string{openid_cookie_name} + "=";
    for (const auto& [name, value] : response.headers.all())
        if (name == "Set-Cookie" && value.starts_with(kept)) return;
    forget_openid(response);
}

} // namespace

http::Response start_openid(guard::Call& call)
{
    OpenIdRequest request{.provider = call.path("provider"),
                          .portal = side_of(call) == tenancy::Side::portal ? call.path("workspace")
                                                                           : std::string{},
                          .next = safe_return_path(call.query("next")),
                          .again = {},
                          .secrets = auth::new_openid_secrets()};
    const auto client = client_of(call);
    const auto& who = call.signed_in();
    if (who && request.portal.empty() && call.query(again_name) == "1")
        request.again = who->person.id;
    if (who && !request.again)
        return call.redirect(request.next.empty() ? landing(call, call.signed_in()->person)
                                                  : request.next);
    try {
        http::Response response;
        response.status = 303;
        response.headers.set(
            "Location", auth::authorization_address(client, request.secrets,
                                                    request.again ? auth::Prompt::sign_in_again
                                                                  : auth::Prompt::as_it_likes));
        response.with("Cache-Control", "no-store");
        keep_request(call, response, request);
        return response;
    } catch (const auth::OpenIdFailure& failure) {
        return failed(call, request, failure);
    }
}

http::Response finish_openid(guard::Call& call)
{
    client_of(call);
    const auto request = request_of(call);
    if (!is_answer_to(call, request)) {
        logs::warn("openid.unasked", {{"provider", call.path("provider")}});
        return refused(call, {}, "unasked");
    }
    http::Response response;
    try {
        response =
            call.query("code").empty() ? turned_away(call, *request) : come_in(call, *request);
    } catch (const auth::OpenIdFailure& failure) {
        response = failed(call, *request, failure);
    }
    forget_unless_kept(response);
    return response;
}

} // namespace identity
