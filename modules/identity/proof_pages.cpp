#include "kernel/auth/sessions.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/kept.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/identity/door_pages.hpp"
#include "modules/identity/openid_pages.hpp"
#include "modules/identity/return_path.hpp"
#include "modules/identity/second_factor_actions.hpp"
#include "modules/identity/sign_in_pages.hpp"
#include "modules/identity/sign_in_views.hpp"

namespace identity
{

namespace
{

struct Shown {
    std::string next;
    std::string kept;
    std::string problem_key;
    int status = 200;
};

html::Html sign_out_form(const guard::Call& call)
{
    return ui::form({.action = url_on_side(call, "/deconnexion"),
                     .guard = guard::form_guard(call),
                     .classes = "inline"},
                    ui::submit({.label = i18n::t("identity.proof.other_account"),
                                .kind = ui::ButtonKind::Ghost,
                                .size = ui::ButtonSize::Small}));
}

http::Response proof_page(guard::Call& call, const Shown& shown)
{
    const auto& person = call.signed_in()->person;
    const auto problem = shown.problem_key.empty() ? std::string{} : i18n::t(shown.problem_key);
    const ProofView view{.action = url_on_side(call, "/connexion/verification"),
                         .guard = guard::form_guard(call),
                         .sign_out = sign_out_form(call),
                         .account = person.email.empty() ? person.user_name : person.email,
                         .next = shown.next,
                         .kept = shown.kept,
                         .problem = problem};
    call.forbid_storing();
    return render_door(call, {.title = i18n::t("identity.proof.page"),
                              .body = proof_view(view),
                              .status = shown.status});
}

/// Six boxes side by side, one box that took a paste, or a recovery code.
std::string typed_code(const guard::Call& call)
{
    const auto& typed = call.request().form;
    std::string code{typed.get("recovery_code")};
    if (!code.empty()) return code;
    for (const auto digit : typed.every("code"))
        code += digit;
    return code;
}

http::Response come_in(guard::Call& call, const std::string& token, const Shown& shown)
{
    const auto& session = call.signed_in()->session;
    http::Response response;
    if (auto resumed = guard::resume(call, shown.kept, token))
        response = std::move(*resumed);
    else
        response = call.redirect(shown.next.empty() ? landing(call, call.signed_in()->person)
                                                    : shown.next);
    const auto kept_for = session.is_remembered
                              ? std::optional<std::chrono::seconds>{auth::remembered_idle_max}
                              : std::nullopt;
    set_session(call, response, token, kept_for);
    complete_link(call, response, call.signed_in()->person);
    return response;
}

} // namespace

http::Response show_proof(guard::Call& call)
{
    const auto next = safe_return_path(call.query("next"));
    const auto& who = *call.signed_in();
    if (!who.person.has_totp || who.session.totp_proved_at)
        return call.redirect(next.empty() ? landing(call, who.person) : next);
    const auto form = call.blank_form<SignIn>();
    return proof_page(call, {.next = next, .kept = std::string{form.typed_value("_kept")}});
}

http::Response prove_second_factor(guard::Call& call)
{
    Shown shown{.next = safe_return_path(call.request().form.get("_next")),
                .kept = std::string{call.request().form.get("_kept")}};
    const auto result =
        prove(call.platform(), *call.signed_in(), typed_code(call), call.site().vault());
    if (const auto* token = std::get_if<std::string>(&result)) return come_in(call, *token, shown);
    shown.problem_key = std::get<ProofDenial>(result) == ProofDenial::resting
                            ? "identity.error.code_resting"
                            : "identity.error.code";
    shown.status = 422;
    return proof_page(call, shown);
}

} // namespace identity
