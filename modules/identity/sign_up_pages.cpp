#include "modules/identity/sign_up_pages.hpp"

#include "kernel/auth/sign_ins.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/delivery.hpp"
#include "modules/identity/door_pages.hpp"
#include "modules/identity/form_parts.hpp"
#include "modules/identity/passwords.hpp"
#include "modules/identity/sign_up_actions.hpp"
#include "modules/identity/sign_up_views.hpp"

namespace identity
{

namespace
{

constexpr std::int64_t sign_ups_before_captcha = 3;
constexpr auth::FailureLimit never_locks{.lock_at = 1'000'000, .lock_time = auth::lock_for};

std::string address_subject(const guard::Call& call)
{
    return "sign_up:" + call.request().peer;
}

bool asks_captcha(guard::Call& call)
{
    return call.platform().read([&](tenancy::PlatformTransaction& tx) {
        return auth::failures_of(tx, address_subject(call)).count >= sign_ups_before_captcha;
    });
}

/// Counts this sign-up, and looks at the answer when one was due.
bool passes(guard::Call& call, const CaptchaAnswer& given)
{
    return call.platform().write([&](tenancy::PlatformTransaction& tx) {
        const auto before = auth::failures_of(tx, address_subject(call)).count;
        auth::count_failure(tx, address_subject(call), never_locks);
        return before < sign_ups_before_captcha || is_right_answer(tx, call.site().vault(), given);
    });
}

std::vector<ui::Choice> preset_choices()
{
    std::vector<ui::Choice> choices;
    for (const auto& preset : presets::all())
        choices.push_back({.value = preset.name, .label = preset.title, .hint = preset.summary});
    return choices;
}

bool is_preset(std::string_view name)
{
    for (const auto& preset : presets::all())
        if (preset.name == name) return true;
    return false;
}

SignUpFrame frame_of(guard::Call& call, std::string_view problem_key)
{
    SignUpFrame frame{.action = url_on_side(call, "/inscription"),
                      .guard = guard::form_guard(call),
                      .sign_in = url_on_side(call, "/connexion")};
    if (!problem_key.empty()) frame.problem = i18n::t(problem_key);
    if (asks_captcha(call)) frame.captcha = new_captcha(call.site().vault(), base::now());
    return frame;
}

/// What one sign-up page needs to show itself again.
template <class Command>
using ShowAgain = http::Response (*)(guard::Call&, const forms::Form<Command>&,
                                     std::string_view problem_key, int status);

http::Response owner_page(guard::Call& call, const forms::Form<OwnerSignUp>& form,
                          std::string_view problem_key, int status)
{
    return render_door(
        call, {.title = i18n::t("identity.sign_up.page"),
               .body = owner_sign_up_view(frame_of(call, problem_key), form, preset_choices()),
               .status = status});
}

http::Response client_page(guard::Call& call, const forms::Form<ClientSignUp>& form,
                           std::string_view problem_key, int status)
{
    return render_door(call, {.title = i18n::t("identity.sign_up.page"),
                              .body = client_sign_up_view(frame_of(call, problem_key), form,
                                                          call.context().workspace().name),
                              .status = status});
}

template <class Command>
void judge_password(forms::Form<Command>& form, const std::vector<std::string>& context)
{
    if (form.errors.find("password") != nullptr) return;
    const auto key = password_problem(form.command.password.value, context);
    if (!key.empty())
        form.errors.add("password", key, {{"min", std::to_string(password_length_min)}});
}

/// Where both sign-ups end, however they went: the same page.
http::Response sent(const guard::Call& call)
{
    return call.redirect(on_side(call, "/inscription/courriel"));
}

template <class Command, class Act>
http::Response submitted(guard::Call& call, const forms::Form<Command>& form,
                         ShowAgain<Command> show, Act act)
{
    if (!form.is_valid()) return show(call, form, {}, 422);
    const auto& typed = form.command;
    if (!passes(call, {.sealed = typed.captcha.value,
                       .answer = typed.captcha_answer.value,
                       .given_at = base::now()}))
        return show(call, form, "identity.error.captcha", 422);
    try {
        const SignUpTools tools{.platform = call.platform(),
                                .password_hash = passwords(call.site()).hash(typed.password.value)};
        if (!sends_too_many(call, typed.email.value)) act(tools);
    } catch (const secrets::PasswordsBusy&) {
        auto response = show(call, form, "identity.error.busy", 503);
        return response.with("Retry-After", "5");
    }
    return sent(call);
}

http::Response link_over(guard::Call& call)
{
    const Statement statement{.title = i18n::t("identity.link_over.title"),
                              .words = i18n::t("identity.link_over.confirmation"),
                              .link = i18n::t("identity.link_over.sign_in"),
                              .to = url_on_side(call, "/connexion")};
    return render_door(
        call, {.title = statement.title, .body = statement_view(statement), .status = 410});
}

http::Response confirmation_page(guard::Call& call, auth::TokenKind kind, std::string_view title)
{
    const auto& token = call.path("token");
    const auto found = find_confirmation(call.platform(), kind, token);
    call.forbid_storing();
    if (!found) return link_over(call);
    const Statement statement{
        .title = i18n::t(title),
        .words = i18n::t("identity.confirmation.words",
                         {{"business", found->workspace.name}, {"email", found->person.email}}),
        .button = i18n::t("identity.confirmation.submit"),
        .action = html::checked_local(on_side(call, "/inscription/confirmation/" + token)),
        .guard = guard::form_guard(call)};
    return render_door(call, {.title = statement.title, .body = statement_view(statement)});
}

http::Response open_registration(guard::Call& call)
{
    const auto policy = call.platform().read([&](tenancy::PlatformTransaction& tx) {
        return auth::portal_signup(tx, call.context().workspace().id);
    });
    if (policy == presets::SignupPolicy::open) return {};
    const Statement statement{.title = i18n::t("identity.sign_up.closed_title"),
                              .words = i18n::t("identity.sign_up.by_invitation"),
                              .link = i18n::t("identity.sign_up.sign_in"),
                              .to = url_on_side(call, "/connexion")};
    return render_door(
        call, {.title = statement.title, .body = statement_view(statement), .status = 403});
}

} // namespace

http::Response show_owner_sign_up(guard::Call& call)
{
    auto form = call.blank_form<OwnerSignUp>();
    if (form.typed.empty() && !call.query("metier").empty())
        form.typed.emplace_back("preset", call.query("metier"));
    return owner_page(call, form, {}, 200);
}

http::Response create_business(guard::Call& call)
{
    auto form = call.form<OwnerSignUp>();
    const auto& typed = form.command;
    judge_password(form, {typed.name.value, typed.business.value, typed.email.value});
    if (form.errors.find("preset") == nullptr && !is_preset(typed.preset.value))
        form.errors.add("preset", "forms.error.choice");
    return submitted<OwnerSignUp>(call, form, owner_page,
                                  [&](const SignUpTools& tools) { sign_up_owner(typed, tools); });
}

http::Response show_owner_confirmation(guard::Call& call)
{
    return confirmation_page(call, auth::TokenKind::confirm_owner,
                             "identity.confirmation.owner_title");
}

http::Response confirm_business(guard::Call& call)
{
    const auto confirmed = confirm_owner(call.platform(), call.path("token"));
    if (!confirmed) return link_over(call);
    auto response =
        call.redirect("/e/" + confirmed->workspace.slug, "identity.notice.business_confirmed");
    set_session(call, response, confirmed->session->token);
    return response;
}

http::Response show_client_sign_up(guard::Call& call)
{
    if (auto closed = open_registration(call); !closed.body.empty()) return closed;
    return client_page(call, call.blank_form<ClientSignUp>(), {}, 200);
}

http::Response create_client_account(guard::Call& call)
{
    if (auto closed = open_registration(call); !closed.body.empty()) return closed;
    auto form = call.form<ClientSignUp>();
    const auto& typed = form.command;
    judge_password(form, {typed.name.value, typed.company.value, typed.email.value,
                          call.context().workspace().name});
    return submitted<ClientSignUp>(call, form, client_page, [&](const SignUpTools& tools) {
        sign_up_client(call.context().workspace(), typed, tools);
    });
}

http::Response show_client_confirmation(guard::Call& call)
{
    return confirmation_page(call, auth::TokenKind::confirm_client,
                             "identity.confirmation.client_title");
}

http::Response confirm_client_account(guard::Call& call)
{
    const auto confirmed = confirm_client(call.platform(), call.path("token"));
    if (!confirmed) return link_over(call);
    if (!confirmed->session)
        return call.redirect(on_side(call, "/connexion"), "identity.notice.portal_joined");
    auto response = call.redirect(on_side(call, ""), "identity.notice.client_confirmed");
    set_session(call, response, confirmed->session->token);
    return response;
}

http::Response answer_read_your_mail(guard::Call& call, std::string_view words_key)
{
    const bool is_sent = mail::has_platform_server();
    const Statement statement{
        .title = i18n::t("identity.sent.title"),
        .words = i18n::t(words_key),
        .link = i18n::t(is_sent ? "identity.sent.sign_in" : "identity.sent.outbox"),
        .to = is_sent ? url_on_side(call, "/connexion") : html::Url::local("/boite-d-envoi")};
    return render_door(call, {.title = statement.title, .body = statement_view(statement)});
}

http::Response show_sign_up_sent(guard::Call& call)
{
    return answer_read_your_mail(call, "identity.sent.sign_up");
}

} // namespace identity
