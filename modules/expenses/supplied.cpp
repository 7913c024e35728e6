#include "modules/expenses/supplied.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/expenses/owed_tax.hpp"

#include <algorithm>

namespace expenses
{
namespace
{

using base::Cents;
using i18n::t;

constexpr std::size_t expenses_of_invoice_max = 10;

/// « 20 », « 20.00 », « 5.5 »; nothing for what is no rate.
std::optional<base::Rate> rate_of(std::string_view percent)
{
    std::int64_t value = 0;
    std::int64_t unit = base::one_whole;
    bool is_after_point = false;
    for (const char c : percent) {
        if (c == '.' && !is_after_point) {
            is_after_point = true;
        } else if (c >= '0' && c <= '9' && value < base::hundred_percent.value && unit > 0) {
            if (is_after_point) unit /= 10;
            value = is_after_point ? value + (c - '0') * unit
                                   : value * 10 + (c - '0') * base::one_whole;
        } else {
            return {};
        }
    }
    return base::Rate{value};
}

/// The code of a tax that may be claimed back at that rate; empty: none.
std::string tax_code(const SuppliedTax& tax, billing::Regime regime)
{
    const auto rate = rate_of(tax.rate);
    if (!rate || tax.tax <= Cents{}) return {};
    for (const auto* choice : purchase_taxes(regime))
        if (choice->treatment.taxes.size() == 1 && choice->treatment.taxes.front().rate == *rate)
            return std::string{choice->code};
    return {};
}

Expense begun(const Supplied& invoice, const SuppliedBooks& books)
{
    return {.spent_on = std::min(invoice.issued_on, books.today),
            .type = books.type,
            .supplier = base::shorten(invoice.supplier, supplier_length_max - 1),
            .description = base::shorten(t(invoice.is_credit_note ? "expenses.supplied.credit_note"
                                                                  : "expenses.supplied.words",
                                           {{"number", invoice.number}}),
                                         description_length_max - 1),
            .gross = invoice.gross,
            .takes_back = invoice.is_credit_note,
            .means = Means::unpaid};
}

bool adds_up(const Supplied& invoice)
{
    Cents sum;
    for (const auto& tax : invoice.taxes) {
        if (tax.base <= Cents{} || tax.tax < Cents{}) return false;
        sum += tax.base + tax.tax;
    }
    return sum == invoice.gross && invoice.taxes.size() <= expenses_of_invoice_max;
}

} // namespace

std::vector<Expense> expenses_of(const Supplied& invoice, const SuppliedBooks& books)
{
    if (invoice.currency != books.currency || invoice.gross <= Cents{}) return {};
    if (!adds_up(invoice)) return {begun(invoice, books)};
    std::vector<Expense> expenses;
    for (const auto& tax : invoice.taxes) {
        auto expense = begun(invoice, books);
        expense.gross = tax.base + tax.tax;
        expense.tax = tax_code(tax, books.regime);
        if (!expense.tax.empty()) expense.first_tax = tax.tax;
        if (tax.tax == Cents{})
            expense.owed_tax = owed_code(
                {.category = tax.category, .vat_number = invoice.vat_number}, books.regime);
        expenses.push_back(std::move(expense));
    }
    return expenses;
}

} // namespace expenses
