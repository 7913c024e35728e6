#pragma once

#include "kernel/files/files.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/letters/letter.hpp"

namespace letters
{

/// The paper goes with it. Who has an account is led to his portal, the others by a link.
void mail_issue(tenancy::WorkspaceTransaction& tx, const Letter& letter, const Issue& issue,
                files::FileId paper);
/// The signed contract, to whom it went.
void mail_agreement(tenancy::WorkspaceTransaction& tx, const Letter& letter, const Issue& issue,
                    files::FileId paper);

} // namespace letters
