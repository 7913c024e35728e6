#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"
#include "kernel/base/money.hpp"
#include "kernel/tenancy/actor.hpp"

#include <optional>
#include <string>
#include <vector>

namespace expenses
{

using ExpenseId = base::Id<struct ExpenseTag>;

/// How it was paid: by the bank account (card, transfer, cheque), by the cash box, by the owner out
/// of his own pocket, or not yet.
enum class Means { bank, cash, own_money, unpaid };

/// A tax that was paid with it and may be claimed back; below 0 in a credit note.
struct PaidTax {
    std::string code; ///< « TVA », « TPS », « TVQ »
    base::Rate rate;
    base::Cents amount;
};

/// Where what is bought comes from, as French tax law tells apart.
enum class Origin { france, european_union };

/// What becomes of a tax that the buyer declares: claimed back, or borne as a cost.
enum class Bearing { claimed_back, borne };

/// A tax that the buyer declares himself (« autoliquidation »): in no price.
struct OwedTax {
    Origin from = Origin::france;
    Bearing bearing = Bearing::claimed_back;
    PaidTax tax;
};

/// An expense as accounts read it: gross = net + Σ taxes, none below 0; of a credit note none
/// above.
struct Spent {
    ExpenseId id;
    std::string number; ///< « DEP-2026-00042 »
    base::Date day;
    std::string type;      ///< code: "fuel"
    std::string type_name; ///< « Carburant »
    std::string supplier;  ///< may be empty
    std::string description;
    Means means = Means::bank;
    base::Cents net;
    base::Cents gross;
    std::vector<PaidTax> taxes;
    std::optional<OwedTax> owed;
};

/// It counts from now on: written by the team, or received and checked.
struct ExpenseRecorded {
    Spent spent;
};
struct ExpenseChanged {
    Spent before;
    Spent after;
};
/// One that was recorded before it was paid.
struct ExpensePaid {
    Spent spent; ///< with its means
    base::Date paid_on;
};
/// Written by mistake: it counts no more, and stays readable.
struct ExpenseCancelled {
    Spent spent;
};

} // namespace expenses
