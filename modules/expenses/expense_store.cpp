#include "modules/expenses/expense_store.hpp"

#include "kernel/forms/field_types.hpp"

namespace expenses
{
namespace
{

constexpr db::Table<Expense> expense_table{"expenses_expense"};

constexpr db::Query find_expense{"expenses.find", R"sql(
    SELECT id, number, spent_on, type, category, client_id, supplier, description, gross,
           takes_back, credited_id, tax, first_tax, second_tax, owed_tax, owed_cost, means,
           deductible, distance, distance_price, receipts, checked_at, recovered_at, recovered_by,
           cancelled_at, made_by, made_at, version
      FROM expenses_expense WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query update_expense{"expenses.update", R"sql(
    UPDATE expenses_expense
       SET spent_on = :spent_on, type = :type, category = :category, client_id = :client,
           supplier = :supplier, description = :description, gross = :gross,
           takes_back = :takes_back, credited_id = :credited, tax = :tax,
           first_tax = :first_tax, second_tax = :second_tax, owed_tax = :owed_tax,
           owed_cost = :owed_cost, means = :means, deductible = :deductible,
           distance = :distance, distance_price = :distance_price,
           checked_at = :checked_at, recovered_at = :recovered_at, recovered_by = :recovered_by,
           cancelled_at = :cancelled_at, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query save_receipts{"expenses.save_receipts", R"sql(
    UPDATE expenses_expense SET receipts = :receipts WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_expenses{"expenses.list", R"sql(
    SELECT e.id, e.number, e.spent_on, e.type, e.category, e.supplier, e.description, e.gross,
           e.takes_back, e.tax, e.first_tax, e.second_tax, e.means, e.deductible, e.distance, e.receipts,
           e.checked_at, e.recovered_at, e.recovered_by, e.cancelled_at,
           COALESCE(c.name, '') AS client_name
      FROM expenses_expense e
      LEFT JOIN crm_published_client c ON c.workspace_id = e.workspace_id AND c.id = e.client_id
     WHERE e.workspace_id = :workspace AND e.spent_on >= :first AND e.spent_on <= :last
       AND (CAST(:type AS TEXT) = '' OR e.type = :type)
       AND (CAST(:category AS TEXT) = '' OR e.category = :category)
       AND (CAST(:client AS BIGINT) = 0 OR e.client_id = :client)
       AND (CAST(:part AS TEXT) = 'every'
            OR (e.cancelled_at IS NULL
                AND ((:part = 'missing' AND e.receipts = 0 AND e.distance IS NULL)
                  OR (:part = 'recoverable' AND e.category = 'client'
                      AND e.checked_at IS NOT NULL AND e.recovered_at IS NULL)
                  OR (:part = 'recovered' AND e.recovered_at IS NOT NULL)
                  OR (:part = 'unchecked' AND e.checked_at IS NULL))))
       AND (e.spent_on < :before_day OR (e.spent_on = :before_day AND e.id < :before_id))
     ORDER BY e.spent_on DESC, e.id DESC
     LIMIT :limit
)sql"};

constexpr db::Query sum_expenses{"expenses.sums", R"sql(
    SELECT e.type, e.category, e.tax, e.deductible, count(*) AS count,
           CAST(sum(CASE WHEN e.takes_back THEN -e.gross ELSE e.gross END) AS BIGINT) AS gross,
           CAST(sum(CASE WHEN e.takes_back THEN -e.first_tax ELSE e.first_tax END) AS BIGINT)
               AS first_tax,
           CAST(sum(CASE WHEN e.takes_back THEN -e.second_tax ELSE e.second_tax END) AS BIGINT)
               AS second_tax,
           CAST(sum(CASE WHEN e.takes_back THEN -e.owed_cost ELSE e.owed_cost END) AS BIGINT)
               AS owed_cost
      FROM expenses_expense e
     WHERE e.workspace_id = :workspace AND e.spent_on >= :first AND e.spent_on <= :last
       AND e.cancelled_at IS NULL AND e.checked_at IS NOT NULL
       AND (CAST(:type AS TEXT) = '' OR e.type = :type)
       AND (CAST(:category AS TEXT) = '' OR e.category = :category)
       AND (CAST(:client AS BIGINT) = 0 OR e.client_id = :client)
     GROUP BY e.type, e.category, e.tax, e.deductible
     ORDER BY e.type, e.category, e.tax, e.deductible
     LIMIT :limit
)sql"};

constexpr db::Query count_parts{"expenses.counts", R"sql(
    SELECT count(*) AS every,
           count(CASE WHEN cancelled_at IS NULL AND receipts = 0 AND distance IS NULL
                      THEN 1 END) AS missing,
           count(CASE WHEN cancelled_at IS NULL AND category = 'client'
                       AND checked_at IS NOT NULL AND recovered_at IS NULL
                      THEN 1 END) AS recoverable,
           count(CASE WHEN cancelled_at IS NULL AND recovered_at IS NOT NULL
                      THEN 1 END) AS recovered,
           count(CASE WHEN cancelled_at IS NULL AND checked_at IS NULL THEN 1 END) AS unchecked
      FROM expenses_expense
     WHERE workspace_id = :workspace AND spent_on >= :first AND spent_on <= :last
)sql"};

constexpr db::Query recoverable_of{"expenses.recoverable", R"sql(
    SELECT id, number, spent_on, type, category, client_id, supplier, description, gross,
           takes_back, credited_id, tax, first_tax, second_tax, owed_tax, owed_cost, means,
           deductible, distance, distance_price, receipts, checked_at, recovered_at, recovered_by,
           cancelled_at, made_by, made_at, version
      FROM expenses_expense
     WHERE workspace_id = :workspace AND client_id = :client AND category = 'client'
       AND checked_at IS NOT NULL AND recovered_at IS NULL AND cancelled_at IS NULL
     ORDER BY spent_on, id LIMIT :limit
)sql"};

constexpr db::Query last_trip{"expenses.last_trip_price", R"sql(
    SELECT distance_price FROM expenses_expense
     WHERE workspace_id = :workspace AND distance_price IS NOT NULL
     ORDER BY spent_on DESC, id DESC LIMIT 1
)sql"};

std::string category_text(const std::optional<Category>& category)
{
    return category ? std::string{forms::enum_name(*category)} : std::string{};
}

} // namespace

void ExpenseStore::insert(const Expense& expense)
{
    tx_.insert(expense_table, expense);
}

std::optional<Expense> ExpenseStore::find(ExpenseId id)
{
    return tx_.find<Expense>(find_expense, {{"id", id}});
}

bool ExpenseStore::update(const Expense& expense, std::int64_t seen_version)
{
    return tx_.execute(update_expense, {{"id", expense.id},
                                        {"spent_on", expense.spent_on},
                                        {"type", expense.type},
                                        {"category", expense.category},
                                        {"client", expense.client_id},
                                        {"supplier", expense.supplier},
                                        {"description", expense.description},
                                        {"gross", expense.gross},
                                        {"takes_back", expense.takes_back},
                                        {"credited", expense.credited_id},
                                        {"tax", expense.tax},
                                        {"first_tax", expense.first_tax},
                                        {"second_tax", expense.second_tax},
                                        {"owed_tax", expense.owed_tax},
                                        {"owed_cost", expense.owed_cost},
                                        {"means", expense.means},
                                        {"deductible", expense.deductible},
                                        {"distance", expense.distance},
                                        {"distance_price", expense.distance_price},
                                        {"checked_at", expense.checked_at},
                                        {"recovered_at", expense.recovered_at},
                                        {"recovered_by", expense.recovered_by},
                                        {"cancelled_at", expense.cancelled_at},
                                        {"seen_version", seen_version}}) == 1;
}

void ExpenseStore::set_receipts(ExpenseId id, std::int64_t receipts)
{
    tx_.execute(save_receipts, {{"id", id}, {"receipts", receipts}});
}

std::vector<ExpenseRow> ExpenseStore::list(const ExpenseSearch& search)
{
    return tx_.rows<ExpenseRow>(list_expenses, {{"first", search.first},
                                                {"last", search.last},
                                                {"type", search.type},
                                                {"category", category_text(search.category)},
                                                {"client", search.client},
                                                {"part", search.part},
                                                {"before_day", search.before_day},
                                                {"before_id", search.before_id},
                                                {"limit", search.limit}});
}

std::vector<ExpenseSum> ExpenseStore::sums(const ExpenseSearch& search)
{
    return tx_.rows<ExpenseSum>(sum_expenses, {{"first", search.first},
                                               {"last", search.last},
                                               {"type", search.type},
                                               {"category", category_text(search.category)},
                                               {"client", search.client},
                                               {"limit", sums_max}});
}

PartCounts ExpenseStore::counts(base::Date first, base::Date last)
{
    return tx_.rows<PartCounts>(count_parts, {{"first", first}, {"last", last}}).front();
}

std::vector<Expense> ExpenseStore::recoverable(tenancy::ClientId client, int limit)
{
    return tx_.rows<Expense>(recoverable_of, {{"client", client}, {"limit", limit}});
}

std::optional<base::UnitPrice> ExpenseStore::last_trip_price()
{
    const auto prices = tx_.values<std::int64_t>(last_trip, {});
    if (prices.empty()) return {};
    return base::UnitPrice{prices.front()};
}

} // namespace expenses
