#include "modules/identity/activation_pages.hpp"

#include "kernel/html/ui/button.hpp"
#include "modules/identity/activation_actions.hpp"
#include "modules/identity/activation_forms.hpp"
#include "modules/identity/door_pages.hpp"
#include "modules/identity/form_parts.hpp"
#include "modules/identity/passwords.hpp"
#include "modules/identity/sign_up_views.hpp"

namespace identity
{

namespace
{

using i18n::t;

std::optional<auth::Person> person_of(guard::Call& call)
{
    return find_activation(call.platform(), call.context().workspace(), call.path("token"));
}

http::Response link_over(guard::Call& call)
{
    const Statement statement{.title = t("identity.link_over.title"),
                              .words = t("identity.link_over.activation",
                                         {{"business", call.context().workspace().name}}),
                              .link = t("identity.link_over.sign_in"),
                              .to = url_on_side(call, "/connexion")};
    call.forbid_storing();
    return render_door(
        call, {.title = statement.title, .body = statement_view(statement), .status = 410});
}

http::Response activation_page(guard::Call& call, const auth::Person& person,
                               const forms::Form<ActivateAccount>& form, int status)
{
    auto password = field_of(form, {"password", "identity.field.password"});
    password.hint = t("identity.hint.password");
    password.autocomplete = "new-password";
    password.is_required = true;
    const auto body = html::group(
        heading(t("identity.activation.title", {{"business", call.context().workspace().name}}),
                t("identity.activation.lead", {{"user_name", person.user_name}})),
        ui::form({.action = url_on_side(call, "/activation/" + call.path("token")),
                  .guard = guard::form_guard(call),
                  .classes = "mt-7 grid gap-4"},
                 ui::password_field(password),
                 ui::check_box(field_of(form, {"terms", "identity.consent.terms"})),
                 ui::check_box(field_of(form, {"privacy", "identity.consent.privacy"})),
                 ui::check_box(field_of(form, {"processing", "identity.consent.processing"})),
                 ui::submit({.label = t("identity.activation.submit"),
                             .kind = ui::ButtonKind::Primary,
                             .size = ui::ButtonSize::Large,
                             .classes = "w-full"})));
    call.forbid_storing();
    return render_door(call,
                       {.title = t("identity.activation.page"), .body = body, .status = status});
}

void judge_password(const guard::Call& call, const auth::Person& person,
                    forms::Form<ActivateAccount>& form)
{
    if (form.errors.find("password") != nullptr) return;
    const auto key =
        password_problem(form.command.password.value,
                         {person.name, person.user_name, call.context().workspace().name});
    if (!key.empty())
        form.errors.add("password", key, {{"min", std::to_string(password_length_min)}});
}

} // namespace

http::Response show_activation(guard::Call& call)
{
    const auto person = person_of(call);
    if (!person) return link_over(call);
    return activation_page(call, *person, call.blank_form<ActivateAccount>(), 200);
}

http::Response activate(guard::Call& call)
{
    const auto person = person_of(call);
    if (!person) return link_over(call);
    auto form = call.form<ActivateAccount>();
    judge_password(call, *person, form);
    if (!form.is_valid()) return activation_page(call, *person, form, 422);
    try {
        const auto session = activate_account(
            call.platform(),
            {.workspace = call.context().workspace(),
             .token = call.path("token"),
             .password_hash = passwords(call.site()).hash(form.command.password.value)});
        if (!session) return link_over(call);
        auto response = call.redirect(on_side(call, ""), "identity.notice.account_opened",
                                      {{"user_name", person->user_name}});
        set_session(call, response, session->token);
        return response;
    } catch (const secrets::PasswordsBusy&) {
        form.errors.add("password", "identity.error.busy");
        return activation_page(call, *person, form, 503);
    }
}

} // namespace identity
