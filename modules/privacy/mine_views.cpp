#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/privacy/request_parts.hpp"

namespace privacy
{

using namespace html;
using i18n::t;

namespace
{

Html consent_row(const MineView& view, const ConsentLine& line)
{
    const bool is_given = !line.since.empty();
    const auto form = ui::form(
        {.action = view.consent, .guard = view.guard, .classes = "flex"},
        ui::hidden_field("purpose", line.purpose),
        ui::hidden_field("wanted", is_given ? "no" : "yes"),
        ui::submit({.label = t(is_given ? "privacy.consent.withdraw" : "privacy.consent.give"),
                    .size = ui::ButtonSize::Small}));
    return ui::row({.lead = is_given ? ui::tile("circle-check", ui::Tone::Green)
                                     : ui::tile("shield-check", ui::Tone::Gray),
                    .title = t("privacy.consent.purpose." + line.purpose),
                    .detail = is_given ? line.since : t("privacy.consent.not_given"),
                    .aside = form});
}

Html consents_card(const MineView& view)
{
    const auto agreed =
        when(!view.agreements.empty(),
             ui::card_body(
                 group(p(cls("text-13 text-fg-2"), t("privacy.consent.agreed")),
                       ul(cls("text-13 text-fg-2"),
                          each(view.agreements, [](const auto& words) { return li(words); })))));
    return ui::card(
        {.title = t("privacy.consent.title"), .id = "consentements"},
        group(each(view.consents, [&](const auto& line) { return consent_row(view, line); }),
              agreed));
}

Html ask_card(const MineView& view)
{
    return ui::card(
        {.title = t("privacy.mine.ask"), .id = "nouvelle-demande"},
        ui::card_body(ui::form({.action = view.ask, .guard = view.guard}, view.fields.summary(),
                               ui::radio_group(view.fields.field("kind", "access"), kind_choices()),
                               ui::text_area(view.fields.field("details")),
                               ui::form_actions(ui::submit({.label = t("privacy.mine.send"),
                                                            .kind = ui::ButtonKind::Primary})))));
}

} // namespace

Html mine_page(const MineView& view)
{
    const auto requests =
        when(!view.requests.empty(),
             ui::card({.title = t("privacy.mine.list"), .id = "mes-demandes"},
                      each(view.requests, [](const auto& line) { return request_row(line); })));
    return div(cls("grid grid-cols-1 gap-6"), h1(cls("h1"), t("privacy.mine.title")),
               p(cls("text-14 text-fg-2"), t("privacy.mine.words")),
               when(!view.officer.empty(), p(cls("text-14"), view.officer)), requests,
               ask_card(view), consents_card(view));
}

} // namespace privacy
