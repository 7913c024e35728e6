#pragma once

#include "kernel/audit/audit.hpp"

#include <string>

namespace audit
{

/// What may be erased, as canonical JSON: who by name, from where, the changes in order.
std::string payload_json(const tenancy::Origin& origin, std::string_view actor_name,
                         const std::vector<Change>& changes);
/// Hex SHA-256 of salt and payload: what the entry keeps.
std::string payload_hash(std::string_view salt, std::string_view payload);

} // namespace audit
