#include "modules/tickets/sla_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/form_view.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/tickets/sla_actions.hpp"
#include "modules/tickets/sla_forms.hpp"
#include "modules/tickets/sla_store.hpp"

#include <array>

namespace tickets
{
namespace
{

using namespace html;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr auto path = "/reglages/delais";
constexpr std::array<std::string_view, 7> day_names{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};

struct Shown {
    const guard::FormView& fields;
    const forms::Typed& saved;
    const presets::Preset& preset;
    html::Html guard;
    html::Url action;
};

ui::Field field_of(const Shown& shown, const std::string& name)
{
    for (const auto& [saved_name, value] : shown.saved)
        if (saved_name == name) return shown.fields.field(name, value);
    return shown.fields.field(name);
}

Html promise_fields(const Shown& shown, const presets::Choice& priority)
{
    const auto number = [&](const char* what) {
        auto field = field_of(shown, priority.code + what);
        field.label = t(std::string{"tickets.sla.field."} + what, {{"priority", priority.label}});
        field.inputmode = "numeric";
        field.is_numeric = true;
        return ui::input_field(field);
    };
    return group(number("_first_reply"), number("_resolution"));
}

Html form_of(const Shown& shown)
{
    const auto days = each(day_names, [&](std::string_view day) {
        return ui::input_field(field_of(shown, std::string{day}));
    });
    const auto grid = [](const Html& content) {
        return ui::card_body(div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"), content));
    };
    const auto promises = each(shown.preset.choices_of("tickets.priority"),
                               [&](const auto& one) { return promise_fields(shown, one); });
    return ui::form({.action = shown.action, .guard = shown.guard},
                    ui::hidden_field("version", field_of(shown, "version").value),
                    ui::card({.title = t("tickets.sla.targets"), .id = "targets"}, grid(promises)),
                    ui::card({.title = t("tickets.sla.hours"), .id = "hours"},
                             grid(group(days, ui::text_area(field_of(shown, "days_off"), 4)))),
                    ui::form_actions(ui::submit(
                        {.label = t("tickets.sla.save"), .kind = ui::ButtonKind::Primary})));
}

http::Response page(guard::Call& call, const forms::Form<SavePromises>& form, int status)
{
    const auto saved = typed_of(
        call.context().read([](WorkspaceTransaction& tx) { return SlaStore{tx}.policy(); }));
    guard::FormView fields{form, "tickets.sla.field"};
    if (status == 409) fields.set_beside(saved, {});
    const auto title = t("tickets.sla.title");
    const auto crumbs = group(
        h1(cls("sr-only"), title),
        ui::breadcrumbs({{t("tickets.sla.settings"), checked_local(call.in_workspace("/reglages"))},
                         {title, {}}}));
    const auto body = div(cls("mx-auto w-full max-w-[760px] p-4 md:p-6"),
                          p(cls("mb-4 text-fg-2"), t("tickets.sla.lead")), fields.summary(),
                          form_of({.fields = fields,
                                   .saved = saved,
                                   .preset = tenancy::own_preset(call.context().workspace()),
                                   .guard = guard::form_guard(call),
                                   .action = checked_local(call.in_workspace(path))}));
    return guard::render(
        call, guard::Page{.title = title, .body = body, .breadcrumbs = crumbs, .status = status});
}

} // namespace

http::Response show_promises(guard::Call& call)
{
    return page(call, call.blank_form<SavePromises>(), 200);
}

http::Response update_promises(guard::Call& call)
{
    auto form = call.form<SavePromises>();
    const auto policy = policy_typed(form, call.context().workspace().time_zone);
    if (!form.is_valid()) return page(call, form, 422);
    try {
        call.context().write(
            [&](WorkspaceTransaction& tx) { save_policy(tx, policy, form.command.version.value); });
    } catch (const base::Refusal& refusal) {
        if (refusal.kind != base::Refusal::Kind::Conflict) throw;
        return page(call, form, 409);
    }
    return call.redirect(call.in_workspace(path), "tickets.sla.saved");
}

} // namespace tickets
