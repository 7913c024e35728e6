#include "modules/crm/portal_colleague_views.hpp"

#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/translate.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

Html badge_of(const Colleague& one)
{
    if (one.is_oneself) return ui::badge(t("crm.colleague.oneself"), ui::Tone::Gray);
    return one.is_invited ? ui::badge(t("crm.colleague.invited"), ui::Tone::Amber)
                          : ui::badge(t("crm.colleague.has_access"), ui::Tone::Green);
}

Html colleague_row(const Colleague& one)
{
    return ui::row({.lead = ui::avatar({.name = one.name}),
                    .title = one.name,
                    .detail = one.email,
                    .aside = badge_of(one)});
}

Html invite_card(const ColleaguesView& view)
{
    auto name = view.fields.field("name");
    name.autocomplete = "off";
    auto email = view.fields.field("email");
    email.type = "email";
    return ui::card(
        {.title = t("crm.colleague.invite"), .id = "inviter"},
        ui::card_body(ui::form({.action = view.action, .guard = view.guard},
                               p(cls("text-13 text-fg-2"), t("crm.colleague.invite_words")),
                               view.fields.summary(), ui::input_field(name), ui::input_field(email),
                               ui::form_actions(ui::submit({.label = t("crm.colleague.submit"),
                                                            .kind = ui::ButtonKind::Primary})))));
}

} // namespace

Html colleagues_page(const ColleaguesView& view)
{
    return div(cls("mx-auto grid w-full max-w-[720px] grid-cols-1 gap-6"),
               h1(cls("h1"), t("crm.colleague.title")),
               p(cls("text-14 text-fg-2"), t("crm.colleague.words"), " ",
                 ui::link(view.requests, t("crm.colleague.requests"))),
               ui::card({.title = t("crm.colleague.list"),
                         .id = "collegues",
                         .count = static_cast<int>(view.colleagues.people.size())},
                        each(view.colleagues.people, colleague_row)),
               when(view.colleagues.may_invite, invite_card(view)));
}

Html colleagues_link(const Url& to)
{
    return ui::card({.title = {}, .id = {}},
                    ui::row_link(to, {.lead = ui::tile("users", ui::Tone::Gray),
                                      .title = t("crm.colleague.title"),
                                      .detail = t("crm.colleague.hint"),
                                      .aside = ui::icon("chevron-right")}));
}

} // namespace crm
