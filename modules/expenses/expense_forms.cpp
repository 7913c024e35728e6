#include "modules/expenses/expense_forms.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/expenses/expense_words.hpp"
#include "modules/expenses/owed_tax.hpp"

#include <algorithm>

namespace expenses
{
namespace
{

template <class Command>
void add(forms::Form<Command>& form, std::string_view field, const char* key)
{
    if (form.errors.find(field) == nullptr) form.errors.add(field, key);
}

/// Zero is refused as what is below it: one sentence says both.
template <class Command>
void say_above_zero(forms::Form<Command>& form, std::string_view field, const char* key)
{
    forms::Errors said;
    for (const auto& [name, error] : form.errors.all()) {
        const bool is_below = name == field && error.key == "forms.error.negative";
        said.add(name, is_below ? key : error.key, error.params);
    }
    form.errors = said;
}

template <class Command>
void check_common(forms::Form<Command>& form, base::Date today)
{
    const auto& typed = form.command;
    if (typed.spent_on > today) add(form, "spent_on", "expenses.refusal.in_the_future");
    if (typed.category == Category::client && !typed.client)
        add(form, "client", "expenses.error.no_client");
}

bool is_offered(std::string_view tax, billing::Regime regime)
{
    const auto offered = purchase_taxes(regime);
    return tax.empty() ||
           std::ranges::any_of(offered, [&](const auto* choice) { return choice->code == tax; });
}

/// Counted already, or takes back what was: its taxes may be of another regime.
bool has_past(const SaveExpense& typed)
{
    return typed.version || !typed.credited.value.empty();
}

/// Nothing is declared of what has a tax within its price already.
void check_owed(forms::Form<SaveExpense>& form, billing::Regime regime)
{
    const auto& typed = form.command;
    if (typed.owed_tax.value.empty()) return;
    // What was declared stays when the business asks no tax any more.
    const auto offered = owed_choices(has_past(typed) ? billing::Regime::france : regime);
    if (std::ranges::find(offered, typed.owed_tax.value, &OwedChoice::code) == offered.end())
        add(form, "owed_tax", "forms.error.choice");
    if (!typed.tax.value.empty()) add(form, "owed_tax", "expenses.error.owed_tax");
}

/// What the receipt says stands before what is counted.
TaxesWithin taxes_of(const SaveExpense& typed)
{
    auto taxes = taxes_within(typed.amount, typed.tax.value);
    const auto count = tax_count(typed.tax.value);
    if (count >= 1 && typed.first_tax) taxes.first = *typed.first_tax;
    if (count >= 2 && typed.second_tax) taxes.second = *typed.second_tax;
    return taxes;
}

} // namespace

void check_whole(forms::Form<SaveExpense>& form, base::Date today, billing::Regime regime)
{
    check_common(form, today);
    const auto& typed = form.command;
    say_above_zero(form, "amount", "expenses.error.amount");
    if (typed.amount.value <= 0) add(form, "amount", "expenses.error.amount");
    const bool is_kept = has_past(typed) && billing::find_tax_choice(typed.tax.value) != nullptr;
    if (!is_offered(typed.tax.value, regime) && !is_kept) add(form, "tax", "forms.error.choice");
    check_owed(form, regime);
    const bool is_bill = typed.kind.value_or(Kind::bill) == Kind::bill;
    if (is_bill && !typed.credited.value.empty()) add(form, "credited", "expenses.error.credited");
    if (!form.is_valid()) return;
    const auto taxes = taxes_of(typed);
    if (taxes.first + taxes.second >= typed.amount)
        add(form, typed.first_tax ? "first_tax" : "second_tax", "expenses.error.taxes");
}

void check_whole(forms::Form<SaveTrip>& form, base::Date today)
{
    check_common(form, today);
    const auto& typed = form.command;
    say_above_zero(form, "price", "expenses.error.price");
    if (typed.distance.value <= 0) add(form, "distance", "expenses.error.distance");
    if (typed.price.value <= 0) add(form, "price", "expenses.error.price");
    if (form.is_valid() && trip_amount(typed.distance, typed.price).value <= 0)
        add(form, "distance", "expenses.error.distance");
}

Expense expense_of(const SaveExpense& typed, Expense before)
{
    const auto taxes = taxes_of(typed);
    before.spent_on = typed.spent_on;
    before.type = typed.type.value;
    before.category = typed.category;
    before.client_id = typed.client;
    before.supplier = typed.supplier.value;
    before.description = typed.description.value;
    before.gross = typed.amount;
    if (!is_received(before)) before.takes_back = typed.kind == Kind::credit_note;
    before.tax = typed.tax.value;
    before.first_tax = taxes.first;
    before.second_tax = taxes.second;
    before.owed_tax = typed.owed_tax.value;
    before.means = typed.means;
    before.distance.reset();
    before.distance_price.reset();
    return before;
}

Expense expense_of(const SaveTrip& typed, Expense before)
{
    before.spent_on = typed.spent_on;
    before.type = travel_type;
    before.category = typed.category;
    before.client_id = typed.client;
    before.supplier.clear();
    before.description = typed.description.value;
    before.gross = trip_amount(typed.distance, typed.price);
    before.tax.clear();
    before.first_tax = before.second_tax = {};
    before.owed_tax.clear();
    before.means = Means::own_money;
    before.distance = typed.distance;
    before.distance_price = typed.price;
    return before;
}

forms::Typed typed_of(const Expense& expense)
{
    const auto four = base::decimal_places;
    forms::Typed typed{{"kind", std::string{forms::enum_name(expense.kind())}},
                       {"spent_on", expense.spent_on.text()},
                       {"type", expense.type},
                       {"description", expense.description},
                       {"amount", amount_cell(expense.gross)},
                       {"tax", expense.tax},
                       {"owed_tax", expense.owed_tax},
                       {"supplier", expense.supplier},
                       {"means", std::string{forms::enum_name(expense.means)}},
                       {"category", std::string{forms::enum_name(expense.category)}},
                       {"client", expense.client_id ? expense.client_id->text() : ""},
                       {"version", std::to_string(expense.version)}};
    if (tax_count(expense.tax) >= 1)
        typed.emplace_back("first_tax", amount_cell(expense.first_tax));
    if (tax_count(expense.tax) >= 2)
        typed.emplace_back("second_tax", amount_cell(expense.second_tax));
    if (expense.distance)
        typed.emplace_back("distance", i18n::decimal(expense.distance->value, four));
    if (expense.distance_price)
        typed.emplace_back("price", i18n::decimal(expense.distance_price->value, four));
    return typed;
}

forms::Typed typed_against(const Expense& credited, base::Date today)
{
    const auto words = i18n::t("expenses.credit.words", {{"description", credited.description}});
    return {{"kind", std::string{forms::enum_name(Kind::credit_note)}},
            {"credited", credited.number},
            {"spent_on", today.text()},
            {"type", credited.type},
            {"description", base::shorten(words, description_length_max - 1)},
            {"tax", credited.tax},
            {"owed_tax", credited.owed_tax},
            {"supplier", credited.supplier},
            {"means", std::string{forms::enum_name(Means::bank)}}};
}

} // namespace expenses
