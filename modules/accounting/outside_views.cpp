#include "modules/accounting/outside_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/figure.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/accounting/frame_views.hpp"

namespace accounting
{
namespace
{

using namespace html;
using i18n::t;

Html state_banner(const OutsideView& view)
{
    const auto& outside = view.outside;
    if (!outside.last_error.empty())
        return ui::banner({.tone = ui::Tone::Red,
                           .icon = "triangle-alert",
                           .words = outside.last_error,
                           .urgency = ui::Urgency::Alert});
    if (outside.state == OutsideState::active)
        return ui::banner(
            {.tone = ui::Tone::Green,
             .icon = "circle-check",
             .words =
                 t(view.waiting == 0 ? "accounting.outside.all_there" : "accounting.outside.active",
                   {{"company", outside.company_name}, {"waiting", i18n::number(view.waiting)}})});
    return ui::banner({.tone = ui::Tone::Blue,
                       .icon = "info",
                       .words = t(outside.sealed_token.empty() ? "accounting.outside.off"
                                                               : "accounting.outside.untried")});
}

Html token_form(const OutsideView& view)
{
    auto token = view.fields.field("token");
    token.value.clear();
    token.autocomplete = "off";
    token.hint = t(view.outside.sealed_token.empty() ? "accounting.outside.token_hint"
                                                     : "accounting.outside.kept");
    auto starts_on = view.fields.field("starts_on");
    starts_on.type = "date";
    starts_on.hint = t("accounting.outside.starts_hint");
    return ui::form({.action = view.page, .guard = view.guard}, ui::password_field(token),
                    ui::input_field(starts_on),
                    ui::form_actions(ui::submit(
                        {.label = t("accounting.outside.save"), .kind = ui::ButtonKind::Primary})));
}

Html small_form(const OutsideView& view, std::string_view end, const ui::Button& button)
{
    return ui::form({.action = checked_local(view.page.text() + std::string{end}),
                     .guard = view.guard,
                     .classes = ""},
                    ui::submit(button));
}

Html switches(const OutsideView& view)
{
    if (view.outside.sealed_token.empty()) return none;
    const bool is_active = view.outside.state == OutsideState::active;
    const auto trial = small_form(
        view, "/essai",
        {.label = t(is_active ? "accounting.outside.try" : "accounting.outside.try_and_go"),
         .icon = "send",
         .kind = is_active ? ui::ButtonKind::Plain : ui::ButtonKind::Primary});
    const auto now =
        small_form(view, "/envois", {.label = t("accounting.outside.push"), .icon = "refresh-cw"});
    const auto off = small_form(view, "/arret", {.label = t("accounting.outside.disconnect")});
    return ui::card(
        {.title = t("accounting.outside.sending"), .id = "envoi"},
        ui::card_body(div(cls("grid grid-cols-1 gap-3"),
                          p(cls("text-14 text-fg-2"), t("accounting.outside.disconnect_words")),
                          div(cls("flex flex-wrap gap-2"), trial, when(is_active, now), off))));
}

Html twin_form(const OutsideView& view)
{
    std::vector<ui::Choice> choices;
    for (const auto& row : view.twins)
        choices.push_back({.value = row.ours, .label = row.ours + " · " + row.words});
    auto theirs = view.twin.field("theirs");
    theirs.hint = t("accounting.outside.theirs_hint");
    return ui::form(
        {.action = checked_local(view.page.text() + "/correspondances"), .guard = view.guard},
        ui::select_field(view.twin.field("ours"), choices), ui::input_field(theirs),
        ui::form_actions(ui::submit({.label = t("accounting.outside.save_twin")})));
}

Html twins_card(const OutsideView& view)
{
    ui::FigureTable table{.caption = t("accounting.outside.twins_caption"),
                          .columns = {t("accounting.outside.ours"), t("accounting.outside.theirs")},
                          .rows = {},
                          .foot = {}};
    for (const auto& row : view.twins)
        table.rows.push_back({div(cls("min-w-0 font-normal"), p(cls("font-[560]"), row.ours),
                                  p(cls("text-12 text-fg-3"), row.words)),
                              row.theirs == row.ours ? figure_cell(row.theirs)
                                                     : ui::badge(row.theirs, ui::Tone::Blue)});
    return ui::card(
        {.title = t("accounting.outside.twins"), .id = "correspondances"},
        group(p(cls("px-4 py-3 text-14 text-fg-2"), t("accounting.outside.twins_words")),
              ui::card_body(twin_form(view)), ui::figure_table(table)));
}

Html push_state(const PushRow& push)
{
    const auto tone = push.state == PushState::sent      ? ui::Tone::Green
                      : push.state == PushState::refused ? ui::Tone::Red
                                                         : ui::Tone::Amber;
    return ui::badge(t("accounting.outside.state." + std::string{forms::enum_name(push.state)}),
                     tone);
}

Html push_row(const OutsideView& view, const PushRow& push)
{
    return li(
        cls("flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3"),
        div(cls("min-w-0 flex-1 basis-[260px] text-14"),
            p(cls("font-[560]"),
              entry_number(push.journal, push.number) + " · " + i18n::short_date(push.day)),
            p(cls("break-words text-13 text-fg-2"), push.label),
            when(!push.words.empty(),
                 p(cls("mt-1 break-words text-13"), ui::tone(push.words, ui::Tone::Red)))),
        div(cls("flex flex-wrap items-center gap-2"), push_state(push),
            span(cls("num text-12 text-fg-3"), i18n::date_and_time(push.tried_at, view.zone))));
}

Html push_rows(const OutsideView& view, const std::vector<PushRow>& pushes)
{
    return ul(cls("list-none divide-y divide-line"),
              each(pushes, [&](const PushRow& push) { return push_row(view, push); }));
}

Html refused_card(const OutsideView& view)
{
    if (view.refused.empty()) return none;
    return ui::card({.title = t("accounting.outside.refused"), .id = "refus"},
                    group(p(cls("border-b border-line px-4 py-3 text-14 text-fg-2"),
                            t("accounting.outside.refused_words")),
                          push_rows(view, view.refused)));
}

Html pushes_card(const OutsideView& view)
{
    return ui::card({.title = t("accounting.outside.pushes"), .id = "ecritures"},
                    view.pushes.empty()
                        ? p(cls("px-4 py-3 text-14 text-fg-2"), t("accounting.outside.none"))
                        : push_rows(view, view.pushes));
}

} // namespace

Html outside_page(const OutsideView& view)
{
    const auto company = ui::card({.title = t("accounting.outside.company"), .id = "jeton"},
                                  ui::card_body(token_form(view)));
    // What is sent comes first once something is; what a refusal asks for stands beside it.
    const bool is_active = view.outside.state == OutsideState::active;
    const auto pushes = pushes_card(view);
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-6 px-4 py-6 lg:px-8"),
               p(cls("text-14 text-fg-2"), t("accounting.outside.lead")), state_banner(view),
               view.fields.summary(), view.twin.summary(), when(!is_active, company),
               switches(view), refused_card(view), when(view.refused.empty(), pushes),
               twins_card(view), when(!view.refused.empty(), pushes), when(is_active, company));
}

} // namespace accounting
