#include "modules/tickets/merge_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/tickets/merge_actions.hpp"
#include "modules/tickets/merge_forms.hpp"
#include "modules/tickets/merge_reading.hpp"
#include "modules/tickets/merge_store.hpp"
#include "modules/tickets/merge_views.hpp"
#include "modules/tickets/message_store.hpp"
#include "modules/tickets/ticket_list_views.hpp"
#include "modules/tickets/ticket_note_store.hpp"
#include "modules/tickets/ticket_people.hpp"
#include "modules/tickets/ticket_picker_pages.hpp"
#include "modules/tickets/ticket_policy.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url page_of(const Call& call, std::string_view number)
{
    return ticket_path(call.context().workspace().slug, number);
}

html::Url merge_path(const Call& call, std::string_view number)
{
    return html::checked_local(page_of(call, number).text() + "/fusion");
}

html::Html crumbs(const Call& call, const std::string& number, const std::string& here)
{
    return ui::breadcrumbs({{number, page_of(call, number)}, {here, {}}});
}

/// Both tickets and the thread they make.
struct Pair {
    Ticket ending;
    Ticket kept;
    std::string client_name;
    std::vector<MergedLine> lines;
    std::int64_t files = 0;
    std::string refusal; ///< translation
};

void add_lines(WorkspaceTransaction& tx, Reading& reading, Pair& pair, const Ticket& ticket)
{
    People people{reading};
    const auto thread = thread_of_ticket(tx, ticket);
    const auto add = [&](tenancy::MembershipId author, base::Instant at, const std::string& body,
                         bool is_note) {
        people.want(author);
        people.learn(tx);
        pair.lines.push_back({.at = at,
                              .number = ticket.number,
                              .author = reading.name_of(author),
                              .excerpt = excerpt_of(body),
                              .is_note = is_note});
    };
    add(ticket.requester_id.value_or(ticket.opened_by), ticket.opened_at, ticket.description,
        false);
    for (const auto& message : thread.messages)
        add(message.author_id, message.written_at, message.body, false);
    for (const auto& note : NoteStore{tx}.of_ticket(ticket.id))
        add(note.author_id, note.written_at, note.body, true);
    pair.files += static_cast<std::int64_t>(thread.files.size());
}

std::string refusal_of(WorkspaceTransaction& tx, const Pair& pair)
{
    try {
        refuse_when_merged(tx, pair.ending);
        refuse_when_merged(tx, pair.kept);
        refuse_unless_mergeable(workflow_of(tx.workspace()), pair.ending, pair.kept);
    } catch (const base::Refusal& refusal) {
        return t(refusal.code, refusal.params);
    }
    return {};
}

Pair read_pair(WorkspaceTransaction& tx, Reading& reading, std::string_view ending,
               std::string_view kept)
{
    Pair pair{.ending = ticket_by_number(tx, ending), .kept = ticket_by_number(tx, kept)};
    pair.client_name = crm::client(tx, pair.kept.client_id).name;
    pair.refusal = refusal_of(tx, pair);
    if (!pair.refusal.empty()) return pair;
    add_lines(tx, reading, pair, pair.kept);
    add_lines(tx, reading, pair, pair.ending);
    std::ranges::stable_sort(pair.lines, {}, &MergedLine::at);
    return pair;
}

http::Response preview_page(Call& call, std::string_view kept, const std::string& conflict = {},
                            int status = 200)
{
    auto reading = reading_of(call.context());
    const auto& number = call.path("number");
    const auto pair = call.context().read(
        [&](WorkspaceTransaction& tx) { return read_pair(tx, reading, number, kept); });
    const MergePreviewView view{
        .ending = pair.ending,
        .kept = pair.kept,
        .client_name = pair.client_name,
        .lines = pair.lines,
        .files = pair.files,
        .reading = reading,
        .page = merge_path(call, number),
        .other_way = merge_path(call, pair.kept.number).with("avec", number),
        .incident = html::checked_local(page_of(call, number).text() + "/incident")
                        .with("sous", "1")
                        .with("q", pair.kept.number),
        .refused = pair.refusal.empty() ? conflict : pair.refusal,
        .is_possible = pair.refusal.empty(),
        .guard = guard::form_guard(call)};
    return guard::render(
        call, guard::Page{.title = t("tickets.merge.title"),
                          .body = merge_preview(view),
                          .breadcrumbs = crumbs(call, pair.ending.number, t("tickets.merge.title")),
                          .status = status});
}

http::Response choice_page(Call& call)
{
    const auto reading = reading_of(call.context());
    const std::string typed{call.query("q")};
    Ticket ticket;
    std::vector<TicketHit> found;
    call.context().read([&](WorkspaceTransaction& tx) {
        ticket = ticket_by_number(tx, call.path("number"));
        found = tickets_to_pick(tx, typed, ticket);
    });
    const auto page = merge_path(call, ticket.number);
    const auto look = [&](const TicketHit& hit) {
        return ui::link_button(page.with("avec", hit.number),
                               {.label = t("tickets.merge.look"), .size = ui::ButtonSize::Small});
    };
    const MergeChoiceView view{
        .ending = ticket,
        .picker = {
            .page = page, .typed = typed, .found = found, .reading = reading, .choice = look}};
    return guard::render(
        call, guard::Page{.title = t("tickets.merge.title"),
                          .body = merge_choice(view),
                          .breadcrumbs = crumbs(call, ticket.number, t("tickets.merge.title"))});
}

http::Response split_page(Call& call, const forms::Form<SplitMessage>& form)
{
    const auto& number = call.path("number");
    const auto id = call.path_id<MessageId>("message");
    const auto message = call.context().read([&](WorkspaceTransaction& tx) {
        return MessageStore{tx}.find(ticket_by_number(tx, number).id, id);
    });
    if (!message) throw base::NotFound{};
    const auto back = page_of(call, number);
    const SplitView view{
        .action = html::checked_local(back.text() + "/messages/" + id.text() + "/ticket"),
        .back = back,
        .fields = {form, "tickets.field"},
        .title = excerpt_of(message->body),
        .body = message->body,
        .guard = guard::form_guard(call)};
    return guard::render(call,
                         guard::Page{.title = t("tickets.split.title"),
                                     .body = split_form(view),
                                     .breadcrumbs = crumbs(call, number, t("tickets.split.title")),
                                     .status = form.is_valid() ? 200 : 422});
}

} // namespace

http::Response choose_merge(Call& call)
{
    if (call.query("avec").empty()) return choice_page(call);
    return preview_page(call, call.query("avec"));
}

http::Response create_merge(Call& call)
{
    const auto form = call.form<MergeTickets>();
    base::refuse_unless(form.is_valid(), "tickets.link.refusal.nothing_chosen");
    const auto& typed = form.command;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            merge_tickets(tx, {.ending = call.path("number"),
                               .kept = typed.into.value,
                               .ending_version = typed.version.value,
                               .kept_version = typed.into_version.value});
        });
    } catch (const base::Refusal& refusal) {
        return preview_page(call, typed.into.value, t(refusal.code, refusal.params),
                            refusal.kind == base::Refusal::Kind::Conflict ? 409 : 422);
    }
    return call.redirect(page_of(call, typed.into.value).text(), "tickets.merge.done",
                         {{"number", call.path("number")}});
}

http::Response new_split(Call& call)
{
    return split_page(call, call.blank_form<SplitMessage>());
}

http::Response create_split(Call& call)
{
    const auto form = call.form<SplitMessage>();
    if (!form.is_valid()) return split_page(call, form);
    const auto made = call.context().write([&](WorkspaceTransaction& tx) {
        return split_message(tx, call.path("number"), call.path_id<MessageId>("message"),
                             form.command.title.value);
    });
    return call.redirect(page_of(call, made.number).text(), "tickets.split.done",
                         {{"number", made.number}});
}

} // namespace tickets
