#include "modules/accounting/chart.hpp"

#include <algorithm>
#include <array>

namespace accounting
{
namespace
{

constexpr const char* waiting = "471000";

struct TaxAccount {
    std::string_view tail; ///< of the role, after « collected. », « waiting. » or « paid. »
    std::string_view collected;
    std::string_view waiting;
    std::string_view paid;
};
constexpr std::array tax_accounts{TaxAccount{"TVA.200000", "445710", "445800", "445660"},
                                  TaxAccount{"TVA.100000", "445711", "445801", "445661"},
                                  TaxAccount{"TVA.55000", "445712", "445802", "445662"},
                                  TaxAccount{"TVA.21000", "445713", "445803", "445663"},
                                  TaxAccount{"TPS.50000", "445720", "445808", "445670"},
                                  TaxAccount{"TVQ.99750", "445721", "445808", "445671"}};

std::string tax_number(std::string_view role, std::string_view family,
                       std::string_view TaxAccount::*side, const char* otherwise)
{
    const auto tail = role.substr(family.size());
    const auto found = std::ranges::find(tax_accounts, tail, &TaxAccount::tail);
    return found == tax_accounts.end() ? otherwise : std::string{(*found).*side};
}

} // namespace

const std::vector<DefaultAccount>& default_accounts()
{
    static const std::vector<DefaultAccount> accounts{{"supplier", "401000"},
                                                      {"client", "411000"},
                                                      {"deposits", "419100"},
                                                      {"owner", "455100"},
                                                      {"cheques", "511200"},
                                                      {"bank", "512000"},
                                                      {"cards", "511500"},
                                                      {"online", "517000"},
                                                      {"cash", "530000"},
                                                      {"owed.france", "445715"},
                                                      {"owed.union", "445200"},
                                                      {"expense.subcontracting", "611000"},
                                                      {"expense.materials", "601000"},
                                                      {"expense.fuel", "606100"},
                                                      {"expense.equipment", "606300"},
                                                      {"expense.tools", "606301"},
                                                      {"expense.premises", "613200"},
                                                      {"expense.repair", "615500"},
                                                      {"expense.travel", "625100"},
                                                      {"expense.phone", "626000"},
                                                      {"expense.sundry", "628000"},
                                                      {"sales.mixed", "704000"},
                                                      {"sales.services", "706000"},
                                                      {"sales.goods", "707000"}};
    return accounts;
}

std::string default_number(std::string_view role)
{
    const auto& known = default_accounts();
    const auto found = std::ranges::find(known, role, &DefaultAccount::role);
    if (found != known.end()) return std::string{found->number};
    if (role.starts_with("collected."))
        return tax_number(role, "collected.", &TaxAccount::collected, "445719");
    if (role.starts_with("waiting."))
        return tax_number(role, "waiting.", &TaxAccount::waiting, "445809");
    if (role.starts_with("paid.")) return tax_number(role, "paid.", &TaxAccount::paid, "445669");
    if (role.starts_with("expense.")) return "628000";
    return waiting;
}

Account Chart::account(std::string_view role) const
{
    const auto chosen = chosen_.find(role);
    if (chosen != chosen_.end()) return chosen->second;
    return {.number = default_number(role), .label = words_(role)};
}

} // namespace accounting
