#include "modules/identity/account_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "modules/identity/form_parts.hpp"

namespace identity
{

using namespace html;
using i18n::t;

namespace
{

std::vector<ui::Choice> themes()
{
    return {{.value = "system", .label = t("identity.theme.system")},
            {.value = "light", .label = t("identity.theme.light")},
            {.value = "dark", .label = t("identity.theme.dark")}};
}

Html preferences_card(const AccountView& view)
{
    auto name = field_of(view.preferences, {"name", "identity.field.name"});
    name.autocomplete = "name";
    name.is_required = true;
    const auto theme = field_of(view.preferences, {"theme", "identity.field.theme"});
    auto page = field_of(view.preferences, {"default_page", "identity.field.default_page"});
    page.placeholder = t("identity.account.first_page");
    return ui::card(
        {.title = t("identity.account.preferences"), .id = "preferences"},
        ui::card_body(ui::form({.action = view.save, .guard = view.guard},
                               p(cls("text-13 text-fg-2"), t("identity.account.identifier",
                                                             {{"identifier", view.identifier}})),
                               ui::input_field(name), ui::radio_group(theme, themes()),
                               when(!view.pages.empty(), ui::select_field(page, view.pages)),
                               ui::form_actions(ui::submit({.label = t("identity.account.save"),
                                                            .kind = ui::ButtonKind::Primary})))));
}

Html password_card(const AccountView& view)
{
    auto current = field_of(view.password, {"current_password", "identity.field.current_password"});
    current.autocomplete = "current-password";
    current.is_required = true;
    auto wanted = field_of(view.password, {"password", "identity.field.new_password"});
    wanted.hint = t("identity.hint.password");
    wanted.autocomplete = "new-password";
    wanted.is_required = true;
    return ui::card({.title = t("identity.account.password"), .id = "mot-de-passe"},
                    ui::card_body(ui::form(
                        {.action = view.change_password, .guard = view.guard},
                        ui::password_field(current), ui::password_field(wanted),
                        ui::form_actions(ui::submit({.label = t("identity.account.change")})))));
}

Html second_factor_card(const AccountView& view)
{
    const auto state = view.has_second_factor ? "identity.account.second_factor_on"
                                              : "identity.account.second_factor_off";
    const auto verb = view.has_second_factor ? "identity.account.second_factor_manage"
                                             : "identity.account.second_factor_add";
    return ui::card(
        {.title = t("identity.account.second_factor"), .id = "double"},
        ui::card_body(div(cls("grid grid-cols-1 gap-3"), p(t(state)),
                          ui::form_actions(ui::link_button(
                              view.second_factor, {.label = t(verb), .icon = "shield-check"})))));
}

Html end_form(const AccountView& view, const Url& to, std::string_view label)
{
    return ui::form({.action = to, .guard = view.guard, .classes = "inline"},
                    ui::submit({.label = std::string{label}, .size = ui::ButtonSize::Small}));
}

Html sessions_card(const AccountView& view)
{
    const auto rows = each(view.sessions, [&](const SessionLine& line) {
        const auto aside = line.is_current
                               ? span(cls("badge t-green"), t("identity.account.this_device"))
                               : end_form(view, line.end, t("identity.account.end_session"));
        return ui::row({.lead = span(cls("tile t-gray"), ui::icon("monitor")),
                        .title = line.device,
                        .detail = line.detail,
                        .aside = aside});
    });
    return ui::card({.title = t("identity.account.sessions"),
                     .id = "sessions",
                     .actions = end_form(view, view.end_all, t("identity.account.end_all"))},
                    rows);
}

Html sign_ins_card(const AccountView& view)
{
    const auto rows = each(view.sign_ins, [](const SignInLine& line) {
        return ui::row({.title = line.device,
                        .detail = line.detail,
                        .aside = span(cls(line.is_success ? "badge t-green" : "badge t-amber"),
                                      line.outcome)});
    });
    return ui::card({.title = t("identity.account.sign_ins"), .id = "connexions"}, rows);
}

} // namespace

Html account_view(const AccountView& view)
{
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-4"),
               h1(cls("h1"), t("identity.account.title")), preferences_card(view),
               view.has_password ? password_card(view) : none, second_factor_card(view),
               view.identities, view.panels, sessions_card(view), sign_ins_card(view));
}

std::string outcome_words(auth::Outcome outcome)
{
    return t("identity.outcome." + std::string{forms::enum_name(outcome)});
}

} // namespace identity
