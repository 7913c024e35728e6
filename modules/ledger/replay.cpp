#include "modules/ledger/replay.hpp"

#include <exception>

namespace ledger
{

std::optional<Broken> Replay::take(const Record& record)
{
    if (record.seq != last_.seq + 1) return Broken{.seq = last_.seq + 1, .what = Wrong::missing};
    if (const auto wrong = fault_of(record)) return Broken{.seq = record.seq, .what = *wrong};
    if (!count(record)) return Broken{.seq = record.seq, .what = Wrong::closing_wrong};
    last_ = record;
    return {};
}

std::optional<Wrong> Replay::fault_of(const Record& record) const
{
    if (hash_of(workspace_, record) != record.hash) return Wrong::changed;
    if (record.previous != last_.hash) return Wrong::unlinked;
    if (!trusted_.contains(record.key) || !is_signed(record)) return Wrong::forged;
    if (record.day < last_.day || !base::Date::parse(record.day)) return Wrong::out_of_order;
    return {};
}

bool Replay::count(const Record& record)
{
    try {
        if (record.family == closing_family) {
            const auto closing = closing_from(record.payload);
            if (record.kind != kind_of(closing.period) || !is_right(closing, record.payload))
                return false;
        }
        auto& day = days_[base::Date::parse(record.day).value()];
        if (record.family == money_family) day.totals.add(event_from(record.kind, record.payload));
        day.last_seq = record.seq;
        day.head = record.hash;
        return true;
    } catch (const std::exception&) {
        return false; // signed, and not written by this program
    }
}

bool Replay::is_right(const Closing& closing, const std::string& payload)
{
    auto& before = closed_.at(static_cast<std::size_t>(closing.period));
    if (payload_of(counted(closing, before)) != payload) return false;
    before = closing;
    return true;
}

Closing Replay::counted(const Closing& closing, const std::optional<Closing>& before) const
{
    Closing made{.period = closing.period,
                 .span = span_of(closing.period, closing.span.first),
                 .first_seq = before ? before->last_seq + 1 : 1};
    Totals totals;
    for (const auto& [date, day] : days_) {
        if (date > closing.span.last) break;
        made.last_seq = day.last_seq;
        made.head = day.head;
        if (!before || date > before->span.last) totals.add(day.totals);
    }
    return with_totals(made, totals, before ? before->perpetual : Perpetual{});
}

} // namespace ledger
