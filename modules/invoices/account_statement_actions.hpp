#pragma once

#include "modules/invoices/account_statement.hpp"

namespace invoices
{

inline constexpr const char* statement_papers =
    "account_statement"; ///< owner kind of what is mailed

/// What moved the account of a client between two days, and what he owes late on `today`. Throws
/// base::NotFound for a client there is not; refuses "invoices.refusal.account_too_long" beyond
/// account_lines_max.
AccountStatement account_statement(tenancy::WorkspaceTransaction& tx, const AccountSpan& span,
                                   base::Date today);

/// As a PDF, with what the business looks like today.
std::string statement_pdf(const tenancy::Context& context, const AccountSpan& span);

/// Sends it to the address of the client's record, with its PDF. Refuses
/// "invoices.refusal.no_address" besides.
void mail_statement(tenancy::Context& context, const AccountSpan& span);

/// What was mailed to somebody who is erased goes with him.
void forget_statements(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client);

} // namespace invoices
