#include "modules/identity/invitation_pages.hpp"

#include "kernel/html/ui/button.hpp"
#include "modules/identity/door_pages.hpp"
#include "modules/identity/form_parts.hpp"
#include "modules/identity/invitation_actions.hpp"
#include "modules/identity/invitation_forms.hpp"
#include "modules/identity/passwords.hpp"
#include "modules/identity/sign_up_views.hpp"

namespace identity
{

namespace
{

using i18n::t;

std::string path_of(const guard::Call& call, std::string_view end = {})
{
    return on_side(call, "/invitations/" + call.path("token")) + std::string{end};
}

http::Response statement_page(guard::Call& call, const Statement& statement, int status)
{
    call.forbid_storing();
    return render_door(
        call, {.title = statement.title, .body = statement_view(statement), .status = status});
}

/// A link that is over offers to ask for another; an unknown one says nothing.
http::Response link_over(guard::Call& call, const std::optional<Invited>& invited)
{
    Statement statement{.title = t("identity.link_over.title"),
                        .words = t("identity.link_over.invitation"),
                        .guard = guard::form_guard(call),
                        .link = t("identity.link_over.sign_in"),
                        .to = url_on_side(call, "/connexion")};
    if (invited && !invited->invitation.accepted_at && !invited->invitation.cancelled_at) {
        statement.button = t("identity.link_over.ask_invitation");
        statement.action = html::checked_local(path_of(call, "/demande"));
    }
    return statement_page(call, statement, 410);
}

base::Params words_of(const Invited& invited)
{
    const auto* role = presets::find(invited.workspace.preset).find_role(invited.invitation.role);
    return {{"business", invited.workspace.name},
            {"role", role == nullptr ? invited.invitation.role : role->title},
            {"email", invited.invitation.email}};
}

/// Who has an account only says yes.
http::Response yes_page(guard::Call& call, const Invited& invited)
{
    return statement_page(call,
                          {.title = t("identity.invitation.title", words_of(invited)),
                           .words = t("identity.invitation.known", words_of(invited)),
                           .button = t("identity.invitation.accept"),
                           .action = html::checked_local(path_of(call)),
                           .guard = guard::form_guard(call)},
                          200);
}

http::Response account_page(guard::Call& call, const Invited& invited,
                            const forms::Form<AcceptInvitation>& form, int status)
{
    auto name = field_of(form, {"name", "identity.field.name"});
    if (form.typed.empty()) name.value = invited.invitation.name;
    name.autocomplete = "name";
    name.is_required = true;
    auto password = field_of(form, {"password", "identity.field.password"});
    password.hint = t("identity.hint.password");
    password.autocomplete = "new-password";
    password.is_required = true;
    const auto body = html::group(
        heading(t("identity.invitation.title", words_of(invited)),
                t("identity.invitation.lead", words_of(invited))),
        ui::form({.action = html::checked_local(path_of(call)),
                  .guard = guard::form_guard(call),
                  .classes = "mt-7 grid gap-4"},
                 ui::input_field(name), ui::password_field(password),
                 ui::check_box(field_of(form, {"terms", "identity.consent.terms"})),
                 ui::check_box(field_of(form, {"privacy", "identity.consent.privacy"})),
                 ui::check_box(field_of(form, {"processing", "identity.consent.processing"})),
                 ui::submit({.label = t("identity.invitation.accept"),
                             .kind = ui::ButtonKind::Primary,
                             .size = ui::ButtonSize::Large,
                             .classes = "w-full"})));
    call.forbid_storing();
    return render_door(call,
                       {.title = t("identity.invitation.page"), .body = body, .status = status});
}

http::Response joined(guard::Call& call, const Invited& invited,
                      const std::optional<Accepted>& accepted)
{
    if (!accepted) return link_over(call, invited);
    if (!accepted->session)
        return call.redirect(on_side(call, "/connexion"), "identity.notice.portal_joined");
    const auto is_portal = invited.invitation.side == tenancy::Side::portal;
    auto response = call.redirect((is_portal ? "/p/" : "/e/") + invited.workspace.slug,
                                  is_portal ? "identity.notice.client_joined"
                                            : "identity.notice.invitation_accepted");
    set_session(call, response, accepted->session->token);
    return response;
}

bool is_on_its_side(const guard::Call& call, const std::optional<Invited>& invited)
{
    return invited && invited->is_live && invited->invitation.side == side_of(call);
}

} // namespace

http::Response show_invitation(guard::Call& call)
{
    const auto invited = find_invited(call.platform(), call.path("token"));
    if (!is_on_its_side(call, invited)) return link_over(call, invited);
    if (invited->has_account) return yes_page(call, *invited);
    return account_page(call, *invited, call.blank_form<AcceptInvitation>(), 200);
}

http::Response accept_invitation(guard::Call& call)
{
    const auto invited = find_invited(call.platform(), call.path("token"));
    if (!is_on_its_side(call, invited)) return link_over(call, invited);
    if (invited->has_account) return joined(call, *invited, accept(call.platform(), *invited, {}));
    auto form = call.form<AcceptInvitation>();
    const auto& typed = form.command;
    const auto key =
        password_problem(typed.password.value,
                         {typed.name.value, invited->invitation.email, invited->workspace.name});
    if (form.errors.find("password") == nullptr && !key.empty())
        form.errors.add("password", key, {{"min", std::to_string(password_length_min)}});
    if (!form.is_valid()) return account_page(call, *invited, form, 422);
    try {
        const auto hash = passwords(call.site()).hash(typed.password.value);
        return joined(
            call, *invited,
            accept(call.platform(), *invited, {.name = typed.name.value, .password_hash = hash}));
    } catch (const secrets::PasswordsBusy&) {
        form.errors.add("password", "identity.error.busy");
        return account_page(call, *invited, form, 503);
    }
}

http::Response ask_invitation_again(guard::Call& call)
{
    const auto invited = find_invited(call.platform(), call.path("token"));
    const auto may_ask = invited && !invited->is_live && !invited->invitation.accepted_at &&
                         !invited->invitation.cancelled_at;
    if (may_ask && !sends_too_many(call, invited->invitation.email))
        ask_again(call.platform(), *invited);
    return call.redirect(on_side(call, "/connexion"), "identity.notice.invitation_asked");
}

} // namespace identity
