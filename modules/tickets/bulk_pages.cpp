#include "modules/tickets/bulk_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/bulk_actions.hpp"
#include "modules/tickets/bulk_forms.hpp"
#include "modules/tickets/bulk_views.hpp"
#include "modules/tickets/ticket_filter_pages.hpp"
#include "modules/tickets/ticket_filter_views.hpp"
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

/// The part of the list the reader came from.
Narrowed narrowed(const Call& call, const presets::Preset& preset)
{
    auto view = View::todo;
    forms::FieldType<View>::read({call.query("vue")}, view);
    return {.slug = slug_of(call), .view = view, .filter = filter_of(call, preset)};
}

html::Url selection_path(const Call& call)
{
    auto path = html::route("/e/{}/tickets/selection", slug_of(call));
    for (const char* name : asked_names)
        if (!call.query(name).empty()) path = path.with(name, call.query(name));
    return path;
}

/// Every move of the team, whatever the state: each ticket says for itself whether it is allowed.
/// Taking is assigning.
std::vector<ui::Choice> moves_of(const Call& call, const presets::Workflow& workflow)
{
    std::vector<ui::Choice> choices;
    for (const auto& move : workflow.moves) {
        const bool is_staff =
            move.allows(presets::Mover::staff) || move.allows(presets::Mover::admin);
        if (!is_staff || move.demands("assignee")) continue;
        if (!call.may(permission_of(workflow, move, tenancy::Side::staff))) continue;
        const auto* state = presets::find_state(workflow, move.to);
        choices.push_back(
            {.value = move.code, .label = move.label + " → " + (state ? state->label : move.to)});
    }
    return choices;
}

std::vector<ui::Choice> reasons_of(const presets::Workflow& workflow)
{
    std::vector<ui::Choice> choices;
    for (const auto& [code, label] : workflow.reasons)
        choices.push_back({.value = code, .label = label});
    return choices;
}

struct Shown {
    std::set<std::string> ticked;
    BulkResult result;
    std::string problem;
    int status = 200;
};

SelectionView view_of(Call& call, Reading& reading, const Shown& shown)
{
    const auto place = narrowed(call, *reading.preset);
    const auto& workflow = reading.preset->workflow("ticket");
    SelectionView view{.slug = slug_of(call),
                       .reading = reading,
                       .action = selection_path(call),
                       .back = place_of(place, place.filter),
                       .rows = {},
                       .ticked = shown.ticked,
                       .staff = {},
                       .priorities = {},
                       .moves = moves_of(call, workflow),
                       .reasons = reasons_of(workflow),
                       .result = shown.result,
                       .problem = shown.problem,
                       .guard = guard::form_guard(call)};
    call.context().read([&](WorkspaceTransaction& tx) {
        view.rows = TicketListStore{tx}.page(*place.view, place.filter, {});
        if (!call.may("tickets.assign")) return;
        for (const auto& member : active_staff(tx))
            view.staff.push_back({.value = member.id.text(), .label = member.name});
    });
    if (view.rows.size() > list_page_rows) view.rows.pop_back();
    if (call.may("tickets.priority"))
        for (const auto& priority : reading.preset->choices_of("tickets.priority"))
            view.priorities.push_back({.value = priority.code, .label = priority.label});
    return view;
}

http::Response page(Call& call, const Shown& shown)
{
    auto reading = reading_of(call.context());
    const auto view = view_of(call, reading, shown);
    return guard::render(
        call, guard::Page{.title = t("tickets.bulk.title"),
                          .body = selection_page(view),
                          .breadcrumbs = ui::breadcrumbs(
                              {{t("tickets.nav"), view.back}, {t("tickets.bulk.title"), {}}}),
                          .status = shown.status});
}

/// What is missing before anything can be tried; empty = nothing.
std::string missing_in(const ChangeTickets& typed)
{
    if (typed.ticket.empty()) return t("tickets.bulk.missing.ticket");
    if (typed.what == BulkWhat::assign && !typed.assignee) return t("tickets.bulk.missing.member");
    if (typed.what == BulkWhat::prioritise && !typed.priority)
        return t("tickets.bulk.missing.priority");
    if (typed.what == BulkWhat::move && typed.move.value.empty())
        return t("tickets.bulk.missing.move");
    return {};
}

} // namespace

http::Response select_tickets(Call& call)
{
    return page(call, {});
}

http::Response update_tickets(Call& call)
{
    const auto form = call.form<ChangeTickets>();
    const auto& typed = form.command;
    std::vector<std::string> numbers;
    for (const auto& number : typed.ticket)
        numbers.push_back(number.value);
    const std::set<std::string> ticked{numbers.begin(), numbers.end()};
    const auto missing = form.is_valid() ? missing_in(typed) : t("tickets.bulk.missing.readable");
    if (!missing.empty())
        return page(call, {.ticked = ticked, .result = {}, .problem = missing, .status = 422});

    const auto result = change_all(call.context(), numbers,
                                   {.what = typed.what,
                                    .assignee = typed.assignee.value_or(tenancy::MembershipId{}),
                                    .priority = typed.priority.value_or(Priority::medium),
                                    .move = {.move = typed.move.value,
                                             .text = typed.body.value,
                                             .reason = typed.reason.value,
                                             .assignee = {}}});
    if (!result.refused.empty()) {
        std::set<std::string> left;
        for (const auto& refusal : result.refused)
            left.insert(refusal.number);
        return page(call, {.ticked = std::move(left), .result = result, .problem = {}});
    }
    return call.redirect(selection_path(call).text(), "tickets.bulk.all_done",
                         {{"count", std::to_string(result.done)}});
}

} // namespace tickets
