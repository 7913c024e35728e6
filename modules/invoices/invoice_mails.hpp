#pragma once

#include "kernel/files/files.hpp"
#include "modules/invoices/issue.hpp"

namespace invoices
{

/// To the client: to whom has an account with that address « disponible sur votre espace », to any
/// other a link to this invoice alone. The paper goes with it.
void mail_issue(tenancy::WorkspaceTransaction& tx, const Invoice& invoice, const Issue& issue,
                files::FileId paper);

/// Where who was written to reads an invoice: in his portal, or by a link to this one alone.
struct ReadingPlace {
    std::string path;
    bool is_secret = false; ///< the path alone opens it
};
ReadingPlace reading_place(tenancy::WorkspaceTransaction& tx, const Invoice& invoice,
                           const Issue& issue);

} // namespace invoices
