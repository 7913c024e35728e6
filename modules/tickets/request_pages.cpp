#include "modules/tickets/request_pages.hpp"

#include "kernel/files/form_files.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/crm/crm.hpp"
#include "modules/tickets/attachment.hpp"
#include "modules/tickets/attachment_actions.hpp"
#include "modules/tickets/attachment_pages.hpp"
#include "modules/tickets/merge_reading.hpp"
#include "modules/tickets/message_pages.hpp"
#include "modules/tickets/request_type_pages.hpp"
#include "modules/tickets/request_views.hpp"
#include "modules/tickets/ticket_actions.hpp"
#include "modules/tickets/ticket_forms.hpp"
#include "modules/tickets/ticket_people.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_store.hpp"

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

http::Response to_request(const Call& call, std::string_view notice)
{
    return call.redirect(request_path(slug_of(call), number_of(call)).text(), notice);
}

std::vector<ui::Choice> own_projects(WorkspaceTransaction& tx)
{
    std::vector<ui::Choice> choices;
    for (const auto& project : projects::projects_of(tx, tx.actor().client))
        choices.push_back({.value = project.id.text(), .label = project.name});
    return choices;
}

http::Response new_page(Call& call, const forms::Form<OpenRequest>& form, HeldFiles held = {})
{
    const auto& workspace = call.context().workspace();
    const auto& preset = tenancy::own_preset(workspace);
    std::vector<ui::Choice> priorities;
    for (const auto& priority : preset.choices_of("tickets.priority"))
        priorities.push_back({.value = priority.code, .label = priority.label});
    const NewRequestView view{
        .slug = workspace.slug,
        .fields = {form, "tickets.request.field"},
        .projects = call.context().read([](WorkspaceTransaction& tx) { return own_projects(tx); }),
        .priorities = std::move(priorities),
        .default_priority = preset.setting("tickets.default_priority"),
        .held = std::move(held),
        .suggestions = guard::panels_in(call, "new_request"),
        .after = guard::panels_in(call, "after_new_request"),
        .guard = guard::form_guard(call),
        .business = workspace.name};
    return guard::render(call, guard::Page{.title = t("tickets.request.new.title"),
                                           .body = new_request(view),
                                           .status = form.is_valid() ? 200 : 422});
}

RequestView view_of(const Call& call)
{
    auto view = RequestView::all;
    forms::FieldType<RequestView>::read({call.query("vue")}, view);
    return view;
}

/// A reply that was refused, or what somebody else did meanwhile.
struct Shown {
    std::string typed;
    std::string error;
    std::string conflict;
    int status = 200;
};

RequestPageView read_request(WorkspaceTransaction& tx, Reading& reading, Ticket& ticket)
{
    TicketStore store{tx};
    const auto& actor = tx.actor();
    const auto& workflow = workflow_of(tx.workspace());
    auto thread = thread_of_ticket(tx, ticket);
    RequestPageView view{.slug = tx.workspace().slug,
                         .reading = reading,
                         .ticket = ticket,
                         .project = projects::project(tx, ticket.project_id),
                         .messages = std::move(thread.messages),
                         .files = std::move(thread.files),
                         .absorbed = std::move(thread.absorbed),
                         .events = store.public_events(ticket.id),
                         .rating = store.rating(ticket.id, ticket.resolved_count),
                         .moves = offered_moves(actor, workflow, ticket)};
    view.may_reply = actor.may("tickets.reply") && !state_of(workflow, ticket).is_read_only;
    view.may_rate = actor.may("tickets.rate") && is_own(actor, ticket) && is_ratable(ticket);
    People people{reading};
    reading.names.emplace(tenancy::MembershipId{}, crm::client(tx, ticket.client_id).name);
    people.want(ticket.requester_id);
    people.want(ticket.opened_by);
    for (const auto& message : view.messages)
        people.want(message.author_id);
    for (const auto& event : view.events)
        people.want(event);
    people.learn(tx);
    return view;
}

http::Response page(Call& call, const Shown& shown)
{
    auto reading = reading_of(call.context());
    Ticket ticket;
    bool is_news = false;
    auto view = call.context().read([&](WorkspaceTransaction& tx) {
        ticket = ticket_by_number(tx, number_of(call));
        const auto read_at = TicketStore{tx}.read_at(ticket.id, tx.actor().membership);
        is_news = !read_at || *read_at < ticket.last_public_at;
        return read_request(tx, reading, ticket);
    });
    if (is_news) call.context().write([&](WorkspaceTransaction& tx) { mark_read(tx, ticket); });
    view.typed = shown.typed;
    view.error = shown.error;
    view.conflict = shown.conflict;
    view.guard = guard::form_guard(call);
    return guard::render(call, guard::Page{.title = ticket.title,
                                           .body = request_page(view),
                                           .status = shown.status,
                                           .has_tab_bar = false,
                                           .is_data_only = true,
                                           .topics = {"request:" + ticket.id.text()}});
}

} // namespace

http::Response list_requests(Call& call)
{
    const auto reading = reading_of(call.context());
    const auto project = ProjectId::parse(call.query("site")).value_or(ProjectId{});
    const auto body = call.context().read([&](WorkspaceTransaction& tx) {
        RequestListView view{
            .slug = slug_of(call), .reading = reading, .view = view_of(call), .project = project};
        const auto client = tx.actor().client;
        if (project) view.project_name = projects::project_of_client(tx, project, client).name;
        view.rows = PortalListStore{tx}.requests(client, view.view, project);
        view.may_create = call.may("tickets.create") && !projects::projects_of(tx, client).empty();
        return request_list(view);
    });
    return guard::render(call, guard::Page{.title = t("tickets.request.nav"),
                                           .body = body,
                                           .is_data_only = true,
                                           .topics = {"requests:" + call.actor().client.text()}});
}

http::Response new_request_page(Call& call)
{
    if (asks_type(call)) return new_typed_request(call);
    return new_page(call, call.blank_form<OpenRequest>());
}

http::Response create_request(Call& call)
{
    if (asks_type(call)) return create_typed_request(call);
    const auto form = call.form<OpenRequest>();
    if (!form.is_valid()) return new_page(call, form, held_files(call));

    const auto& typed = form.command;
    const auto sent = received_files(call);
    files::keep(call.context().workspace().id, sent);
    const auto ticket = call.context().write([&](WorkspaceTransaction& tx) {
        auto opened = open_ticket(tx, {.title = typed.title.value,
                                       .description = typed.description.value,
                                       .priority = typed.priority,
                                       .project = typed.project,
                                       .client = tx.actor().client,
                                       .origin = Origin::portal});
        attach_to_ticket(tx, opened, sent);
        return opened;
    });
    if (!sent.refused.empty())
        return to_thread(call, request_path(slug_of(call), ticket.number), sent, {});
    return call.redirect(request_path(slug_of(call), ticket.number).text(),
                         "tickets.request.notice.sent", {{"number", ticket.number}});
}

http::Response show_request(Call& call)
{
    const auto followed = call.context().read(
        [&](WorkspaceTransaction& tx) { return number_to_follow(tx, number_of(call)); });
    if (followed)
        return call.redirect(request_path(slug_of(call), *followed).text(),
                             "tickets.merge.followed", {{"number", number_of(call)}});
    const auto kept = call.blank_form<WriteMessage>();
    return page(call, {.typed = std::string{kept.typed_value("body")}});
}

http::Response create_request_message(Call& call)
{
    call.context().read([&](WorkspaceTransaction& tx) { ticket_by_number(tx, number_of(call)); });
    const auto sent = received_files(call);
    const auto form = call.form<WriteMessage>();
    if (!form.is_valid()) {
        const auto* error = form.errors.find("body");
        auto why = error == nullptr ? std::string{} : t(error->key, error->params);
        if (!sent.refused.empty()) why = files::refused_sentences(sent);
        return page(call, {.typed = std::string{form.typed_value("body")},
                           .error = std::move(why),
                           .status = 422});
    }
    files::keep(call.context().workspace().id, sent);
    call.context().write([&](WorkspaceTransaction& tx) {
        attach_to_message(tx, write_message(tx, number_of(call), form.command.body.value), sent);
    });
    return to_thread(call, request_path(slug_of(call), number_of(call)), sent,
                     "tickets.request.notice.replied");
}

http::Response edit_request_message(Call& call)
{
    return message_page(call, call.blank_form<WriteMessage>());
}

http::Response update_request_message(Call& call)
{
    return save_message(call, [&](MessageId message, const std::string& body) {
        call.context().write(
            [&](WorkspaceTransaction& tx) { correct_message(tx, number_of(call), message, body); });
    });
}

http::Response create_request_answer(Call& call)
{
    const auto form = call.form<MoveTicket>();
    if (!form.is_valid()) return page(call, {.status = 422});
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            move_ticket(tx, number_of(call), {.move = form.command.move.value},
                        form.command.version.value);
        });
    } catch (const base::Refusal& refusal) {
        const bool is_conflict = refusal.kind == base::Refusal::Kind::Conflict;
        return page(
            call, {.conflict = t(refusal.code, refusal.params), .status = is_conflict ? 409 : 422});
    }
    return to_request(call, "tickets.request.notice.answered");
}

http::Response create_request_rating(Call& call)
{
    const auto form = call.form<RateTicket>();
    if (!form.is_valid())
        return page(call, {.conflict = t("tickets.request.rating.choose"), .status = 422});

    call.context().write([&](WorkspaceTransaction& tx) {
        rate_ticket(tx, number_of(call),
                    {.score = form.command.score.value, .comment = form.command.comment.value});
    });
    return to_request(call, "tickets.request.notice.rated");
}

html::Html requests_panel(Call& call)
{
    constexpr int shown_max = 5;
    const auto reading = reading_of(call.context());
    return call.context().read([&](WorkspaceTransaction& tx) {
        const auto client = tx.actor().client;
        const RequestCardView view{
            .slug = slug_of(call),
            .reading = reading,
            .rows = PortalListStore{tx}.requests(client, RequestView::current, {}, shown_max),
            .may_create = call.may("tickets.create"),
            .has_project = !projects::projects_of(tx, client).empty()};
        const auto* next = next_request(workflow_of(tx.workspace()), view.rows);
        if (next == nullptr) return request_card(view);
        return html::div(html::cls("grid grid-cols-1 items-start gap-6 md:grid-cols-2"),
                         next_request_card(view.slug, reading, *next), request_card(view));
    });
}

} // namespace tickets
