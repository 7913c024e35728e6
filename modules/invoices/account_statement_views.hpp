#pragma once

#include "kernel/html/html.hpp"
#include "modules/invoices/account_statement.hpp"

#include <optional>
#include <string>

namespace invoices
{

/// The days that were asked for, as they were typed; `error` is a sentence.
struct AskedDays {
    std::string from;
    std::string to;
    std::string from_error{};
    std::string to_error{};
};

struct AccountStatementView {
    AskedDays days;
    html::Url self;
    std::string invoices; ///< "/e/charpentes/factures/": where invoices are read
    base::Currency currency = base::Currency::EUR;
    std::optional<AccountStatement> statement{}; ///< nothing while the days are wrong
    std::optional<html::Url> mail{}; ///< where it is sent to its client; none in his portal
    std::string address{};           ///< it is sent to; may be empty
    html::Html guard{};
};
html::Html account_statement_page(const AccountStatementView& view);

} // namespace invoices
