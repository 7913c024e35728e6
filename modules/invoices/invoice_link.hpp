#pragma once

#include "modules/invoices/invoice.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tenancy
{
struct Workspace;
}

/// The link to one invoice that a mail carries: it opens that invoice and nothing else, for who has
/// no account.
namespace invoices
{

/// 32 characters that stand in an address.
std::string link_token(const tenancy::Workspace& workspace, InvoiceId invoice);
/// Nothing for a token of another workspace, or one that was not made here.
std::optional<InvoiceId> invoice_of_link(const tenancy::Workspace& workspace,
                                         std::string_view token);

} // namespace invoices
