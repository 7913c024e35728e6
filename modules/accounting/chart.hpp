#pragma once

#include "modules/accounting/entry.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace accounting
{

/// What an account stands for in our facts: « supplier », « bank », « expense.fuel »,
/// « collected.TVA.200000 ».
using Role = std::string;

struct DefaultAccount {
    std::string_view role;
    std::string_view number;
};
/// After the list of accounts of the PCG (règlement ANC 2014-03): 401, 411, 4191, 455, 5112, 512,
/// 517, 53, 60 to 62, 704, 706, 707, and of taxes 4452, 4456, 4457, 4458. What follows those
/// figures is ours, 5115 for cards and the accounts of Québec too: to be confirmed by an
/// accountant. What every business begins with, in the order of the chart.
const std::vector<DefaultAccount>& default_accounts();
/// Of a role that is in no list: a tax by its code, else 471000, what waits for a decision.
std::string default_number(std::string_view role);

/// Which account each role is kept on, in one business.
class Chart
{
  public:
    /// Says a role in words: the label of an account nobody named.
    using Words = std::function<std::string(std::string_view role)>;

    explicit Chart(Words words) : words_(std::move(words)) {}

    void set(const Role& role, Account account) { chosen_[role] = std::move(account); }
    bool is_chosen(std::string_view role) const { return chosen_.contains(role); }
    Account account(std::string_view role) const;

  private:
    Words words_;
    std::map<Role, Account, std::less<>> chosen_;
};

} // namespace accounting
