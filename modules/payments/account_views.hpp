#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/payments/account.hpp"

#include <string>
#include <vector>

namespace payments
{

struct AccountView {
    const Account& account;
    guard::FormView fields;
    std::string listening; ///< the address to give to the provider
    html::Url page;        ///< its actions below
    html::Html guard;
};
html::Html account_page(const AccountView& view);

struct AccountsView {
    std::vector<Account> accounts;
    html::Url page; ///< each below it
};
html::Html accounts_page(const AccountsView& view);

} // namespace payments
