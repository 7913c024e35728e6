#include "modules/crm/duplicate_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_views.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

Html reason_badge(DuplicateReason reason)
{
    const auto tone = reason == DuplicateReason::email ? ui::Tone::Red : ui::Tone::Amber;
    return ui::badge(t("crm.duplicate.reason." + std::string{forms::enum_name(reason)}), tone);
}

Html alike_line(const AlikesView& view, const Alike& alike)
{
    const bool is_archived = alike.status == ClientStatus::archived;
    return li(cls("flex flex-wrap items-center gap-2 text-13"),
              a(cls("link"), href(client_path(view.slug, alike.id)), attribute<"target">("_blank"),
                alike.name),
              span(cls("text-fg-3"), alike.city), reason_badge(alike.reason),
              when(is_archived, ui::badge(t("crm.status.archived"), ui::Tone::Gray)));
}

Html pair_side(const DuplicatesView& view, tenancy::ClientId id, const std::string& name,
               const std::string& detail)
{
    return div(cls("min-w-0"), a(cls("link font-[560]"), href(client_path(view.slug, id)), name),
               span(cls("block truncate text-12 text-fg-3"), detail));
}

Html pair_row(const DuplicatesView& view, const DuplicatePair& pair)
{
    const auto not_one =
        ui::form({.action = view.action, .guard = view.guard, .classes = "flex"},
                 ui::hidden_field("first", pair.first_id.text()),
                 ui::hidden_field("second", pair.second_id.text()),
                 ui::submit({.label = t("crm.duplicate.dismiss"), .size = ui::ButtonSize::Small}));
    const auto merge = ui::link_button(
        route("/e/{}/clients/{}/fusion", view.slug, pair.first_id)
            .with("avec", pair.second_id.text()),
        {.label = t("crm.merge.start"), .icon = "merge", .size = ui::ButtonSize::Small});
    return div(
        cls("border-t border-line first:border-t-0 grid items-center gap-3 px-4 py-3 "
            "sm:grid-cols-[1fr_1fr_auto]"),
        pair_side(view, pair.first_id, pair.first_name, pair.first_detail),
        pair_side(view, pair.second_id, pair.second_name, pair.second_detail),
        div(cls("flex flex-wrap items-center gap-2"), reason_badge(pair.reason), merge, not_one));
}

Html rule_form(const DuplicatesView& view)
{
    return ui::card(
        {.title = t("crm.duplicate.rule"), .id = "rule"},
        ui::card_body(
            ui::form({.action = checked_local(view.action.text() + "/regle"), .guard = view.guard},
                     ui::check_box({.name = "shared_emails",
                                    .label = t("crm.duplicate.shared_emails"),
                                    .value = view.shares_emails ? "on" : "",
                                    .hint = t("crm.duplicate.shared_emails_hint")}),
                     ui::form_actions(ui::submit({.label = t("crm.form.save")})))));
}

} // namespace

Html alike_lines(const AlikesView& view)
{
    if (view.alikes.empty()) return none;
    return div(cls("grid gap-2 rounded-lg border border-line bg-surface-2 px-4 py-3"),
               p(cls("text-13 font-[560]"), t("crm.duplicate.alike")),
               ul(cls("grid gap-1"),
                  each(view.alikes, [&](const Alike& one) { return alike_line(view, one); })));
}

Html duplicates_body(const DuplicatesView& view)
{
    const auto rows =
        each(view.pairs, [&](const DuplicatePair& pair) { return pair_row(view, pair); });
    const auto queue = view.pairs.empty()
                           ? ui::empty_state({.icon = "copy-check",
                                              .title = t("crm.duplicate.none"),
                                              .detail = t("crm.duplicate.none_detail"),
                                              .actions = none})
                           : ui::card({.title = t("crm.duplicate.title"),
                                       .id = "pairs",
                                       .count = static_cast<int>(view.pairs.size())},
                                      rows);
    return div(cls("mx-auto grid w-full max-w-[960px] gap-5 px-4 py-6"),
               div(h1(cls("h1 mb-2"), t("crm.duplicate.title")),
                   p(cls("text-fg-2"), t("crm.duplicate.lead"))),
               queue, rule_form(view));
}

} // namespace crm
