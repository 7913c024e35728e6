#include "modules/tickets/ticket_pages.hpp"

#include "kernel/files/form_files.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/attachment_actions.hpp"
#include "modules/tickets/attachment_pages.hpp"
#include "modules/tickets/merge_reading.hpp"
#include "modules/tickets/message_pages.hpp"
#include "modules/tickets/note_actions.hpp"
#include "modules/tickets/note_attachments.hpp"
#include "modules/tickets/reply_pages.hpp"
#include "modules/tickets/ticket_actions.hpp"
#include "modules/tickets/ticket_forms.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_reading_pages.hpp"
#include "modules/tickets/ticket_views.hpp"

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

const std::string& number_of(const Call& call)
{
    return call.path("number");
}

http::Response to_ticket(const Call& call, std::string_view notice)
{
    return call.redirect(ticket_path(slug_of(call), number_of(call)).text(), notice);
}

/// What a page shows besides the ticket itself: its composer, what was refused.
struct Shown {
    ComposerMode composer;
    std::string conflict;
    int status = 200;
};

http::Response page(Call& call, Shown shown)
{
    const auto data = ticket_page_data(call.context(), number_of(call));
    const TicketPageView view{.slug = slug_of(call),
                              .reading = data.reading,
                              .ticket = data.ticket,
                              .client = data.client,
                              .client_alerts = data.client_alerts,
                              .project = data.project,
                              .messages = data.messages,
                              .notes = data.notes,
                              .files = data.files,
                              .note_files = data.note_files,
                              .events = data.events,
                              .shares = data.shares,
                              .links = data.links,
                              .checklists = data.checklists,
                              .categories = data.categories,
                              .offered = data.offered,
                              .incident = data.incident,
                              .children = data.children,
                              .absorbed = data.absorbed,
                              .rating = data.rating,
                              .signs = data.signs,
                              .staff = data.staff,
                              .rights = data.rights,
                              .time = data.time,
                              .guests = data.guests,
                              .composer = std::move(shown.composer),
                              .replies = data.rights.may_reply ? replies_of(call)
                                                               : std::vector<CannedReply>{},
                              .conflict = std::move(shown.conflict),
                              .guard = guard::form_guard(call)};
    return guard::render(
        call, guard::Page{.title = data.ticket.number + " · " + data.ticket.title,
                          .body = ticket_page(view),
                          .top = ticket_actions_bar(view),
                          .breadcrumbs = ui::breadcrumbs(
                              {{t("tickets.nav"), html::route("/e/{}/tickets", slug_of(call))},
                               {data.ticket.number, {}}}),
                          .status = shown.status,
                          .has_tab_bar = false,
                          .is_data_only = true,
                          .topics = {"ticket:" + data.ticket.id.text(),
                                     "client_alerts:" + data.client.id.text()}});
}

template <class Command>
std::string error_of(const forms::Form<Command>& form, std::string_view field)
{
    const auto* error = form.errors.find(field);
    return error == nullptr ? std::string{} : i18n::t(error->key, error->params);
}

template <class Command>
ComposerMode refused(const forms::Form<Command>& form, ComposerMode mode)
{
    mode.value = std::string{form.typed_value("body")};
    mode.reason = std::string{form.typed_value("reason")};
    mode.error = mode.files_error.empty() ? error_of(form, "body") : mode.files_error;
    mode.reason_error = error_of(form, "reason");
    return mode;
}

Ticket ticket_of(Call& call)
{
    return call.context().read(
        [&](WorkspaceTransaction& tx) { return ticket_by_number(tx, number_of(call)); });
}

/// The move asked for, when the actor may make it now; nullptr otherwise.
const presets::Move* offered(Call& call, const Ticket& ticket, std::string_view code)
{
    const auto& workflow = workflow_of(call.context().workspace());
    for (const auto* move : offered_moves(call.actor(), workflow, ticket))
        if (move->code == code) return move;
    return nullptr;
}

ComposerMode mode_of(Call& call)
{
    const auto asked = call.query("mode");
    if (asked == "note" && call.may("tickets.note")) return {.kind = ComposerMode::Kind::note};
    if (const auto* move = offered(call, ticket_of(call), asked))
        return {.kind = ComposerMode::Kind::move, .move = move};
    return {};
}

/// The page again with what somebody else did and what was typed (409).
http::Response conflict_page(Call& call, const base::Refusal& refusal, ComposerMode composer)
{
    return page(call, {.composer = std::move(composer),
                       .conflict = t(refusal.code, refusal.params),
                       .status = refusal.kind == base::Refusal::Kind::Conflict ? 409 : 422});
}

} // namespace

http::Response show_ticket(Call& call)
{
    const auto followed = call.context().read(
        [&](WorkspaceTransaction& tx) { return number_to_follow(tx, number_of(call)); });
    if (followed)
        return call.redirect(ticket_path(slug_of(call), *followed).text(), "tickets.merge.followed",
                             {{"number", number_of(call)}});
    const auto kept = call.blank_form<WriteMessage>();
    auto composer = mode_of(call);
    composer.value = kept.typed_value("body");
    if (composer.value.empty() && composer.kind != ComposerMode::Kind::note)
        composer.value = reply_asked(call);
    return page(call, {.composer = std::move(composer)});
}

http::Response create_message(Call& call)
{
    ticket_of(call);
    const auto sent = received_files(call);
    const auto form = call.form<WriteMessage>();
    if (!form.is_valid())
        return page(call,
                    {.composer = refused(form, {.files_error = files::refused_sentences(sent)}),
                     .status = 422});

    files::keep(call.context().workspace().id, sent);
    call.context().write([&](WorkspaceTransaction& tx) {
        attach_to_message(tx, write_message(tx, number_of(call), form.command.body.value), sent);
    });
    return to_thread(call, ticket_path(slug_of(call), number_of(call)), sent,
                     "tickets.notice.replied");
}

http::Response edit_message(Call& call)
{
    return message_page(call, call.blank_form<WriteMessage>());
}

http::Response update_message(Call& call)
{
    return save_message(call, [&](MessageId message, const std::string& body) {
        call.context().write(
            [&](WorkspaceTransaction& tx) { correct_message(tx, number_of(call), message, body); });
    });
}

http::Response create_note(Call& call)
{
    ticket_of(call);
    const auto sent = received_files(call);
    const auto form = call.form<WriteNote>();
    if (!form.is_valid())
        return page(call,
                    {.composer = refused(form, {.kind = ComposerMode::Kind::note,
                                                .files_error = files::refused_sentences(sent)}),
                     .status = 422});

    files::keep(call.context().workspace().id, sent);
    call.context().write([&](WorkspaceTransaction& tx) {
        attach_to_note(tx, write_note(tx, number_of(call), form.command.body.value), sent);
    });
    return to_thread(call, ticket_path(slug_of(call), number_of(call)), sent,
                     "tickets.notice.noted");
}

http::Response create_move(Call& call)
{
    auto form = call.form<MoveTicket>();
    const auto* move = offered(call, ticket_of(call), form.typed_value("move"));
    ComposerMode mode;
    if (move != nullptr) mode = {.kind = ComposerMode::Kind::move, .move = move};
    if (move != nullptr) check_demands(form, *move);
    if (!form.is_valid()) return page(call, {.composer = refused(form, mode), .status = 422});

    const auto& typed = form.command;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            move_ticket(tx, number_of(call),
                        {.move = typed.move.value,
                         .text = typed.body.value,
                         .reason = typed.reason.value,
                         .assignee = {}},
                        typed.version.value);
        });
    } catch (const base::Refusal& refusal) {
        return conflict_page(call, refusal, refused(form, mode));
    }
    return to_ticket(call, "tickets.notice.moved");
}

http::Response create_taking(Call& call)
{
    try {
        call.context().write([&](WorkspaceTransaction& tx) { take_ticket(tx, number_of(call)); });
    } catch (const base::Refusal& refusal) {
        return conflict_page(call, refusal, {});
    }
    return to_ticket(call, "tickets.notice.taken");
}

http::Response create_assignment(Call& call)
{
    const auto form = call.form<AssignTicket>();
    base::refuse_unless(form.is_valid(), "tickets.refusal.nobody_chosen");
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            assign_ticket(tx, number_of(call), form.command.assignee, form.command.version.value);
        });
    } catch (const base::Refusal& refusal) {
        return conflict_page(call, refusal, {});
    }
    return to_ticket(call, "tickets.notice.assigned");
}

http::Response create_priority(Call& call)
{
    const auto form = call.form<PrioritiseTicket>();
    base::refuse_unless(form.is_valid(), "tickets.refusal.no_priority");
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            prioritise_ticket(tx, number_of(call), form.command.priority,
                              form.command.version.value);
        });
    } catch (const base::Refusal& refusal) {
        return conflict_page(call, refusal, {});
    }
    return to_ticket(call, "tickets.notice.prioritised");
}

http::Response create_share(Call& call)
{
    const auto form = call.form<ShareTicket>();
    base::refuse_unless(form.is_valid(), "tickets.refusal.nobody_chosen");
    call.context().write([&](WorkspaceTransaction& tx) {
        share_ticket(tx, number_of(call), form.command.member, form.command.message.value);
    });
    return to_ticket(call, "tickets.notice.shared");
}

} // namespace tickets
