#include "modules/identity/second_factor_pages.hpp"

#include "kernel/auth/credentials.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/secrets/totp.hpp"
#include "modules/identity/door_pages.hpp"
#include "modules/identity/password_actions.hpp"
#include "modules/identity/qr_code_views.hpp"
#include "modules/identity/return_path.hpp"
#include "modules/identity/second_factor_actions.hpp"
#include "modules/identity/second_factor_views.hpp"

namespace identity
{

namespace
{

constexpr auto page_path = "/compte/double-authentification";

/// "JBSW Y3DP EHPK 3PXP": what is copied by hand.
std::string in_groups(std::string_view letters)
{
    std::string grouped;
    for (std::size_t at = 0; at < letters.size(); at += 4)
        grouped.append(at == 0 ? "" : " ").append(letters.substr(at, 4));
    return grouped;
}

std::string account_of(const auth::Person& person)
{
    return person.email.empty() ? person.user_name : person.email;
}

http::Response enrolment_page(guard::Call& call, const Enrolment& enrolment,
                              std::string_view problem_key)
{
    const auto uri = secrets::totp_uri(enrolment.secret, i18n::t("guard.brand"),
                                       account_of(call.signed_in()->person));
    const EnrolmentView view{.action = url_on_side(call, page_path),
                             .guard = guard::form_guard(call),
                             .qr = qr_code(uri, i18n::t("identity.second_factor.qr")),
                             .secret = in_groups(base::base32(enrolment.secret)),
                             .sealed = enrolment.sealed,
                             .problem = problem_key.empty() ? "" : i18n::t(problem_key),
                             .is_demanded = !call.query("next").empty()};
    call.forbid_storing();
    return render_door(call, {.title = i18n::t("identity.second_factor.title"),
                              .body = enrolment_view(view),
                              .status = problem_key.empty() ? 200 : 422});
}

http::Response management_page(guard::Call& call, std::string_view problem_key)
{
    const auto left = call.platform().read([&](tenancy::PlatformTransaction& tx) {
        return auth::recovery_codes_left(tx, call.signed_in()->person.id);
    });
    const SecondFactorView view{.guard = guard::form_guard(call),
                                .turn_off = url_on_side(call, "/compte/double-authentification/"
                                                              "changement"),
                                .codes_left = left,
                                .problem = problem_key.empty() ? "" : i18n::t(problem_key)};
    return render_door(call, {.title = i18n::t("identity.second_factor.title"),
                              .body = second_factor_view(view),
                              .status = problem_key.empty() ? 200 : 422});
}

http::Response codes_page(guard::Call& call, const std::vector<std::string>& codes)
{
    call.forbid_storing();
    return render_door(call,
                       {.title = i18n::t("identity.second_factor.codes_title"),
                        .body = recovery_codes_view(
                            codes, html::checked_local(landing(call, call.signed_in()->person)))});
}

/// These routes also serve who has not proved his factor yet, so that he may enrol; who has one
/// proves it first.
bool must_prove(const guard::Call& call)
{
    return call.signed_in()->person.has_totp && !call.signed_in()->session.totp_proved_at;
}

std::string typed_code(const guard::Call& call)
{
    std::string code;
    for (const auto digit : call.request().form.every("code"))
        code += digit;
    return code;
}

} // namespace

http::Response show_second_factor(guard::Call& call)
{
    if (must_prove(call)) return call.redirect(on_side(call, "/connexion/verification"));
    const auto& person = call.signed_in()->person;
    if (person.has_totp) return management_page(call, {});
    return enrolment_page(call, new_enrolment(call.site().vault(), person.id), {});
}

http::Response add_second_factor(guard::Call& call)
{
    if (must_prove(call)) return call.redirect(on_side(call, "/connexion/verification"));
    const auto& who = *call.signed_in();
    const auto enrolment =
        reopened_enrolment(call.site().vault(), who.person.id, call.request().form.get("secret"));
    if (!enrolment) return call.redirect(on_side(call, page_path));
    const auto enrolled = enrol(call.platform(), who, *enrolment, typed_code(call));
    if (!enrolled) return enrolment_page(call, *enrolment, "identity.error.code");
    auto response = codes_page(call, enrolled->recovery_codes);
    const auto kept_for = who.session.is_remembered
                              ? std::optional<std::chrono::seconds>{auth::remembered_idle_max}
                              : std::nullopt;
    set_session(call, response, enrolled->session_token, kept_for);
    return response;
}

http::Response change_second_factor(guard::Call& call)
{
    const auto& who = *call.signed_in();
    const auto& typed = call.request().form;
    try {
        if (!is_password_of(call.platform(), who.person.id, typed.get("password"),
                            passwords(call.site())))
            return management_page(call, "identity.error.password_wrong");
    } catch (const secrets::PasswordsBusy&) {
        return management_page(call, "identity.error.busy");
    }
    if (typed.has("renew")) return codes_page(call, renew_recovery_codes(call.platform(), who));
    turn_off_second_factor(call.platform(), who);
    return call.redirect(on_side(call, "/compte"), "identity.notice.second_factor_removed");
}

} // namespace identity
