#include "modules/privacy/request_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
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

Html record_card(const RegisterView& view)
{
    auto email = view.fields.field("person_email");
    email.type = "email";
    auto kind = view.fields.field("kind", "access");
    auto channel = view.fields.field("channel", "email");
    return ui::card(
        {.title = t("privacy.register.record"), .id = "nouvelle-demande"},
        ui::card_body(ui::form({.action = view.record, .guard = view.guard}, view.fields.summary(),
                               ui::input_field(view.fields.field("person_name")),
                               ui::input_field(email), ui::select_field(kind, kind_choices()),
                               ui::select_field(channel, channel_choices()),
                               ui::text_area(view.fields.field("details")),
                               ui::form_actions(ui::submit({.label = t("privacy.register.save"),
                                                            .kind = ui::ButtonKind::Primary})))));
}

Html officer_card(const RegisterView& view)
{
    auto email = view.officer.field("email", view.officer_email);
    email.type = "email";
    return ui::card(
        {.title = t("privacy.officer.title"), .id = "referent"},
        ui::card_body(group(
            p(cls("mb-4 text-13 text-fg-2"), t("privacy.officer.words")),
            ui::form({.action = view.save_officer, .guard = view.guard}, view.officer.summary(),
                     ui::input_field(view.officer.field("name", view.officer_name)),
                     ui::input_field(email),
                     ui::form_actions(ui::submit({.label = t("privacy.officer.save")}))))));
}

Html pack_card(const RequestView& view)
{
    const auto ready =
        view.pack
            ? ui::link_button(*view.pack,
                              {.label = t("privacy.request.download", {{"size", view.pack_size}}),
                               .icon = "download",
                               .more = attribute<"data-turbo">("false")})
            : none;
    return ui::card(
        {.title = t("privacy.request.pack"), .id = "dossier"},
        ui::card_body(
            group(p(cls("mb-4 text-13 text-fg-2"), t("privacy.request.pack_words")),
                  ui::form({.action = view.prepare, .guard = view.guard},
                           ui::form_actions(
                               ui::submit({.label = t(view.pack ? "privacy.request.prepare_again"
                                                                : "privacy.request.prepare")}),
                               ready)))));
}

Html erase_card(const RequestView& view)
{
    if (!view.is_open || !view.is_erasure) return none;
    const auto sure = ui::check_box(
        {.name = "is_sure", .label = t("privacy.request.is_sure"), .error = view.problem});
    return ui::card(
        {.title = t("privacy.request.erase"), .id = "effacement"},
        ui::card_body(
            group(p(cls("mb-4 text-13 text-fg-2"), t("privacy.request.erase_words")),
                  ui::form({.action = view.erase, .guard = view.guard}, sure,
                           ui::form_actions(ui::submit({.label = t("privacy.request.erase_now"),
                                                        .kind = ui::ButtonKind::Danger}))))));
}

Html answer_card(const RequestView& view)
{
    if (!view.is_open)
        return ui::card({.title = t("privacy.request.answered"), .id = "reponse"},
                        ui::card_body(each(base::split(view.answer, '\n'), [](const auto& line) {
                            return p(cls("text-14"), line);
                        })));
    auto words = view.fields.field("answer", view.proposed);
    return ui::card({.title = t("privacy.request.answer"), .id = "reponse"},
                    ui::card_body(ui::form(
                        {.action = view.answer_to, .guard = view.guard}, view.fields.summary(),
                        ui::radio_group(view.fields.field("state", "done"), outcome_choices()),
                        ui::text_area(words, 6),
                        ui::form_actions(ui::submit({.label = t("privacy.request.send"),
                                                     .kind = ui::ButtonKind::Primary})))));
}

} // namespace

Html register_page(const RegisterView& view)
{
    const auto rows = view.requests.empty()
                          ? ui::empty_state({.icon = "shield-check",
                                             .title = t("privacy.register.none"),
                                             .detail = t("privacy.register.none_words")})
                          : each(view.requests, [](const auto& line) { return request_row(line); });
    return column(group(p(cls("text-13 text-fg-2"), t("privacy.register.words")),
                        ui::card({.title = t("privacy.register.list"), .id = "registre"}, rows),
                        record_card(view), officer_card(view)));
}

Html request_page(const RequestView& view)
{
    const auto facts = ui::properties({{t("privacy.field.person_name"), text(view.name)},
                                       {t("privacy.field.person_email"), text(view.email)},
                                       {t("privacy.request.due"), text(view.due)},
                                       {t("privacy.field.details"), text(view.details)}});
    return column(group(ui::card({.title = view.line.title,
                                  .id = "demande",
                                  .actions = ui::badge(view.line.badge, view.line.tone)},
                                 ui::card_body(facts)),
                        pack_card(view), erase_card(view), answer_card(view)));
}

} // namespace privacy
