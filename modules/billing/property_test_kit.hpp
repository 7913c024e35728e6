#pragma once

#include "modules/billing/document_test_kit.hpp"
#include "modules/billing/tax_rows.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <stdexcept>
#include <utility>

/// What properties are held with.
namespace billing_kit
{

inline std::int64_t documents_asked()
{
    const char* asked = std::getenv("ETABLI_RANDOM_DOCUMENTS");
    return asked == nullptr ? 0 : std::strtoll(asked, nullptr, 10);
}

inline std::uint64_t first_seed()
{
    const char* asked = std::getenv("ETABLI_RANDOM_SEED");
    if (asked != nullptr) return std::strtoull(asked, nullptr, 10);
    return std::random_device{}();
}

/// Throws instead of counting: doctest's own checks are too slow for millions.
inline void hold(bool holds, const char* what)
{
    if (!holds) throw std::runtime_error{what};
}

inline void hold_rules(const billing::Figures& figures)
{
    const auto broken = billing::broken_rules(figures);
    if (!broken.empty()) throw std::runtime_error{broken.front()};
}

/// Σ of parts, to be compared with the whole.
struct Sum {
    base::Cents gross, net, tax;
    std::map<std::string, std::pair<base::Cents, base::Cents>> rows;
    void add(const billing::Figures& part)
    {
        gross += part.totals.gross;
        net += part.totals.net;
        tax += part.totals.tax;
        for (const auto& row : part.rows) {
            auto& [base, row_tax] = rows[std::string{billing::code_of(row.category)} + row.code +
                                         std::to_string(row.rate.value)];
            base += row.base;
            row_tax += row.tax;
        }
    }
    /// Less its deposits.
    void add_asked(const billing::Figures& invoice)
    {
        auto asked = invoice;
        asked.rows = billing::rows_left(invoice);
        asked.totals.gross = invoice.totals.due;
        asked.totals.tax = {};
        for (const auto& row : asked.rows)
            asked.totals.tax += row.tax;
        asked.totals.net = asked.totals.gross - asked.totals.tax;
        add(asked);
    }
    friend bool operator==(const Sum&, const Sum&) = default;
};

inline Sum without_zeros(Sum sum)
{
    std::erase_if(sum.rows, [](const auto& row) {
        return row.second == std::pair<base::Cents, base::Cents>{};
    });
    return sum;
}

inline Sum sum_of(const std::vector<billing::Figures>& parts)
{
    Sum sum;
    for (const auto& part : parts)
        sum.add(part);
    return without_zeros(std::move(sum));
}

/// A treatment that gives back more than it sells: no share of that is fair.
inline bool is_below_zero_somewhere(const billing::Figures& figures)
{
    const auto nets = billing::nets_of(figures);
    return std::ranges::any_of(nets, [](const auto& net) { return net && *net < base::Cents{}; });
}

void deposits_make_the_whole(Dice& dice, const billing::Figures& whole);
void situations_make_the_whole(Dice& dice, const billing::Figures& whole);
void lines_credited_make_the_whole(Dice& dice, const billing::Figures& invoice);
void credits_make_what_was_asked(Dice& dice, const billing::Figures& invoice);

inline bool is_positive(const billing::Figures& figures)
{
    const bool lines = std::ranges::all_of(
        figures.lines, [](const billing::LineFigures& line) { return line.net >= base::Cents{}; });
    return lines && std::ranges::all_of(figures.rows, [](const billing::TaxRow& row) {
               return row.base >= base::Cents{} && row.tax >= base::Cents{};
           });
}

} // namespace billing_kit
