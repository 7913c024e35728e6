#pragma once

#include "modules/ledger/totals.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Days, months and years that are over: what they came to. Pure.
namespace ledger
{

enum class Period { day, month, year };
BOOST_DESCRIBE_ENUM(Period, day, month, year)

/// « day_closed », « month_closed », « year_closed ».
std::string_view kind_of(Period period);
std::optional<Period> period_of(std::string_view kind);

/// From `first` to `last`, both included.
struct Span {
    base::Date first;
    base::Date last;
    friend bool operator==(const Span&, const Span&) = default;
};
Span span_of(Period period, base::Date day);
base::Date after(const Span& span);

/// Documents and payments of every day until then, from the first.
struct Perpetual {
    base::Cents billed;
    base::Cents paid;
    friend bool operator==(const Perpetual&, const Perpetual&) = default;
};

/// What a closing says for ever. It holds the records from `first_seq` to `last_seq`, the journal
/// among them, of which `events` move money; none when last_seq < first_seq.
struct Closing {
    Period period = Period::day;
    Span span;
    std::int64_t first_seq = 1;
    std::int64_t last_seq = 0;
    std::string head; ///< hash of the last record; empty when there is none
    std::int64_t events = 0;
    base::Currency currency = base::Currency::EUR;
    std::vector<TaxTotal> taxes;
    std::vector<Totals::Paid> modes;
    base::Cents billed;
    base::Cents paid;
    Perpetual perpetual;
    friend bool operator==(const Closing&, const Closing&) = default;
};

/// With the totals of a period, and the perpetual total of what came before it.
Closing with_totals(Closing closing, const Totals& totals, const Perpetual& before);

/// As money events: one fixed order, exactly one text for a closing.
std::string payload_of(const Closing& closing);
Closing closing_from(std::string_view payload);

/// What is known of a chain when one asks which period is to be closed next.
struct Progress {
    std::optional<base::Date>
        first_money;                      ///< day of the first money event; none = nothing to close
    std::optional<base::Date> next_money; ///< day of the first one no daily closing holds
    std::optional<Span> day;              ///< last closed of each
    std::optional<Span> month;
    std::optional<Span> year;
};
struct Due {
    Period period = Period::day;
    Span span;
};
/// The first period that is over before `today` and not closed. Days without money have no closing;
/// every month and year since the first has one.
std::optional<Due> next_due(const Progress& progress, base::Date today);

} // namespace ledger
