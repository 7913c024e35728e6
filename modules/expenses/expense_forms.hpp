#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/forms/money_types.hpp"
#include "modules/expenses/expense.hpp"
#include "modules/expenses/expense_type.hpp"

namespace expenses
{

inline constexpr std::size_t type_code_length_max = 40;
inline constexpr std::size_t number_length_max = 60;
inline constexpr std::int64_t version_max = 1'000'000'000;

/// Beside the receipts of the form. Amounts are above 0, of a credit note too.
struct SaveExpense {
    std::optional<Kind> kind; ///< none: a bill
    forms::Text<0, number_length_max>
        credited; ///< number of what a credit note takes back, or none
    base::Date spent_on;
    forms::Text<1, type_code_length_max> type;
    forms::Text<1, description_length_max> description;
    base::Cents amount;                    ///< taxes included
    forms::Text<0, 32> tax;                ///< code; empty: none to claim back
    std::optional<base::Cents> first_tax;  ///< as the receipt says it; none: counted
    std::optional<base::Cents> second_tax; ///< as the receipt says it; none: counted
    forms::Text<0, 32> owed_tax;           ///< code; empty: nothing to declare
    forms::Text<0, supplier_length_max> supplier;
    Means means = Means::bank;
    Category category = Category::supplier;
    std::optional<tenancy::ClientId> client;
    std::optional<forms::Number<1, version_max>> version;
};
BOOST_DESCRIBE_STRUCT(SaveExpense, (),
                      (kind, credited, spent_on, type, description, amount, tax, first_tax,
                       second_tax, owed_tax, supplier, means, category, client, version))

/// A trip, paid by the kilometre.
struct SaveTrip {
    base::Date spent_on;
    forms::Text<1, description_length_max> description;
    base::Quantity distance;
    base::UnitPrice price;
    Category category = Category::supplier;
    std::optional<tenancy::ClientId> client;
    std::optional<forms::Number<1, version_max>> version;
};
BOOST_DESCRIBE_STRUCT(SaveTrip, (),
                      (spent_on, description, distance, price, category, client, version))

struct RecoverExpense {
    forms::Text<1, 60> document; ///< the number of the invoice
};
BOOST_DESCRIBE_STRUCT(RecoverExpense, (), (document))

struct SaveExpenseType {
    forms::Text<1, type_name_length_max> name;
    base::Rate deductible;
    bool retired = false;
};
BOOST_DESCRIBE_STRUCT(SaveExpenseType, (), (name, deductible, retired))

/// Adds what one field alone does not say wrong. `today` is the day of the business.
void check_whole(forms::Form<SaveExpense>& form, base::Date today, billing::Regime regime);
void check_whole(forms::Form<SaveTrip>& form, base::Date today);

/// What was typed over `before`, which keeps what no form says; what was received stays what its
/// supplier said it is. Which expense is taken back is left to expense_credited().
Expense expense_of(const SaveExpense& typed, Expense before);
Expense expense_of(const SaveTrip& typed, Expense before);
/// What a form of that expense starts from.
forms::Typed typed_of(const Expense& expense);
/// What the form of a credit note that takes it back starts from.
forms::Typed typed_against(const Expense& credited, base::Date today);

} // namespace expenses
