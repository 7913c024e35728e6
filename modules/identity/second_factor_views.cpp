#include "modules/identity/second_factor_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "modules/identity/form_parts.hpp"

namespace identity
{

using namespace html;
using i18n::t;

namespace
{

/// The recovery codes answer the POST itself, which Turbo would not show.
Attribute as_a_whole_page()
{
    return attribute<"data-turbo">("false");
}

} // namespace

Html enrolment_view(const EnrolmentView& view)
{
    const ui::Field digits{.name = "code",
                           .label = t("identity.proof.code"),
                           .error = view.problem,
                           .inputmode = "numeric",
                           .is_required = true};
    const auto lead =
        view.is_demanded ? "identity.second_factor.demanded" : "identity.second_factor.lead";
    return div(
        cls("mx-auto w-full max-w-[420px]"), heading(t("identity.second_factor.title"), t(lead)),
        ol(cls("mt-6 grid list-decimal gap-3 pl-5 text-13"),
           li(t("identity.second_factor.step_install")), li(t("identity.second_factor.step_scan"))),
        div(cls("mt-4"), view.qr),
        p(cls("mt-3 text-13 text-fg-2"), t("identity.second_factor.by_hand"), " ",
          html::code(cls("num"), view.secret)),
        ui::form({.action = view.action,
                  .guard = view.guard,
                  .classes = "mt-6 grid gap-4",
                  .more = as_a_whole_page()},
                 ui::hidden_field("secret", view.sealed), ui::code_field(digits),
                 ui::submit({.label = t("identity.second_factor.activate"),
                             .kind = ui::ButtonKind::Primary,
                             .size = ui::ButtonSize::Large,
                             .classes = "w-full"})));
}

Html recovery_codes_view(const std::vector<std::string>& codes, const Url& next)
{
    return div(
        cls("mx-auto w-full max-w-[420px]"),
        heading(t("identity.second_factor.codes_title"), t("identity.second_factor.codes_lead")),
        ul(cls("num mt-6 grid gap-2"),
           each(codes, [](const std::string& line) { return li(html::code(line)); })),
        div(cls("mt-6"), ui::link_button(next, {.label = t("identity.second_factor.codes_kept"),
                                                .kind = ui::ButtonKind::Primary})));
}

namespace
{

Html password_form(const SecondFactorView& view, const Url& action, const ui::Button& button)
{
    const ui::Field password{.name = "password",
                             .label = t("identity.field.current_password"),
                             .error = view.problem,
                             .autocomplete = "current-password",
                             .is_required = true};
    return ui::form({.action = action, .guard = view.guard, .more = as_a_whole_page()},
                    ui::password_field(password),
                    ui::form_actions(ui::submit(button),
                                     ui::submit({.label = t("identity.second_factor.renew_codes"),
                                                 .name = "renew",
                                                 .value = "1"})));
}

} // namespace

Html second_factor_view(const SecondFactorView& view)
{
    return div(
        cls("mx-auto grid w-full grid-cols-1 max-w-[420px] gap-4"),
        heading(t("identity.second_factor.title"), t("identity.second_factor.codes_left",
                                                     {{"count", std::to_string(view.codes_left)}})),
        password_form(
            view, view.turn_off,
            {.label = t("identity.second_factor.turn_off"), .kind = ui::ButtonKind::Danger}));
}

} // namespace identity
