#include "modules/tickets/request_history_pages.hpp"

#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/request_history_views.hpp"
#include "modules/tickets/ticket_people.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/tickets.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace tickets
{
namespace
{

using guard::Call;
using tenancy::WorkspaceTransaction;

constexpr int rows_of_page = 50;
constexpr int first_year = 2000;
constexpr int last_year = 2100;

/// Zero for every year, and for what is none.
int year_of(const Call& call)
{
    const auto typed = call.query("annee");
    int year = 0;
    const auto end = typed.data() + typed.size();
    const bool is_number = std::from_chars(typed.data(), end, year).ptr == end;
    return is_number && year >= first_year && year <= last_year ? year : 0;
}

base::Instant first_of(int year, const std::string& zone)
{
    const auto day = std::chrono::year{year} / std::chrono::January / 1;
    return base::instant_of({.date = {std::chrono::sys_days{day}}}, zone);
}

HistorySpan span_of(const Call& call, int year)
{
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    const auto& zone = call.context().workspace().time_zone;
    HistorySpan span{.from = {std::numeric_limits<std::int64_t>::min()},
                     .before = {last},
                     .before_id = {last},
                     .limit = rows_of_page + 1};
    if (year == 0) return span;
    span.from = first_of(year, zone);
    span.before = first_of(year + 1, zone);
    span.before_id = {};
    return span;
}

/// Several states may bear one word for the client: he chooses the word. Empty: any state.
std::vector<std::string> states_asked(const presets::Workflow& workflow, std::string_view code)
{
    std::vector<std::string> states;
    const auto* chosen = presets::find_known_state(workflow, code);
    if (chosen == nullptr) return states;
    for (const auto& state : workflow.states)
        if (state.client_label == chosen->client_label) states.push_back(state.code);
    return states;
}

bool is_newer(const HistoryRow& a, const HistoryRow& b)
{
    return a.opened_at != b.opened_at ? a.opened_at > b.opened_at : a.id.value > b.id.value;
}

std::vector<HistoryRow> rows_in(WorkspaceTransaction& tx, const HistorySpan& span,
                                std::vector<std::string> states)
{
    if (states.empty()) states.emplace_back();
    std::vector<HistoryRow> rows;
    for (const auto& state : states) {
        const auto found = RequestHistoryStore{tx}.requests(span, state);
        rows.insert(rows.end(), found.begin(), found.end());
    }
    std::ranges::sort(rows, is_newer);
    if (std::ssize(rows) > span.limit) rows.resize(static_cast<std::size_t>(span.limit));
    return rows;
}

/// A page goes on after the last request of the one before.
void go_on_after(WorkspaceTransaction& tx, std::string_view cursor, HistorySpan& span)
{
    const auto id = TicketId::parse(cursor);
    if (!id) return;
    const auto last = ticket_by_id(tx, *id);
    if (last.opened_at >= span.before) return;
    span.before = last.opened_at;
    span.before_id = last.id;
}

/// Takes the row beyond the page off and says where the next page begins.
std::optional<html::Url> older_than(const Call& call, RequestHistoryView& view)
{
    if (view.rows.size() <= rows_of_page) return {};
    view.rows.pop_back();
    auto url = view.everything;
    for (const char* name : {"annee", "statut"})
        if (!call.query(name).empty()) url = url.with(name, std::string{call.query(name)});
    return url.with("avant", view.rows.back().id.text());
}

} // namespace

html::Html request_history_panel(Call& call)
{
    const auto reading = reading_of(call.context());
    const auto& workspace = call.context().workspace();
    const auto year = year_of(call);
    const auto states = states_asked(workflow_of(workspace), call.query("statut"));
    RequestHistoryView view{.slug = workspace.slug,
                            .reading = reading,
                            .rows = {},
                            .is_narrowed = year != 0 || !states.empty(),
                            .everything = html::checked_local(call.in_workspace("/historique")),
                            .older = {}};
    call.context().read([&](WorkspaceTransaction& tx) {
        auto span = span_of(call, year);
        go_on_after(tx, call.query("avant"), span);
        view.rows = rows_in(tx, span, states);
        view.may_create =
            call.may("tickets.create") && !projects::projects_of(tx, tx.actor().client).empty();
    });
    view.older = older_than(call, view);
    return request_history(view);
}

html::Html request_history_filter(Call& call)
{
    std::vector<ui::Choice> choices;
    std::string chosen;
    for (const auto& state : workflow_of(call.context().workspace()).states) {
        const auto known = std::ranges::find(choices, state.client_label, &ui::Choice::label);
        const auto value = known == choices.end() ? state.code : known->value;
        if (state.code == call.query("statut")) chosen = value;
        if (known == choices.end())
            choices.push_back({.value = value, .label = state.client_label, .hint = {}});
    }
    return ui::select_field({.name = "statut",
                             .label = i18n::t("tickets.request.history.state"),
                             .value = chosen,
                             .placeholder = i18n::t("tickets.request.history.every_state")},
                            choices);
}

} // namespace tickets
