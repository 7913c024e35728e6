#pragma once

#include "kernel/files/files.hpp"
#include "modules/invoices/issue.hpp"

namespace invoices
{

/// To the client: to whom has an account with that address « disponible sur votre espace », to any
/// other a link to this invoice alone. The paper goes with it.
void mail_issue(tenancy::WorkspaceTransaction& tx, const Invoice& invoice, const Issue& issue,
                files::FileId paper);

/// What is still due, some days later.
void mail_reminder(tenancy::WorkspaceTransaction& tx, const Invoice& invoice, const Issue& issue,
                   base::Cents left);

} // namespace invoices
