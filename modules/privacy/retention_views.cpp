#include "modules/privacy/retention_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/privacy/request_parts.hpp"

namespace privacy
{

using namespace html;
using i18n::t;

namespace
{

Html months_field(const RetentionView& view, std::string_view name)
{
    auto field = view.fields.field(name);
    field.is_numeric = true;
    field.inputmode = "numeric";
    return ui::input_field(field);
}

Html periods_card(const RetentionView& view)
{
    return ui::card(
        {.title = t("privacy.retention.periods"), .id = "durees"},
        ui::card_body(ui::form({.action = view.page, .guard = view.guard}, view.fields.summary(),
                               months_field(view, "clients"), months_field(view, "mails"),
                               months_field(view, "journal"),
                               ui::form_actions(ui::submit({.label = t("privacy.retention.save"),
                                                            .kind = ui::ButtonKind::Primary})))));
}

Html lift_form(const Url& page, const Html& guard, tenancy::ClientId client)
{
    return ui::form(
        {.action = checked_local(page.text() + "/retenue/levee"),
         .guard = guard,
         .classes = "",
         .confirm = t("privacy.retention.confirm_lift")},
        ui::hidden_field("client", client.text()),
        ui::submit({.label = t("privacy.retention.lift"), .size = ui::ButtonSize::Small}));
}

Html next_card(const RetentionView& view)
{
    const ui::Card card{.title = t("privacy.retention.next"), .id = "annonce"};
    if (!view.next)
        return ui::card(card, ui::empty_state({.icon = "calendar-check",
                                               .title = t("privacy.retention.nothing"),
                                               .detail = t("privacy.retention.nothing_words")}));
    const auto& next = *view.next;
    const auto lines = each(next.lines, [](const auto& line) { return li(line); });
    const auto clients = each(next.clients, [](const HeldClient& one) {
        return ui::row_link(one.page, {.lead = ui::tile("user-round", ui::Tone::Gray),
                                       .title = one.name,
                                       .detail = {},
                                       .aside = ui::icon("chevron-right", "i-sm")});
    });
    return ui::card(
        card,
        group(ui::card_body(group(
                  p(t("privacy.retention.due", {{"announced", next.announced}, {"due", next.due}})),
                  ul(cls("mt-2 list-disc pl-5"), lines),
                  div(cls("mt-4"),
                      ui::link_button(view.exports, {.label = t("privacy.retention.export"),
                                                     .icon = "download"})))),
              clients));
}

Html holds_card(const RetentionView& view)
{
    const auto rows = view.held.empty()
                          ? ui::empty_state({.icon = "shield-check",
                                             .title = t("privacy.retention.no_hold"),
                                             .detail = t("privacy.retention.no_hold_words")})
                          : each(view.held, [&](const HeldClient& one) {
                                return ui::row({.lead = ui::tile("lock", ui::Tone::Amber),
                                                .title = one.name,
                                                .detail = one.detail,
                                                .aside = lift_form(view.page, view.guard, one.id)});
                            });
    return ui::card({.title = t("privacy.retention.holds"), .id = "retenues"}, rows);
}

} // namespace

Html retention_page(const RetentionView& view)
{
    return column(group(p(cls("text-13 text-fg-2"), t("privacy.retention.lead")), next_card(view),
                        holds_card(view), periods_card(view)));
}

Html hold_card(const HoldView& view)
{
    const bool is_held = !view.reason.empty();
    const auto words =
        is_held ? ui::banner({.tone = ui::Tone::Amber,
                              .icon = "lock",
                              .words = t("privacy.retention.held",
                                         {{"reason", view.reason}, {"date", view.since}}),
                              .action = lift_form(view.page, view.guard, view.client)})
                : p(cls("text-13 text-fg-2"),
                    t("privacy.retention.card_words", {{"months", std::to_string(view.months)}}));
    auto reason = view.fields.field("reason", view.reason);
    reason.length_max = 200;
    const auto label = t(is_held ? "privacy.retention.change" : "privacy.retention.place");
    return ui::card(
        {.title = t("privacy.retention.card"), .id = "conservation"},
        ui::card_body(div(
            cls("grid grid-cols-1 gap-4"), words,
            ui::form({.action = checked_local(view.page.text() + "/retenue"), .guard = view.guard},
                     ui::hidden_field("client", view.client.text()), ui::input_field(reason),
                     ui::form_actions(ui::submit({.label = label, .icon = "lock"}))))));
}

} // namespace privacy
