#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/expenses/expense.hpp"

#include <optional>
#include <string>
#include <vector>

namespace expenses
{

/// Which part of the expenses one looks at. Cancelled ones are in `every` alone.
enum class Part { every, missing, recoverable, recovered, unchecked };
BOOST_DESCRIBE_ENUM(Part, every, missing, recoverable, recovered, unchecked)

struct ExpenseSearch {
    base::Date first; ///< both included
    base::Date last;
    std::string type; ///< empty: all
    std::optional<Category> category;
    tenancy::ClientId client; ///< zero: all
    Part part = Part::every;
    base::Date before_day; ///< the page after that row
    ExpenseId before_id;
    int limit = 0;
};

struct ExpenseRow {
    ExpenseId id;
    std::string number;
    base::Date spent_on;
    std::string type;
    Category category = Category::supplier;
    std::string supplier;
    std::string description;
    base::Cents gross;
    bool takes_back = false;
    std::string tax;
    base::Cents first_tax;
    base::Cents second_tax;
    Means means = Means::bank;
    base::Rate deductible;
    std::optional<base::Quantity> distance;
    std::int64_t receipts = 0;
    std::optional<base::Instant> checked_at;
    std::optional<base::Instant> recovered_at;
    std::string recovered_by;
    std::optional<base::Instant> cancelled_at;
    std::string client_name; ///< empty: of no client
};
BOOST_DESCRIBE_STRUCT(ExpenseRow, (),
                      (id, number, spent_on, type, category, supplier, description, gross,
                       takes_back, tax, first_tax, second_tax, means, deductible, distance,
                       receipts, checked_at, recovered_at, recovered_by, cancelled_at, client_name))

/// Those alike, added up, credit notes taken off; cancelled and unchecked ones left out.
struct ExpenseSum {
    std::string type;
    Category category = Category::supplier;
    std::string tax;
    base::Rate deductible;
    std::int64_t count = 0;
    base::Cents gross;
    base::Cents first_tax;
    base::Cents second_tax;
    base::Cents owed_cost;
};
BOOST_DESCRIBE_STRUCT(ExpenseSum, (),
                      (type, category, tax, deductible, count, gross, first_tax, second_tax,
                       owed_cost))
inline constexpr int sums_max = 2'000;

struct PartCounts {
    std::int64_t every = 0;
    std::int64_t missing = 0;
    std::int64_t recoverable = 0;
    std::int64_t recovered = 0;
    std::int64_t unchecked = 0;
};
BOOST_DESCRIBE_STRUCT(PartCounts, (), (every, missing, recoverable, recovered, unchecked))

/// Every statement on expenses_expense but those that move it to another client.
class ExpenseStore
{
  public:
    explicit ExpenseStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Expense& expense);
    std::optional<Expense> find(ExpenseId id);
    /// False when somebody else wrote it since `seen_version`.
    bool update(const Expense& expense, std::int64_t seen_version);
    void set_receipts(ExpenseId id, std::int64_t receipts);
    /// The last day first.
    std::vector<ExpenseRow> list(const ExpenseSearch& search);
    std::vector<ExpenseSum> sums(const ExpenseSearch& search);
    PartCounts counts(base::Date first, base::Date last);
    /// Checked, not recovered, not cancelled; the first day first.
    std::vector<Expense> recoverable(tenancy::ClientId client, int limit);
    /// What the last trip was paid by the kilometre.
    std::optional<base::UnitPrice> last_trip_price();

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace expenses
