#pragma once

#include "kernel/base/refusal.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/billing/billing.hpp"
#include "modules/expenses/expense.hpp"

#include <string>
#include <string_view>
#include <vector>

/// How pages say what was spent.
namespace expenses
{

/// What a business counts in, by its preset.
struct Books {
    billing::Regime regime = billing::Regime::france;
    base::Currency currency = base::Currency::EUR;
};
Books books_of(const tenancy::Workspace& workspace);

/// « € », « $ ».
std::string currency_sign(base::Currency currency);
/// « Pas encore payée »; of a credit note « Pas encore remboursé ».
std::string means_words(Means means, Kind kind = Kind::bill);
std::string category_words(Category category, Kind kind = Kind::bill);
/// A sentence about one, in its gender: « expenses.state.cancelled » is « Annulée » of a bill, and
/// « expenses.credit.state.cancelled » « Annulé » of a credit note.
std::string words_of(Kind kind, std::string_view key, const base::Params& params = {});
/// « 20 % », « TPS + TVQ »; « Sans taxe à récupérer » for none.
std::string tax_words(std::string_view tax);
/// « 1234,50 », as files of figures and a form shown again hold an amount.
std::string amount_cell(base::Cents amount);
/// The names of the taxes a business of that regime may pay: « TVA »; « TPS », « TVQ ».
std::vector<std::string> tax_names(billing::Regime regime);
/// The same, and those it paid before it stopped asking any: an expense keeps its own.
std::vector<std::string> tax_columns(billing::Regime regime);

} // namespace expenses
