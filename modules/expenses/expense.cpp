#include "modules/expenses/expense.hpp"

#include "kernel/base/refusal.hpp"

#include <algorithm>
#include <array>

namespace expenses
{
namespace
{

constexpr std::size_t taxes_max = 2;

const std::vector<billing::TaxRate>& rates_of(std::string_view tax)
{
    static const std::vector<billing::TaxRate> nothing;
    const auto* choice = billing::find_tax_choice(tax);
    return choice == nullptr ? nothing : choice->treatment.taxes;
}

bool is_paid(const billing::TaxChoice& choice)
{
    return choice.treatment.category == billing::Category::standard &&
           choice.treatment.taxes.size() <= taxes_max;
}

} // namespace

bool is_received(const Expense& expense)
{
    return expense.id && !expense.made_by;
}

bool may_be_taken_back(const Expense& expense)
{
    return !expense.takes_back && !expense.distance && !expense.cancelled_at;
}

bool lacks_receipt(const Expense& expense)
{
    return expense.receipts == 0 && !expense.distance && !expense.cancelled_at;
}

bool is_recoverable(const Expense& expense)
{
    return expense.category == Category::client && expense.checked_at && !expense.recovered_at &&
           !expense.cancelled_at;
}

bool is_on_draft(const Expense& expense)
{
    return expense.recovered_at && expense.recovered_by.empty();
}

void check_changeable(const Expense& expense)
{
    base::refuse_unless(!expense.cancelled_at, expense.takes_back
                                                   ? "expenses.refusal.credit_note_cancelled"
                                                   : "expenses.refusal.cancelled");
    base::refuse_unless(!is_on_draft(expense), "expenses.refusal.on_draft");
    base::refuse_unless(!expense.recovered_at, "expenses.refusal.recovered",
                        {{"document", expense.recovered_by}});
}

std::vector<const billing::TaxChoice*> purchase_taxes(billing::Regime regime)
{
    std::vector<const billing::TaxChoice*> paid;
    for (const auto& choice : billing::tax_choices(regime))
        if (is_paid(choice)) paid.push_back(&choice);
    return paid;
}

TaxesWithin taxes_within(base::Cents gross, std::string_view tax)
{
    const auto& rates = rates_of(tax);
    if (rates.empty() || rates.size() > taxes_max) return {};
    base::Wide all = base::hundred_percent.value;
    for (const auto& rate : rates)
        all += rate.rate.value;
    const auto net = base::rounded(base::Wide{gross.value} * base::hundred_percent.value, all);
    if (rates.size() == 1) return {.first = gross - net, .second = {}};
    const auto first = base::times(net, rates.front().rate);
    return {.first = first, .second = gross - net - first};
}

std::vector<PaidTax> paid_taxes(const Expense& expense)
{
    std::vector<PaidTax> paid;
    const auto& rates = rates_of(expense.tax);
    const std::array amounts{expense.first_tax, expense.second_tax};
    for (std::size_t i = 0; i < std::min(rates.size(), amounts.size()); ++i)
        if (amounts.at(i).value != 0)
            paid.push_back({.code = rates[i].code,
                            .rate = rates[i].rate,
                            .amount = expense.counted(amounts.at(i))});
    return paid;
}

std::size_t tax_count(std::string_view tax)
{
    return std::min(rates_of(tax).size(), taxes_max);
}

base::Cents trip_amount(base::Quantity distance, base::UnitPrice price)
{
    return base::times(distance, price);
}

} // namespace expenses
