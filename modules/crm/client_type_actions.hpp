#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/client_type.hpp"

#include <string>
#include <string_view>

/// What clients are: the types of the preset, and those of the admins ("clients.manage").
namespace crm
{

/// Those of the preset in its order, then those of the business by name, retired ones included.
ClientTypes client_types(tenancy::WorkspaceTransaction& tx);

/// A value of a record as people read it: its type by name, an address on one line.
std::string field_words(tenancy::WorkspaceTransaction& tx, std::string_view field,
                        const std::string& value);

/// Refuse "crm.type.refusal.blank" and "…known", of the preset or of the business; adding, "…full".
OwnTypeId add_type(tenancy::WorkspaceTransaction& tx, const std::string& name);
/// Throws base::NotFound, too.
void rename_type(tenancy::WorkspaceTransaction& tx, OwnTypeId id, const std::string& name);

enum class Offering { stop, again };
/// A type that clients have is never lost: it stays on them, and is not offered any more.
void offer_type(tenancy::WorkspaceTransaction& tx, OwnTypeId id, Offering offering);

} // namespace crm
