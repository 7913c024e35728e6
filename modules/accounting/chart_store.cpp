#include "modules/accounting/chart_store.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

#include <charconv>

namespace accounting
{
namespace
{

using i18n::t;

constexpr db::Query list_chosen{"accounting.chosen_accounts", R"sql(
    SELECT role, number, label FROM accounting_account
     WHERE workspace_id = :workspace ORDER BY role LIMIT :limit
)sql"};

constexpr db::Query write_chosen{"accounting.choose_account", R"sql(
    INSERT INTO accounting_account (workspace_id, role, number, label)
    VALUES (:workspace, :role, :number, :label)
    ON CONFLICT (workspace_id, role) DO UPDATE SET number = :number, label = :label
)sql"};

constexpr db::Query forget_chosen{"accounting.forget_account", R"sql(
    DELETE FROM accounting_account WHERE workspace_id = :workspace AND role = :role
)sql"};

constexpr db::Query read_tax_due{"accounting.tax_due", R"sql(
    SELECT tax_due FROM accounting_choice WHERE workspace_id = :workspace AND id = 1
)sql"};

constexpr db::Query write_tax_due{"accounting.set_tax_due", R"sql(
    INSERT INTO accounting_choice (workspace_id, id, tax_due) VALUES (:workspace, 1, :due)
    ON CONFLICT (workspace_id, id) DO UPDATE SET tax_due = :due
)sql"};

} // namespace

std::vector<ChosenAccount> ChartStore::chosen()
{
    return tx_.rows<ChosenAccount>(list_chosen, {{"limit", chosen_accounts_max}});
}

void ChartStore::choose(const ChosenAccount& account)
{
    tx_.execute(write_chosen,
                {{"role", account.role}, {"number", account.number}, {"label", account.label}});
}

void ChartStore::forget(std::string_view role)
{
    tx_.execute(forget_chosen, {{"role", std::string{role}}});
}

TaxDue ChartStore::tax_due()
{
    const auto text = tx_.value<std::string>(read_tax_due);
    return text && *text == forms::enum_name(TaxDue::on_issue) ? TaxDue::on_issue
                                                               : TaxDue::on_payment;
}

void ChartStore::set_tax_due(TaxDue due)
{
    tx_.execute(write_tax_due, {{"due", due}});
}

std::string role_words(std::string_view role)
{
    const auto parts = base::split(std::string{role}, '.');
    if (parts.size() != 3) return t("accounting.role." + std::string{role});
    std::int64_t rate = 0;
    std::from_chars(parts[2].data(), parts[2].data() + parts[2].size(), rate);
    return t("accounting.role." + parts[0],
             {{"tax", parts[1]}, {"rate", i18n::percent(rate, base::decimal_places)}});
}

Chart chart_today(tenancy::WorkspaceTransaction& tx, const std::string& type_name)
{
    Chart chart{[type_name](std::string_view role) {
        return role.starts_with("expense.") ? type_name : role_words(role);
    }};
    for (const auto& chosen : ChartStore{tx}.chosen())
        chart.set(chosen.role, {.number = chosen.number, .label = chosen.label});
    return chart;
}

} // namespace accounting
