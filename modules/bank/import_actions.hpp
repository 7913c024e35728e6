#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/bank/line.hpp"
#include "modules/bank/statement_csv.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace bank
{

/// What a file says; a table by its titles, else by what somebody said of such titles before.
StatementRead read_statement(const tenancy::Context& context, std::string_view bytes);

/// Keeps what came to the account and was not brought before; what left it is counted and
/// forgotten.
Statement import_statement(tenancy::WorkspaceTransaction& tx, const std::string& name,
                           const StatementRead& read);

/// Keeps a table until somebody says what its columns are, in place of the one he left before.
DraftId keep_draft(tenancy::WorkspaceTransaction& tx, const std::string& name,
                   std::string_view bytes);
/// Remembers the columns, and imports. `read` is what they made of it.
Statement import_draft(tenancy::WorkspaceTransaction& tx, const Draft& draft,
                       const std::string& titles, const Columns& columns,
                       const StatementRead& read);

} // namespace bank
