#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/ledger/record.hpp"

#include <string>
#include <string_view>

namespace ledger
{

/// The key records are signed with: of the installation, never in the database.
secrets::SigningKey ledger_key();

/// What a link says, before it has a place.
struct Link {
    std::string_view family;
    std::string_view kind;
    std::string payload;
};
/// At the end of the chain. Whoever adds to it waits for this transaction.
Record add_link(tenancy::WorkspaceTransaction& tx, const Link& link);

} // namespace ledger
