#include "modules/ledger/closing_actions.hpp"

#include "modules/ledger/append_actions.hpp"
#include "modules/ledger/ledger_store.hpp"

#include <exception>

namespace ledger
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::int64_t records_at_once = 1'000;

std::optional<Closing> last_closing(LedgerStore& store, Period period)
{
    const auto record = store.last_of_kind(kind_of(period));
    if (!record) return {};
    return closing_from(record->payload);
}

std::optional<Span> last_span(LedgerStore& store, Period period)
{
    const auto closing = last_closing(store, period);
    if (!closing) return {};
    return closing->span;
}

std::optional<base::Date> date_of(const std::optional<std::string>& day)
{
    return day ? base::Date::parse(*day) : std::nullopt;
}

Progress progress_of(LedgerStore& store)
{
    const auto day = last_closing(store, Period::day);
    Progress progress{
        .first_money = date_of(store.first_money_day()),
        .next_money = date_of(store.money_day_after(day ? day->last_seq : 0)),
        .day = {},
        .month = last_span(store, Period::month),
        .year = last_span(store, Period::year),
    };
    if (day) progress.day = day->span;
    return progress;
}

/// A closing without totals, and the perpetual total before it.
struct Opened {
    Closing closing;
    Perpetual before;
};
Opened opened(LedgerStore& store, const Due& due)
{
    const auto previous = last_closing(store, due.period).value_or(Closing{});
    const auto last = store.last_until(due.span.last);
    return {.closing = {.period = due.period,
                        .span = due.span,
                        .first_seq = previous.last_seq + 1,
                        .last_seq = last ? last->seq : 0,
                        .head = last ? last->hash : std::string{}},
            .before = previous.perpetual};
}

Totals totals_of(const tenancy::Context& context, const Closing& closing)
{
    Totals totals;
    for (auto from = closing.first_seq;;) {
        const auto records = context.read([&](WorkspaceTransaction& tx) {
            return LedgerStore{tx}.money_between(from, closing.last_seq, records_at_once);
        });
        for (const auto& record : records)
            totals.add(event_from(record.kind, record.payload));
        if (records.size() < records_at_once) return totals;
        from = records.back().seq + 1;
    }
}

/// Another process closed that period, or a writer that began before midnight was not seen by who
/// counted: nothing is written then.
struct Outrun : std::exception {
};

void write_closing(WorkspaceTransaction& tx, const Closing& closing)
{
    LedgerStore store{tx};
    add_link(tx, {.family = closing_family,
                  .kind = kind_of(closing.period),
                  .payload = payload_of(closing)});
    const auto last = store.last_until(closing.span.last);
    const auto of_kind = store.of_kind(kind_of(closing.period), 2); // that one and the one before
    const auto closed = of_kind.size() < 2 ? 0 : closing_from(of_kind.back().payload).last_seq;
    const auto head = last ? last->hash : std::string{};
    if (head != closing.head || closed + 1 != closing.first_seq) throw Outrun{};
}

} // namespace

int close_due(tenancy::Context& context)
{
    int closed = 0;
    for (;;) {
        const auto today = context.today();
        std::optional<Opened> next;
        context.read([&](WorkspaceTransaction& tx) {
            LedgerStore store{tx};
            const auto due = next_due(progress_of(store), today);
            next = due ? std::optional{opened(store, *due)} : std::nullopt;
        });
        if (!next) return closed;
        const auto closing =
            with_totals(next->closing, totals_of(context, next->closing), next->before);
        try {
            context.write([&](WorkspaceTransaction& tx) { write_closing(tx, closing); });
            ++closed;
        } catch (const Outrun&) {
            continue;
        }
    }
}

} // namespace ledger
