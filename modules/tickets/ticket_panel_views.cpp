#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/record.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/category_views.hpp"
#include "modules/tickets/link_views.hpp"
#include "modules/tickets/ticket_views.hpp"

#include <set>

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

Url action_path(const TicketPageView& view, const char* what)
{
    return checked_local(ticket_path(view.slug, view.ticket.number).text() + "/" + what);
}

Html version_of(const TicketPageView& view)
{
    return ui::hidden_field("version", std::to_string(view.ticket.version));
}

Html person(const Reading& reading, tenancy::MembershipId id)
{
    const auto& name = reading.name_of(id);
    return group(ui::avatar({.name = name, .size = ui::AvatarSize::Small}), text(name));
}

Html properties(const TicketPageView& view)
{
    const auto& ticket = view.ticket;
    const auto& reading = view.reading;
    const auto assignee = ticket.assignee_id
                              ? person(reading, *ticket.assignee_id)
                              : span(cls("font-normal text-fg-3"), t("tickets.unassigned"));
    const auto reason =
        ticket.close_reason.empty()
            ? none
            : text(reading.preset->workflow("ticket").reasons.at(ticket.close_reason));
    const auto rating = view.rating ? text(score_text(std::to_string(view.rating->score))) : none;
    return ui::properties(
        {{t("tickets.list.state"), state_badge(reading, ticket.state)},
         {t("tickets.list.assignee"), assignee},
         {t("tickets.list.priority"),
          group(priority_mark(reading, ticket.priority),
                text(priority_label(*reading.preset, ticket.priority)))},
         {t("tickets.category.title"), category_badges(view.categories)},
         sla_property(view.signs, ticket.id),
         {t("tickets.page.project"),
          ui::link(route("/e/{}/projets/{}", view.slug, ticket.project_id), view.project.name)},
         {t("tickets.page.reopened"),
          ticket.reopened_count > 0 ? text(i18n::number(ticket.reopened_count)) : none},
         {t("tickets.page.reason"), reason},
         {t("tickets.page.rating"), rating}});
}

/// A choice and its button behind a « Changer » that opens without JavaScript.
struct Changing {
    const char* path;
    std::string summary;
    ui::Field field;
    std::vector<ui::Choice> choices;
    Html more;
    std::string button;
};

Html changing(const TicketPageView& view, const Changing& what)
{
    return details(cls("mt-1"), summary(cls("link w-fit py-1 text-13"), what.summary),
                   ui::form({.action = action_path(view, what.path),
                             .guard = view.guard,
                             .classes = "mt-2 grid gap-2"},
                            version_of(view), ui::select_field(what.field, what.choices), what.more,
                            ui::submit({.label = what.button, .size = ui::ButtonSize::Small})));
}

Html assignment(const TicketPageView& view)
{
    const auto value = view.ticket.assignee_id ? view.ticket.assignee_id->text() : std::string{};
    return changing(view, {.path = "attribution",
                           .summary = t("tickets.assign.open"),
                           .field = {.name = "assignee",
                                     .label = t("tickets.assign.member"),
                                     .value = value,
                                     .placeholder = t("tickets.assign.choose")},
                           .choices = view.staff,
                           .button = t("tickets.assign.submit")});
}

Html prioritising(const TicketPageView& view)
{
    std::vector<ui::Choice> priorities;
    for (const auto& priority : view.reading.preset->choices_of("tickets.priority"))
        priorities.push_back({.value = priority.code, .label = priority.label});
    return changing(view, {.path = "priorite",
                           .summary = t("tickets.prioritise.open"),
                           .field = {.name = "priority",
                                     .label = t("tickets.prioritise.priority"),
                                     .value = std::string{forms::enum_name(view.ticket.priority)}},
                           .choices = priorities,
                           .button = t("tickets.prioritise.submit")});
}

Html filing(const TicketPageView& view)
{
    if (view.offered.empty()) return none;
    std::set<CategoryId> held;
    for (const auto& category : view.categories)
        held.insert(category.id);
    return details(
        cls("mt-1"), summary(cls("link w-fit py-1 text-13"), t("tickets.category.change")),
        ui::form({.action = action_path(view, "categories"),
                  .guard = view.guard,
                  .classes = "mt-2 grid gap-2"},
                 category_boxes(view.offered, held),
                 ui::submit({.label = t("tickets.category.file"), .size = ui::ButtonSize::Small})));
}

Html sharing(const TicketPageView& view)
{
    return changing(
        view, {.path = "partage",
               .summary = t("tickets.share.open"),
               .field = {.name = "member",
                         .label = t("tickets.share.member"),
                         .placeholder = t("tickets.share.choose")},
               .choices = view.rights.shareable,
               .more = ui::text_area({.name = "message", .label = t("tickets.share.message")}, 2),
               .button = t("tickets.share.submit")});
}

Html shared_with(const TicketPageView& view)
{
    return each(view.shares, [&](const Share& share) {
        const auto by =
            t(share.message.empty() ? "tickets.share.by" : "tickets.share.by_saying",
              {{"name", view.reading.name_of(share.shared_by)}, {"message", share.message}});
        return div(cls("mb-1.5 text-13"),
                   div(cls("flex items-center gap-2"), person(view.reading, share.membership_id)),
                   p(cls("text-12 text-fg-3"), by));
    });
}

Html client_part(const TicketPageView& view)
{
    const auto& client = view.client;
    const auto mail = mail_to(client.email);
    const auto phone = telephone(client.phone);
    const auto line = [](ui::Icon what, const Html& link) {
        return li(cls("flex items-center gap-2"), ui::icon(what, "i-sm text-fg-3"), link);
    };
    return group(
        a(cls("flex items-center gap-3"), href(route("/e/{}/clients/{}", view.slug, client.id)),
          ui::avatar({.name = client.name, .size = ui::AvatarSize::Large}),
          span(cls("min-w-0"), span(cls("block text-13 font-[560]"), client.name),
               span(cls("block truncate text-12 text-fg-3"), client.city))),
        ul(cls("mt-3 grid gap-1.5 text-13 text-fg-2"),
           phone ? line("phone",
                        a(cls("num hover:underline"), href(*phone), i18n::phone(client.phone)))
                 : none,
           mail ? line("mail", a(cls("truncate hover:underline"), href(*mail), client.email))
                : none));
}

Html history(const TicketPageView& view)
{
    if (!view.rights.may_audit) return none;
    const auto journal = route("/e/{}/reglages/journal", view.slug)
                             .with("objet", "ticket")
                             .with("id", view.ticket.id.text());
    return div(cls("rule mt-4 pt-4 text-13"), ui::link(journal, t("tickets.page.history")));
}

} // namespace

Html ticket_panel(const TicketPageView& view)
{
    const auto& rights = view.rights;
    return group(properties(view), rights.may_assign ? assignment(view) : none,
                 rights.may_prioritise ? prioritising(view) : none,
                 rights.may_file ? filing(view) : none,
                 ui::panel_part(t("tickets.page.client"), client_part(view)), linked_part(view),
                 view.shares.empty() && rights.shareable.empty()
                     ? none
                     : ui::panel_part(t("tickets.share.title"),
                                      group(shared_with(view),
                                            rights.shareable.empty() ? none : sharing(view))),
                 guest_panel(view.guests, ticket_path(view.slug, view.ticket.number), view.guard),
                 time_panel({.ticket = ticket_path(view.slug, view.ticket.number),
                             .reading = view.reading,
                             .time = view.time,
                             .guard = view.guard}),
                 history(view));
}

} // namespace tickets
