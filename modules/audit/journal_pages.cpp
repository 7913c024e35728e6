#include "modules/audit/journal_pages.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/audit/journal_csv_pages.hpp"
#include "modules/audit/journal_forms.hpp"
#include "modules/audit/journal_reader_pages.hpp"
#include "modules/audit/journal_store.hpp"
#include "modules/audit/journal_views.hpp"
#include "modules/audit/journal_words.hpp"

#include <algorithm>

namespace audit
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/journal";

html::Url url(const Call& call, std::string_view path)
{
    return html::checked_local(call.in_workspace(path));
}

Typed in_query(const Call& call)
{
    return [&call](std::string_view name) { return std::string{call.query(name)}; };
}

Typed in_form(const Call& call)
{
    return [&call](std::string_view name) { return std::string{call.request().form.get(name)}; };
}

Cursor cursor_of(const Call& call)
{
    const auto at = base::Id<struct MomentTag>::parse(call.query("avant"));
    const auto id = base::Id<struct LineTag>::parse(call.query("ligne"));
    return at && id ? Cursor{.at = {at->value}, .id = id->value} : Cursor{};
}

html::Url filtered_page(const Call& call)
{
    auto page = url(call, page_path);
    for (const auto& [name, value] : typed_fields(in_query(call)))
        if (!value.empty()) page = page.with(name, value);
    return page;
}

void sort_by_label(std::vector<ui::Choice>& choices)
{
    std::ranges::sort(choices, {}, &ui::Choice::label);
}

std::vector<ui::Choice> people_of(WorkspaceTransaction& tx)
{
    std::vector<ui::Choice> choices;
    for (const auto& member : auth::members(tx)) {
        const bool is_client = member.side == tenancy::Side::portal;
        choices.push_back(
            {.value = member.id.text(),
             .label = is_client ? t("audit.filter.client", {{"name", member.name}}) : member.name});
    }
    sort_by_label(choices);
    choices.push_back({.value = std::string{program_word}, .label = t("audit.actor.program")});
    return choices;
}

std::vector<ui::Choice> kinds_to_choose()
{
    std::vector<ui::Choice> choices;
    for (const auto kind : known_kinds())
        choices.push_back({.value = std::string{kind}, .label = words_of_kind(kind)});
    return choices;
}

/// Whether something of this trade may do it: its module is not one that is off.
bool is_of_this_trade(const Call& call, std::string_view action)
{
    const std::string module{action.substr(0, action.find('.'))};
    return !call.site().is_switchable(module) ||
           call.context().workspace().modules.contains(module);
}

std::vector<ui::Choice> actions_to_choose(const Call& call)
{
    std::vector<ui::Choice> choices;
    for (const auto action : known_actions())
        if (is_of_this_trade(call, action))
            choices.push_back(
                {.value = std::string{action}, .label = words_of_action(action, "…")});
    sort_by_label(choices);
    return choices;
}

JournalLine shown(const Call& call, const Line& line, Told told)
{
    const auto& zone = call.context().workspace().time_zone;
    JournalLine shown_line{.actor = std::move(told.actor),
                           .is_program = !line.actor,
                           .what = std::move(told.what),
                           .changes = std::move(told.changes),
                           .address = line.address,
                           .time = i18n::time_of_day(line.at, zone),
                           .to = {}};
    if (!told.path.empty()) shown_line.to = url(call, told.path);
    return shown_line;
}

std::vector<JournalDay> days_of(const Call& call, JournalReader& reader,
                                const std::vector<Line>& lines)
{
    std::vector<JournalDay> days;
    for (const auto& line : lines) {
        const auto date = base::date_in(line.at, call.context().workspace().time_zone);
        const auto id = "jour-" + date.text();
        if (days.empty() || days.back().id != id)
            days.push_back({.title = i18n::weekday(date) + " " + i18n::long_date(date),
                            .id = id,
                            .lines = {}});
        days.back().lines.push_back(shown(call, line, reader.tell(line)));
    }
    return days;
}

struct Shown {
    Filter filter;
    Cursor cursor;
    Typed typed;
    std::string problem;
};

JournalView read_view(Call& call, WorkspaceTransaction& tx, const Shown& wanted)
{
    JournalReader reader{call, tx};
    auto lines = JournalStore{tx}.lines(wanted.filter, wanted.cursor, page_lines + 1);
    JournalView view{.page = url(call, page_path),
                     .export_to = url(call, std::string{page_path} + "/export"),
                     .export_guard = ui::hidden_field("_csrf", call.csrf_token()),
                     .typed = typed_fields(wanted.typed),
                     .people = people_of(tx),
                     .kinds = kinds_to_choose(),
                     .actions = actions_to_choose(call),
                     .subject = {},
                     .days = {},
                     .problem = wanted.problem,
                     .is_filtered = !wanted.filter.is_empty()};
    if (wanted.filter.subject != 0)
        view.subject = reader.name_of(wanted.filter.kind, wanted.filter.subject);
    if (wanted.cursor.id != 0) view.newest = filtered_page(call);
    if (lines.size() > static_cast<std::size_t>(page_lines)) {
        lines.pop_back();
        view.older = filtered_page(call)
                         .with("avant", std::to_string(lines.back().at.micros))
                         .with("ligne", std::to_string(lines.back().id));
    }
    view.days = days_of(call, reader, lines);
    return view;
}

http::Response answer(Call& call, const Shown& wanted, int status)
{
    const auto view =
        call.context().read([&](WorkspaceTransaction& tx) { return read_view(call, tx, wanted); });
    return guard::render(
        call, guard::Page{.title = t("audit.title"),
                          .body = journal_page(view),
                          .breadcrumbs = html::group(
                              html::h1(html::cls("sr-only"), t("audit.title")),
                              ui::breadcrumbs({{t("guard.nav.settings"), url(call, "/reglages")},
                                               {t("audit.title"), {}}})),
                          .status = status});
}

} // namespace

http::Response show_journal(Call& call)
{
    const auto typed = in_query(call);
    return answer(
        call,
        {.filter = filter_of(typed), .cursor = cursor_of(call), .typed = typed, .problem = {}},
        200);
}

http::Response export_journal(Call& call)
{
    const auto typed = in_form(call);
    const auto filter = filter_of(typed);
    const auto file = journal_file(call, filter);
    if (!file)
        return answer(
            call,
            {.filter = filter,
             .cursor = {},
             .typed = typed,
             .problem = t("audit.export.too_many", {{"most", i18n::number(file_lines_max)}})},
            422);
    note_export(call, filter, *file);
    auto response = http::Response::text(file->bytes);
    response.headers.set("Content-Type", "text/csv; charset=utf-8");
    response.headers.set("Content-Disposition", "attachment; filename=\"" + file->name + "\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace audit
