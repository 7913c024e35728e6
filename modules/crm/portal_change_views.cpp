#include "modules/crm/portal_change_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/portal_field.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

Html value_line(const char* key, const std::string& value)
{
    return div(cls("min-w-0"), dt(cls("text-12 text-fg-3"), t(key)),
               dd(cls("text-14 break-words"),
                  value.empty() ? span(cls("text-fg-3"), t("crm.details.empty")) : text(value)));
}

Html accept_form(const ChangesView& view, const ChangeLine& line)
{
    return ui::form(
        {.action = line.action, .guard = view.guard, .classes = "contents"},
        ui::hidden_field("version", view.version),
        ui::submit({.label = t("crm.change.accept"),
                    .kind = ui::ButtonKind::Primary,
                    .size = ui::ButtonSize::Small,
                    .name = "decision",
                    .value = "accept",
                    .more = attribute<"aria-label">(t("crm.change.accept"), " · ", line.field)}));
}

Html refuse_form(const ChangesView& view, const ChangeLine& line, const guard::FormView& fields)
{
    return ui::form({.action = line.action, .guard = view.guard},
                    ui::hidden_field("version", view.version),
                    ui::text_area(fields.field("reason")),
                    ui::form_actions(ui::submit({.label = t("crm.change.refuse"),
                                                 .kind = ui::ButtonKind::Danger,
                                                 .name = "decision",
                                                 .value = "refuse"})));
}

Html change_facts(const ChangeLine& line)
{
    return group(
        div(p(cls("text-14 font-[560]"), line.field), p(cls("text-12 text-fg-3"), line.asked)),
        dl(cls("grid grid-cols-1 gap-3 sm:grid-cols-2"), value_line("crm.change.now", line.before),
           value_line("crm.change.wanted", line.after)),
        when(!line.since.empty(),
             p(cls("text-13 text-fg-2"), t("crm.change.since", {{"value", line.since}}))));
}

Html change_entry(const ChangesView& view, const ChangeLine& line)
{
    return article(
        cls("border-t border-line first:border-t-0 grid grid-cols-1 gap-3 px-4 py-4"),
        change_facts(line),
        div(cls("flex flex-wrap items-center gap-2"), accept_form(view, line),
            ui::link_button(line.action, {.label = t("crm.change.refuse"),
                                          .size = ui::ButtonSize::Small,
                                          .more = attribute<"aria-label">(t("crm.change.refuse"),
                                                                          " · ", line.field)})));
}

std::vector<ui::Choice> use_choices()
{
    std::vector<ui::Choice> choices;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<FieldUse>>([&](auto one) {
        choices.push_back(
            {.value = one.name, .label = t("crm.fields.use." + std::string{one.name}), .hint = {}});
    });
    return choices;
}

Html uses_card(const PortalFieldsView& view, FieldOf of)
{
    const auto title = t(of == FieldOf::person ? "crm.fields.person" : "crm.fields.record");
    Html selects;
    for (const auto& field : portal_fields) {
        if (field.of != of) continue;
        auto select = view.fields.field(field.code);
        select.is_required = false; // one is always chosen
        selects += ui::select_field(select, use_choices());
    }
    return ui::card({.title = title, .id = of == FieldOf::person ? "personne" : "fiche"},
                    ui::card_body(div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"), selects)));
}

Html colleagues_card(const PortalFieldsView& view)
{
    auto select = view.fields.field(colleagues_code);
    select.is_required = false;
    std::vector<ui::Choice> choices;
    for (const char* use : {"hidden", "read", "edit"})
        choices.push_back(
            {.value = use, .label = t(std::string{"crm.fields.colleagues."} + use), .hint = {}});
    return ui::card({.title = t("crm.fields.people"), .id = "collegues"},
                    ui::card_body(ui::select_field(select, choices)));
}

} // namespace

Html changes_card(const ChangesView& view)
{
    if (view.lines.empty()) return none;
    return ui::card({.title = t("crm.change.title"),
                     .id = "changements",
                     .count = static_cast<int>(view.lines.size())},
                    each(view.lines, [&](const auto& line) { return change_entry(view, line); }));
}

Html change_body(const ChangesView& view, const guard::FormView& fields)
{
    const auto& line = view.lines.front();
    return div(cls("mx-auto grid w-full max-w-[720px] grid-cols-1 gap-5 px-4 py-6"),
               div(h1(cls("h1 mb-2"), t("crm.change.single")),
                   p(cls("text-fg-2"), t("crm.change.lead", {{"client", view.client_name}}))),
               fields.summary(),
               ui::card({.title = {}, .id = {}},
                        ui::card_body(div(cls("grid grid-cols-1 gap-3"), change_facts(line),
                                          div(accept_form(view, line))))),
               ui::card({.title = t("crm.change.refuse_title"), .id = "refus"},
                        ui::card_body(refuse_form(view, line, fields))));
}

Html portal_fields_body(const PortalFieldsView& view)
{
    return div(
        cls("mx-auto grid w-full max-w-[720px] grid-cols-1 gap-6 px-4 py-6 lg:px-8"),
        p(cls("text-13 text-fg-2"), t("crm.fields.lead")), view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard, .classes = "grid grid-cols-1 gap-6"},
                 ui::hidden_field("shown", view.fields.field("shown").value),
                 uses_card(view, FieldOf::person), uses_card(view, FieldOf::record),
                 colleagues_card(view),
                 ui::form_actions(ui::submit(
                     {.label = t("crm.fields.save"), .kind = ui::ButtonKind::Primary}))));
}

} // namespace crm
