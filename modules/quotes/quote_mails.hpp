#pragma once

#include "kernel/files/files.hpp"
#include "modules/quotes/issue.hpp"

namespace quotes
{

/// To the client: to whom has an account with that address « disponible sur votre espace », to any
/// other a link to this quote alone. The paper goes with it.
void mail_issue(tenancy::WorkspaceTransaction& tx, const Quote& quote, const Issue& issue,
                files::FileId paper);

/// The same again, some days later, while he has not answered.
void mail_follow_up(tenancy::WorkspaceTransaction& tx, const Quote& quote, const Issue& issue);

/// To whom it went: it is accepted, and here is what was signed.
void mail_agreement(tenancy::WorkspaceTransaction& tx, const Quote& quote, const Issue& issue,
                    files::FileId paper);

/// To whom it went: it was accepted and holds no more, with the reason.
void mail_cancellation(tenancy::WorkspaceTransaction& tx, const Quote& quote, const Issue& issue,
                       const std::string& reason);

/// To who sent it: what the client asks. An answer goes to who asked, or to whom the quote
/// went; the mail says so when neither has an address.
void mail_question(tenancy::WorkspaceTransaction& tx, const Quote& quote, const Issue& issue,
                   const std::string& question);

} // namespace quotes
