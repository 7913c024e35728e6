#include "modules/identity/password_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/cookies.hpp"
#include "kernel/html/ui/button.hpp"
#include "modules/identity/door_pages.hpp"
#include "modules/identity/form_parts.hpp"
#include "modules/identity/password_actions.hpp"
#include "modules/identity/password_forms.hpp"
#include "modules/identity/passwords.hpp"
#include "modules/identity/reset_jobs.hpp"
#include "modules/identity/sign_up_pages.hpp"
#include "modules/identity/sign_up_views.hpp"

namespace identity
{

namespace
{

using i18n::t;

html::Html wide_submit(std::string_view key)
{
    return ui::submit({.label = t(key),
                       .kind = ui::ButtonKind::Primary,
                       .size = ui::ButtonSize::Large,
                       .classes = "w-full"});
}

http::Response forgotten_page(guard::Call& call, const forms::Form<RequestReset>& form, int status)
{
    auto field = field_of(form, {"email", "identity.field.email"});
    field.autocomplete = "email";
    field.inputmode = "email";
    field.is_required = true;
    const auto body =
        html::group(heading(t("identity.forgotten.title"), t("identity.forgotten.lead")),
                    ui::form({.action = url_on_side(call, "/mot-de-passe-oublie"),
                              .guard = guard::form_guard(call),
                              .classes = "mt-7 grid gap-4"},
                             ui::input_field(field), wide_submit("identity.forgotten.submit")),
                    html::p(html::cls("mt-6 text-13 text-fg-2"), t("identity.forgotten.no_email")));
    return render_door(call,
                       {.title = t("identity.forgotten.page"), .body = body, .status = status});
}

struct NewPasswordPage {
    std::string problem;
    int status = 200;
};

http::Response new_password_page(guard::Call& call, const NewPasswordPage& page)
{
    const ui::Field field{.name = "password",
                          .label = t("identity.field.new_password"),
                          .hint = t("identity.hint.password"),
                          .error = page.problem,
                          .autocomplete = "new-password",
                          .is_required = true,
                          .has_focus = true};
    const auto action = on_side(call, "/nouveau-mot-de-passe/" + call.path("token"));
    const auto body = html::group(
        heading(t("identity.new_password.title"), t("identity.new_password.lead")),
        ui::form({.action = html::checked_local(action),
                  .guard = guard::form_guard(call),
                  .classes = "mt-7 grid gap-4"},
                 ui::password_field(field), wide_submit("identity.new_password.submit")));
    call.forbid_storing();
    return render_door(
        call, {.title = t("identity.new_password.page"), .body = body, .status = page.status});
}

http::Response link_over(guard::Call& call)
{
    const Statement statement{.title = t("identity.link_over.title"),
                              .words = t("identity.link_over.reset"),
                              .link = t("identity.link_over.again"),
                              .to = url_on_side(call, "/mot-de-passe-oublie")};
    return render_door(
        call, {.title = statement.title, .body = statement_view(statement), .status = 410});
}

} // namespace

http::Response show_forgotten(guard::Call& call)
{
    return forgotten_page(call, call.blank_form<RequestReset>(), 200);
}

http::Response request_password(guard::Call& call)
{
    const auto form = call.form<RequestReset>();
    if (!form.is_valid()) return forgotten_page(call, form, 422);
    const auto& email = form.command.email.value;
    if (!sends_too_many(call, email))
        request_reset(call.platform(),
                      {.email = email, .page = on_side(call, "/nouveau-mot-de-passe")});
    return call.redirect(on_side(call, "/mot-de-passe-oublie/courriel"));
}

http::Response show_reset_sent(guard::Call& call)
{
    return answer_read_your_mail(call, "identity.sent.reset");
}

http::Response show_new_password(guard::Call& call)
{
    if (!find_reset(call.platform(), call.path("token"))) return link_over(call);
    return new_password_page(call, {});
}

http::Response choose_password(guard::Call& call)
{
    const auto& token = call.path("token");
    const auto person = find_reset(call.platform(), token);
    if (!person) return link_over(call);
    const auto form = call.form<ChoosePassword>();
    if (const auto* error = form.errors.find("password"))
        return new_password_page(call, {.problem = sentence_of(error), .status = 422});
    const auto& wanted = form.command.password.value;
    if (const auto key = password_problem(wanted, {person->name, person->email}); !key.empty())
        return new_password_page(
            call,
            {.problem = t(key, {{"min", std::to_string(password_length_min)}}), .status = 422});
    try {
        const auto hash = passwords(call.site()).hash(wanted);
        if (!reset_password(call.platform(), token, hash)) return link_over(call);
    } catch (const secrets::PasswordsBusy&) {
        return new_password_page(call, {.problem = t("identity.error.busy"), .status = 503});
    }
    auto response = call.redirect(on_side(call, "/connexion"), "identity.notice.password_reset");
    response.set_cookie(guard::expired_session_cookie(side_of(call)));
    return response;
}

} // namespace identity
