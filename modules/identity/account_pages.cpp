#include "modules/identity/account_pages.hpp"

#include "kernel/auth/credentials.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/identity/account_actions.hpp"
#include "modules/identity/account_views.hpp"
#include "modules/identity/device.hpp"
#include "modules/identity/door_pages.hpp"
#include "modules/identity/openid_pages.hpp"
#include "modules/identity/password_actions.hpp"
#include "modules/identity/passwords.hpp"
#include "modules/identity/return_path.hpp"

namespace identity
{

namespace
{

/// Of the person's own pages, which belong to no workspace.
constexpr auto platform_zone = "Europe/Paris";

struct Typed {
    forms::Form<SavePreferences> preferences;
    forms::Form<ChangePassword> password;
    int status = 200;
};

std::string zone_of(const guard::Call& call)
{
    return call.has_context() ? call.context().workspace().time_zone : platform_zone;
}

std::vector<ui::Choice> page_choices(const guard::Call& call)
{
    std::vector<ui::Choice> choices;
    if (side_of(call) == tenancy::Side::portal) return choices;
    for (const auto& entry : call.site().nav)
        if (entry.side == tenancy::Side::staff)
            choices.push_back({.value = entry.path, .label = i18n::t(entry.label_key)});
    return choices;
}

bool is_page(const guard::Call& call, std::string_view path)
{
    for (const auto& choice : page_choices(call))
        if (choice.value == path) return true;
    return path.empty();
}

std::string when_and_where(const guard::Call& call, base::Instant at, const std::string& address)
{
    return i18n::t("identity.account.when_and_where",
                   {{"when", i18n::date_and_time(at, zone_of(call))}, {"address", address}});
}

void list_sessions(guard::Call& call, AccountView& view)
{
    const auto& who = *call.signed_in();
    const auto read = call.platform().read([&](tenancy::PlatformTransaction& tx) {
        view.has_password = !auth::password_hash_of(tx, who.person.id).empty();
        return std::pair{auth::sessions_of(tx, who.person.id),
                         auth::sign_ins_of(tx, who.person.id)};
    });
    for (const auto& session : read.first)
        view.sessions.push_back(
            {.device = device_name(session.user_agent),
             .detail = when_and_where(call, session.last_used_at, session.address),
             .is_current = session.id == who.session.id,
             .end = html::checked_local(
                 on_side(call, "/compte/sessions/" + session.id.text() + "/fin"))});
    for (const auto& attempt : read.second)
        view.sign_ins.push_back(
            {.device = device_name(attempt.user_agent),
             .detail = when_and_where(call, attempt.attempted_at, attempt.address),
             .outcome = outcome_words(attempt.outcome),
             .is_success = attempt.outcome == auth::Outcome::success});
}

forms::Form<SavePreferences> saved_preferences(const auth::Person& person)
{
    return {.typed = {{"name", person.name},
                      {"theme", std::string{forms::enum_name(person.theme)}},
                      {"default_page", person.default_page}}};
}

http::Response account_page(guard::Call& call, Typed typed)
{
    const auto& person = call.signed_in()->person;
    if (typed.preferences.typed.empty()) typed.preferences = saved_preferences(person);
    AccountView view{.preferences = std::move(typed.preferences),
                     .password = std::move(typed.password),
                     .pages = page_choices(call),
                     .identifier = person.email.empty() ? person.user_name : person.email,
                     .has_second_factor = person.has_totp,
                     .guard = guard::form_guard(call),
                     .save = url_on_side(call, "/compte"),
                     .change_password = url_on_side(call, "/compte/mot-de-passe"),
                     .second_factor = url_on_side(call, "/compte/double-authentification"),
                     .end_all = url_on_side(call, "/compte/sessions/fin")};
    view.identities = openid_identities(call);
    view.panels = guard::panels_in(call, "account");
    list_sessions(call, view);
    return guard::render(call, guard::Page{.title = i18n::t("identity.account.title"),
                                           .body = account_view(view),
                                           .status = typed.status});
}

} // namespace

http::Response show_account(guard::Call& call)
{
    return account_page(call, {});
}

http::Response update_preferences(guard::Call& call)
{
    auto form = call.form<SavePreferences>();
    const auto& typed = form.command;
    if (!is_page(call, typed.default_page.value))
        form.errors.add("default_page", "forms.error.choice");
    if (!form.is_valid())
        return account_page(call, {.preferences = std::move(form), .status = 422});
    save_preferences(
        call.platform(), call.signed_in()->person,
        {.name = typed.name.value, .theme = typed.theme, .default_page = typed.default_page.value});
    return call.redirect(on_side(call, "/compte"), "identity.notice.preferences_saved");
}

http::Response update_theme(guard::Call& call)
{
    const auto form = call.form<SetTheme>();
    const auto& person = call.signed_in()->person;
    if (form.is_valid())
        save_preferences(call.platform(), person,
                         {.name = person.name,
                          .theme = form.command.theme,
                          .default_page = person.default_page});
    const auto back = safe_return_path(call.form_page());
    return call.redirect(back.empty() ? on_side(call, "/compte") : back);
}

http::Response update_password(guard::Call& call)
{
    auto form = call.form<ChangePassword>();
    const auto& who = *call.signed_in();
    const auto key =
        password_problem(form.command.password.value, {who.person.name, who.person.email});
    if (form.errors.find("password") == nullptr && !key.empty())
        form.errors.add("password", key, {{"min", std::to_string(password_length_min)}});
    std::optional<std::string> token;
    try {
        if (form.is_valid())
            token = change_password(call.platform(), who,
                                    {.current = form.command.current_password.value,
                                     .wanted = form.command.password.value},
                                    passwords(call.site()));
        if (form.is_valid() && !token)
            form.errors.add("current_password", "identity.error.password_wrong");
    } catch (const secrets::PasswordsBusy&) {
        form.errors.add("current_password", "identity.error.busy");
    }
    if (!token) return account_page(call, {.password = std::move(form), .status = 422});
    auto response = call.redirect(on_side(call, "/compte"), "identity.notice.password_changed");
    const auto kept_for = who.session.is_remembered
                              ? std::optional<std::chrono::seconds>{auth::remembered_idle_max}
                              : std::nullopt;
    set_session(call, response, *token, kept_for);
    return response;
}

http::Response end_one_session(guard::Call& call)
{
    revoke_session(call.platform(), call.signed_in()->person.id,
                   call.path_id<auth::SessionId>("session"));
    return call.redirect(on_side(call, "/compte"), "identity.notice.session_ended");
}

} // namespace identity
