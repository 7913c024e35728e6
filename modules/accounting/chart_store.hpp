#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/accounting/chart.hpp"
#include "modules/accounting/sale.hpp"

#include <boost/describe/class.hpp>

#include <vector>

namespace accounting
{

/// What a business says otherwise of one account.
struct ChosenAccount {
    std::string role;
    std::string number;
    std::string label;
};
BOOST_DESCRIBE_STRUCT(ChosenAccount, (), (role, number, label))
inline constexpr int chosen_accounts_max = 500;

/// Every statement on the choices of a business.
class ChartStore
{
  public:
    explicit ChartStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<ChosenAccount> chosen();
    void choose(const ChosenAccount& account);
    void forget(std::string_view role);
    TaxDue tax_due(); ///< on_payment until something else was chosen
    void set_tax_due(TaxDue due);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

/// As this business keeps it. `type_name` is what an expense was spent on, where there is one.
Chart chart_today(tenancy::WorkspaceTransaction& tx, const std::string& type_name = {});
/// « sales.services » as « Prestations de services », « paid.TVA.200000 » as « TVA déductible 20 %
/// ».
std::string role_words(std::string_view role);

} // namespace accounting
