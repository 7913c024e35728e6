#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/tickets/category_store.hpp"
#include "modules/tickets/sla_reading.hpp"
#include "modules/tickets/ticket_actions.hpp"
#include "modules/tickets/ticket_board_views.hpp"
#include "modules/tickets/ticket_filter_pages.hpp"
#include "modules/tickets/ticket_forms.hpp"
#include "modules/tickets/ticket_list_views.hpp"
#include "modules/tickets/ticket_pages.hpp"
#include "modules/tickets/ticket_people.hpp"
#include "modules/tickets/ticket_policy.hpp"

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

/// What narrows the columns: they are the states themselves.
Narrowed narrowed(const Call& call, const presets::Preset& preset)
{
    Narrowed shown{.slug = slug_of(call), .view = {}, .filter = filter_of(call, preset)};
    shown.filter.state.clear();
    shown.filter.opened_from.reset();
    shown.filter.opened_until.reset();
    shown.filter.is_unread = false;
    return shown;
}

std::vector<BoardColumn> empty_columns(const Call& call, const presets::Workflow& workflow)
{
    std::vector<BoardColumn> columns;
    for (const auto& state : workflow.states) {
        Ticket there;
        there.state = state.code;
        columns.push_back(
            {.state = &state, .cards = {}, .moves = offered_moves(call.actor(), workflow, there)});
    }
    return columns;
}

void fill(std::vector<BoardColumn>& columns, std::vector<BoardCard> cards)
{
    for (auto& card : cards)
        for (auto& column : columns)
            if (column.state->code == card.state) {
                column.cards.push_back(std::move(card));
                break;
            }
}

std::vector<std::string> codes_of(const std::vector<BoardColumn>& columns)
{
    std::vector<std::string> codes;
    for (const auto& column : columns)
        codes.push_back(column.state->code);
    return codes;
}

struct Refused {
    std::string why;
    int status = 200;
};

http::Response board_page(Call& call, const Refused& refused)
{
    auto reading = reading_of(call.context());
    auto shown = narrowed(call, *reading.preset);
    BoardView view{.shown = shown,
                   .reading = reading,
                   .columns = empty_columns(call, reading.preset->workflow("ticket")),
                   .refused = refused.why,
                   .guard = guard::form_guard(call),
                   .layout_switch = layout_switch(call, Layout::board, "ml-auto md:hidden")};
    call.context().read([&](WorkspaceTransaction& tx) {
        shown.project_name = project_name_of(tx, shown.filter);
        shown.client_name = client_name_of(tx, shown.filter);
        auto cards = TicketBoardStore{tx}.cards(codes_of(view.columns), shown.filter);
        People people{reading};
        if (shown.filter.assignee) people.want(shown.filter.assignee);
        std::vector<TicketId> ids;
        for (const auto& card : cards) {
            people.want(card.assignee_id);
            ids.push_back(card.id);
        }
        people.learn(tx);
        view.signs = signs_of(tx, ids, reading.now);
        CategoryStore categories{tx};
        shown.categories = categories.all();
        if (!shown.categories.empty()) view.filed = categories.names_of(ids);
        fill(view.columns, std::move(cards));
    });
    return guard::render(call, guard::Page{.title = t("tickets.nav"),
                                           .body = ticket_board(view),
                                           .top = ticket_bar(call, Layout::board),
                                           .status = refused.status,
                                           .is_data_only = true,
                                           .topics = {"tickets"}});
}

/// Why the card is where it was, in words that fit a board.
Refused refused_by(const base::Refusal& refusal, const std::string& number)
{
    auto params = refusal.params;
    const bool is_conflict = refusal.kind == base::Refusal::Kind::Conflict;
    if (refusal.code != "tickets.refusal.changed_meanwhile")
        return {t("tickets.board.refused",
                  {{"number", number}, {"why", t(refusal.code, refusal.params)}}),
                is_conflict ? 409 : 422};
    params.emplace_back("number", number);
    return {t("tickets.board.conflict", params), 409};
}

} // namespace

http::Response show_board(Call& call)
{
    return board_page(call, {});
}

http::Response create_board_move(Call& call)
{
    const auto& number = call.path("number");
    const auto ticket =
        call.context().read([&](WorkspaceTransaction& tx) { return ticket_by_number(tx, number); });
    const auto form = call.form<MoveTicket>();
    if (!form.is_valid())
        return board_page(call, {t("tickets.board.unreadable", {{"number", number}}), 422});
    const auto& typed = form.command;
    const auto& workflow = workflow_of(call.context().workspace());
    const auto* move = presets::find_move(workflow, typed.move.value);
    if (move != nullptr && asks_words(*move))
        return call.redirect(
            ticket_path(slug_of(call), number).with("mode", typed.move.value).text());

    MoveRequest request{.move = typed.move.value, .text = {}, .reason = {}, .assignee = {}};
    if (move != nullptr && move->demands("assignee") && !ticket.assignee_id)
        request.assignee = call.actor().membership;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            move_ticket(tx, number, request, typed.version.value);
        });
    } catch (const base::Refusal& refusal) {
        return board_page(call, refused_by(refusal, number));
    }
    const auto shown = narrowed(call, tenancy::own_preset(call.context().workspace()));
    return call.redirect(place_of(shown, shown.filter).text(), "tickets.notice.moved");
}

} // namespace tickets
