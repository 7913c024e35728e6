#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/money.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/billing/billing.hpp"
#include "modules/expenses/events.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace expenses
{

BOOST_DESCRIBE_ENUM(Means, bank, cash, own_money, unpaid)
BOOST_DESCRIBE_ENUM(Origin, france, european_union)

/// What the supplier’s paper is: a bill or receipt, or a credit note, which takes back.
enum class Kind { bill, credit_note };
BOOST_DESCRIBE_ENUM(Kind, bill, credit_note)

/// Kept by the business, or advanced for a client who pays it back.
enum class Category { supplier, client };
BOOST_DESCRIBE_ENUM(Category, supplier, client)

inline constexpr std::size_t description_length_max = 200; ///< code points
inline constexpr std::size_t supplier_length_max = 120;    ///< code points

/// Money that left, with its taxes and its proof. Amounts are cents of the workspace's currency.
struct Expense {
    ExpenseId id;
    std::string number;
    base::Date spent_on;
    std::string type; ///< code of an ExpenseType
    Category category = Category::supplier;
    std::optional<tenancy::ClientId> client_id; ///< there when `category` is client
    std::string supplier;                       ///< may be empty
    std::string description;
    base::Cents gross;                    ///< what was paid, taxes included; above 0
    bool takes_back = false;              ///< a supplier's credit note: its amounts count below 0
    std::optional<ExpenseId> credited_id; ///< what it takes back, where that was named
    std::string tax; ///< code of billing::tax_choices; empty: no tax to claim back
    base::Cents first_tax;
    base::Cents second_tax; ///< of choices with two taxes: TVQ
    std::string owed_tax;   ///< code of owed_choices, beside the price; only where `tax` is empty
    base::Cents owed_cost;  ///< of it what is borne, not claimed back; or 0
    Means means = Means::bank;
    base::Rate deductible = base::hundred_percent; ///< of the type, the day it was written
    std::optional<base::Quantity> distance;        ///< kilometres; a trip needs no receipt
    std::optional<base::UnitPrice> distance_price; ///< of one kilometre
    std::int64_t receipts = 0;                     ///< files that were not refused
    std::optional<base::Instant> checked_at;       ///< none: received, nobody has read it yet
    std::optional<base::Instant> recovered_at;     ///< put on an invoice of the client
    std::string recovered_by;                      ///< its number; empty while it is a draft
    std::optional<base::Instant> cancelled_at;
    tenancy::MembershipId made_by; ///< zero: received
    base::Instant made_at;
    std::int64_t version = 1;

    Kind kind() const { return takes_back ? Kind::credit_note : Kind::bill; }
    base::Cents taxes() const { return first_tax + second_tax; }
    base::Cents net() const { return gross - taxes(); }
    /// What the business bears before any of it is deducted.
    base::Cents cost() const { return net() + owed_cost; }
    /// One of its amounts in totals and accounts.
    base::Cents counted(base::Cents amount) const { return takes_back ? -amount : amount; }
};
BOOST_DESCRIBE_STRUCT(Expense, (),
                      (id, number, spent_on, type, category, client_id, supplier, description,
                       gross, takes_back, credited_id, tax, first_tax, second_tax, owed_tax,
                       owed_cost, means, deductible, distance, distance_price, receipts, checked_at,
                       recovered_at, recovered_by, cancelled_at, made_by, made_at, version))

/// Whether it came from the supplier himself: nobody here says otherwise what it is.
bool is_received(const Expense& expense);
/// Whether a credit note may take it back: no trip, no credit note, nothing cancelled.
bool may_be_taken_back(const Expense& expense);
/// Whether a proof is still to be found.
bool lacks_receipt(const Expense& expense);
/// Whether it may still be put on its client's invoice.
bool is_recoverable(const Expense& expense);
/// Whether it was put on an invoice that is not issued yet.
bool is_on_draft(const Expense& expense);
/// Refuses "expenses.refusal.cancelled", ".credit_note_cancelled", ".on_draft", ".recovered": what
/// nobody changes any more.
void check_changeable(const Expense& expense);

/// The taxes a business may have paid and claim back, the usual first: none where it asks none.
std::vector<const billing::TaxChoice*> purchase_taxes(billing::Regime regime);
/// At most two taxes within a price, to the cent: the net one is rounded, then each tax but the
/// last, which takes what is left, so that they add up. Nothing for an unknown or untaxed code.
struct TaxesWithin {
    base::Cents first;
    base::Cents second;
};
TaxesWithin taxes_within(base::Cents gross, std::string_view tax);
/// Names and rates with their amounts as they count; those of 0 are left out.
std::vector<PaidTax> paid_taxes(const Expense& expense);
/// How many taxes a choice has: 0 to 2.
std::size_t tax_count(std::string_view tax);

/// Kilometres times the price of one, to the nearest cent.
base::Cents trip_amount(base::Quantity distance, base::UnitPrice price);

} // namespace expenses
