#include "modules/identity/role_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

namespace identity
{

using namespace html;
using i18n::t;

namespace
{

Html value_mark(presets::Grant value)
{
    switch (value) {
    case presets::Grant::all:
        return span(cls("badge t-green"), t("identity.roles.all"));
    case presets::Grant::own:
        return span(cls("badge t-blue"), t("identity.roles.own"));
    case presets::Grant::none:
        break;
    }
    return span(cls("text-fg-3"), t("identity.roles.none"));
}

Html switch_form(const RolesView& view, const RightRow& row, const RightCell& cell)
{
    const auto is_on = cell.value != presets::Grant::none;
    const auto verb = is_on ? "identity.roles.switch_off" : "identity.roles.switch_on";
    return ui::form({.action = view.switch_right, .guard = view.guard, .classes = "inline"},
                    ui::hidden_field("role", cell.role),
                    ui::hidden_field("permission", row.permission),
                    ui::hidden_field("is_on", is_on ? "0" : "1"),
                    ui::submit({.label = t(verb),
                                .size = ui::ButtonSize::Small,
                                .more = attribute<"aria-label">(t(verb), " · ", row.label)}));
}

Html right_row(const RolesView& view, const RightRow& row)
{
    return tr(th(scope("row"), cls("text-left font-normal"), row.label),
              each(row.cells, [&](const RightCell& cell) {
                  return td(span(cls("flex flex-wrap items-center gap-2"), value_mark(cell.value),
                                 cell.may_switch ? switch_form(view, row, cell) : none));
              }));
}

Html rights_table(const RolesView& view)
{
    const auto heads =
        each(view.titles, [](const std::string& words) { return th(scope("col"), words); });
    return div(
        cls("overflow-x-auto"), tabindex(0), role("region"),
        attribute<"aria-label">(t("identity.roles.title")),
        table(cls("list"), caption(cls("sr-only"), t("identity.roles.caption")),
              thead(tr(th(scope("col"), t("identity.roles.permission")), heads)),
              tbody(each(view.rows, [&](const RightRow& row) { return right_row(view, row); }))));
}

Html policy_option(presets::TwoFactor policy, presets::TwoFactor chosen)
{
    const auto code = forms::enum_name(policy);
    return option(value(code), when(policy == chosen, selected()),
                  t("identity.roles.policy." + std::string{code}));
}

/// One form a role; each select has an id of its own.
Html policy_form(const RolesView& view, const PolicyLine& line)
{
    using presets::TwoFactor;
    const auto select_id = "policy-" + line.role;
    return ui::form(
        {.action = view.set_policy,
         .guard = view.guard,
         .classes = "flex flex-wrap items-end gap-2"},
        ui::hidden_field("role", line.role),
        div(label(cls("label"), for_(select_id), line.title),
            select(cls("input"), id(select_id), name("policy"),
                   policy_option(TwoFactor::optional, line.policy),
                   policy_option(TwoFactor::recommended, line.policy),
                   policy_option(TwoFactor::required, line.policy))),
        ui::submit({.label = t("identity.roles.save"),
                    .more = attribute<"aria-label">(t("identity.roles.save"), " · ", line.title)}));
}

} // namespace

Html roles_view(const RolesView& view)
{
    const auto policies =
        ui::card({.title = t("identity.roles.second_factor"), .id = "double"},
                 ui::card_body(div(cls("grid grid-cols-1 gap-4"),
                                   each(view.policies, [&](const PolicyLine& line) {
                                       return policy_form(view, line);
                                   }))));
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[1080px] gap-4 p-4 sm:p-6"),
               h1(cls("h1"), t("identity.roles.title")),
               p(cls("text-fg-2"), t("identity.roles.lead")), ui::card({}, rights_table(view)),
               view.may_manage ? policies : none);
}

} // namespace identity
