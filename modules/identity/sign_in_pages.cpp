#include "modules/identity/sign_in_pages.hpp"

#include "kernel/auth/people.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/cookies.hpp"
#include "kernel/guard/kept.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/identity/door_pages.hpp"
#include "modules/identity/openid_pages.hpp"
#include "modules/identity/return_path.hpp"
#include "modules/identity/sign_in_actions.hpp"
#include "modules/identity/sign_in_views.hpp"
#include "modules/identity/sign_up_actions.hpp"

namespace identity
{

namespace
{

constexpr int busy_retry_seconds = 5;

struct Shown {
    forms::Form<SignIn> form;
    std::string next;
    std::string kept;
    std::string problem_key;
    int status = 200;
    bool asks_captcha = false;
};

presets::SignupPolicy signup_policy(guard::Call& call)
{
    return call.platform().read([&](tenancy::PlatformTransaction& tx) {
        const auto workspace = auth::workspace_by_slug(tx, call.path("workspace"));
        return workspace ? auth::portal_signup(tx, workspace->id)
                         : presets::SignupPolicy::staff_only;
    });
}

/// Where nobody may register by himself, the page says whom to ask.
void offer_sign_up(guard::Call& call, SignInView& view)
{
    if (side_of(call) == tenancy::Side::staff) {
        view.sign_up = html::Url::local("/inscription");
        view.sign_up_words = i18n::t("identity.sign_in.new_business");
    } else if (signup_policy(call) == presets::SignupPolicy::open) {
        view.sign_up = url_on_side(call, "/inscription");
        view.sign_up_words = i18n::t("identity.sign_in.new_client");
    } else {
        view.sign_up_words = i18n::t("identity.sign_up.by_invitation");
    }
}

http::Response sign_in_page(guard::Call& call, Shown shown)
{
    SignInView view{.form = std::move(shown.form),
                    .action = url_on_side(call, "/connexion"),
                    .guard = guard::form_guard(call),
                    .next = shown.next,
                    .kept = shown.kept,
                    .forgotten = url_on_side(call, "/mot-de-passe-oublie"),
                    .takes_user_names = side_of(call) == tenancy::Side::portal};
    if (!shown.problem_key.empty()) view.problem = i18n::t(shown.problem_key);
    if (shown.asks_captcha) view.captcha = new_captcha(call.site().vault(), base::now());
    // What was typed before the session expired would be lost on the way to a provider.
    if (shown.kept.empty()) view.external = openid_buttons(call, shown.next);
    offer_sign_up(call, view);
    return render_door(call, {.title = i18n::t("identity.sign_in.page"),
                              .body = sign_in_view(view),
                              .status = shown.status});
}

Attempt attempt_of(const guard::Call& call, const SignIn& typed)
{
    return {.side = side_of(call),
            .workspace =
                call.has_context() ? call.context().workspace().id : tenancy::WorkspaceId{},
            .identifier = typed.identifier.value,
            .password = typed.password.value,
            .remember = typed.remember ? auth::Remember::yes : auth::Remember::no,
            .captcha = {.sealed = typed.captcha.value,
                        .answer = typed.captcha_answer.value,
                        .given_at = base::now()}};
}

/// A new request of the same browser, as if it had followed us to the proof page: the sealed fields
/// are too long for an address.
http::Response proof_with_kept(guard::Call& call, std::string_view token, const std::string& kept)
{
    http::Request request;
    request.target = request.path = on_side(call, "/connexion/verification");
    request.headers.set("Cookie", std::string{guard::session_cookie_name(side_of(call))} + "=" +
                                      std::string{token});
    request.peer = call.request().peer;
    request.host = call.request().host;
    request.is_https = call.request().is_https;
    request.id = call.request().id;
    return call.site().answer(request, {{"_kept", kept}});
}

http::Response welcome(guard::Call& call, const Entered& entered)
{
    const auto& typed = call.request().form;
    const auto next = safe_return_path(typed.get("_next"));
    const std::string kept{typed.get("_kept")};
    const auto& token = entered.session.token;
    http::Response response;
    if (entered.needs_second_factor) {
        const auto proof = url_on_side(call, "/connexion/verification");
        response = kept.empty() ? call.redirect(next.empty() ? proof.text()
                                                             : proof.with("next", next).text())
                                : proof_with_kept(call, token, kept);
    } else if (auto resumed = guard::resume(call, kept, token)) {
        response = std::move(*resumed);
    } else {
        response = call.redirect(next.empty() ? landing(call, entered.person) : next);
    }
    const auto kept_for = entered.remember == auth::Remember::yes
                              ? std::optional<std::chrono::seconds>{auth::remembered_idle_max}
                              : std::nullopt;
    set_session(call, response, token, kept_for);
    if (!entered.needs_second_factor) complete_link(call, response, entered.person);
    return response;
}

std::string sentence_key(Denial denial)
{
    switch (denial) {
    case Denial::captcha:
        return "identity.error.captcha";
    case Denial::locked:
        return "identity.error.locked";
    case Denial::unconfirmed:
        return "identity.error.unconfirmed";
    case Denial::no_access:
        return "identity.error.no_access";
    case Denial::wrong:
        break;
    }
    return "identity.error.wrong";
}

http::Response denied(guard::Call& call, Shown shown, const Attempt& attempt, Denial denial)
{
    if (denial == Denial::unconfirmed && !sends_too_many(call, attempt.identifier)) {
        const auto person = call.platform().read([&](tenancy::PlatformTransaction& tx) {
            return auth::person_by_email(tx, attempt.identifier);
        });
        if (person) resend_confirmation(call.platform(), *person, attempt.workspace);
    }
    shown.problem_key = sentence_key(denial);
    shown.status = 422;
    shown.asks_captcha = asks_captcha(call.platform(), attempt);
    return sign_in_page(call, std::move(shown));
}

http::Response busy(guard::Call& call, Shown shown)
{
    shown.problem_key = "identity.error.busy";
    shown.status = 503;
    auto response = sign_in_page(call, std::move(shown));
    response.with("Retry-After", std::to_string(busy_retry_seconds));
    return response;
}

} // namespace

http::Response show_sign_in(guard::Call& call)
{
    const auto next = safe_return_path(call.query("next"));
    if (call.signed_in())
        return call.redirect(next.empty() ? landing(call, call.signed_in()->person) : next);
    return sign_in_page(call, {.form = {}, .next = next});
}

http::Response sign_in_instead(guard::Call& call, const guard::SignInPage& page)
{
    return sign_in_page(call, {.form = {}, .next = page.next, .kept = page.kept, .status = 401});
}

http::Response create_session(guard::Call& call)
{
    Shown shown{.form = call.form<SignIn>(),
                .next = safe_return_path(call.request().form.get("_next")),
                .kept = std::string{call.request().form.get("_kept")}};
    if (!shown.form.is_valid()) {
        shown.status = 422;
        return sign_in_page(call, std::move(shown));
    }
    const auto attempt = attempt_of(call, shown.form.command);
    try {
        const auto result =
            sign_in(call.platform(), attempt,
                    {.passwords = passwords(call.site()), .vault = call.site().vault()});
        if (const auto* denial = std::get_if<Denial>(&result))
            return denied(call, std::move(shown), attempt, *denial);
        return welcome(call, std::get<Entered>(result));
    } catch (const secrets::PasswordsBusy&) {
        return busy(call, std::move(shown));
    }
}

http::Response end_session(guard::Call& call)
{
    if (call.signed_in()) sign_out(call.platform(), call.signed_in()->session);
    auto response = call.redirect(on_side(call, "/connexion"), "identity.notice.signed_out");
    response.set_cookie(guard::expired_session_cookie(side_of(call)));
    response.with("Clear-Site-Data", "\"cache\"");
    return response;
}

http::Response end_all_sessions(guard::Call& call)
{
    sign_out_everywhere(call.platform(), call.signed_in()->person.id);
    auto response =
        call.redirect(on_side(call, "/connexion"), "identity.notice.signed_out_everywhere");
    response.set_cookie(guard::expired_session_cookie(side_of(call)));
    response.with("Clear-Site-Data", "\"cache\"");
    return response;
}

} // namespace identity
