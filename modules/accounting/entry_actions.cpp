#include "modules/accounting/entry_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/accounting/archive_jobs.hpp"

#include <algorithm>

namespace accounting
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr int entries_at_once = 500;

base::Date today(const WorkspaceTransaction& tx)
{
    return base::date_in(base::now(), tx.workspace().time_zone);
}

std::int64_t year_of(base::Date day)
{
    return static_cast<int>(std::chrono::year_month_day{day.day}.year());
}

Entry entry_of(const EntryRow& row)
{
    return {.journal = row.journal,
            .journal_label = i18n::t("accounting.journal." + std::string{code_of(row.journal)}),
            .number = entry_number(row.journal, row.number),
            .day = row.day,
            .piece = row.piece,
            .piece_day = row.piece_day,
            .label = row.label,
            .validated_on = row.validated_on,
            .lines = {}};
}

EntryLine line_of(const LineRow& row)
{
    EntryLine line{.account = {row.account, row.account_label},
                   .party = {},
                   .debit = row.debit,
                   .credit = row.credit};
    if (!row.party.empty()) line.party = Account{row.party, row.party_label};
    return line;
}

} // namespace

HeldBooks hold_books(WorkspaceTransaction& tx)
{
    return {.closed_until = EntryStore{tx}.hold()};
}

void record_entries(WorkspaceTransaction& tx, const HeldBooks& books, std::vector<Entry> entries)
{
    EntryStore store{tx};
    const auto& closed = books.closed_until;
    for (auto& entry : entries) {
        check(entry);
        if (closed && entry.day <= *closed) entry.day = {closed->day + std::chrono::days{1}};
        const auto year = year_of(entry.day);
        store.insert({.id = tx.make_id<EntryId>(),
                      .journal = entry.journal,
                      .year = year,
                      .number = store.next_number(entry.journal, year),
                      .day = entry.day,
                      .piece = entry.piece,
                      .piece_day = entry.piece_day,
                      .label = entry.label,
                      .validated_on = today(tx)},
                     entry.lines);
    }
    events::touch(tx, "accounting");
}

void close_period(WorkspaceTransaction& tx, base::Date last)
{
    base::refuse_unless(last < today(tx), "accounting.refusal.not_over");
    EntryStore store{tx};
    const auto closed = store.hold();
    base::refuse_unless(!closed || *closed < last, "accounting.refusal.already_closed");

    store.close_until(last);
    plan_archiving(tx, last);
    audit::append(tx, {.action = "accounting.period_closed",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"closed_until", closed ? closed->text() : "", last.text()}}});
    events::touch(tx, "accounting");
}

namespace
{

std::vector<Entry> entries_of_rows(EntryStore& store, const std::vector<EntryRow>& rows)
{
    std::vector<EntryId> ids;
    for (const auto& row : rows)
        ids.push_back(row.id);
    auto lines = store.lines(ids);
    std::ranges::stable_sort(lines, {}, &LineRow::entry_id);
    std::vector<Entry> entries;
    for (const auto& row : rows) {
        auto entry = entry_of(row);
        for (const auto& line : std::ranges::equal_range(lines, row.id, {}, &LineRow::entry_id))
            entry.lines.push_back(line_of(line));
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace

void each_entry(WorkspaceTransaction& tx, const EntrySearch& search, const Visit& visit)
{
    EntryStore store{tx};
    auto asked = search;
    asked.limit = entries_at_once;
    for (;;) {
        const auto rows = store.entries(asked);
        for (const auto& entry : entries_of_rows(store, rows))
            visit(entry);
        if (rows.size() < entries_at_once) return;
        asked.after = rows.back();
    }
}

std::vector<Entry> first_entries(WorkspaceTransaction& tx, EntrySearch search, std::size_t most)
{
    EntryStore store{tx};
    search.limit = static_cast<int>(most);
    return entries_of_rows(store, store.entries(search));
}

} // namespace accounting
