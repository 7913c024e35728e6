#pragma once

#include "modules/crm/client.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

using OwnTypeId = base::Id<struct ClientTypeTag>;

/// Added by a business, retired ones included; those of its preset apart.
inline constexpr int own_types_max = 50;

/// A type of client that the business added to those of its preset.
struct OwnType {
    OwnTypeId id;
    std::string name;
    std::string search_key;                    ///< base::fold(name), unlike any other type's
    std::optional<base::Instant> retired_at{}; ///< not offered any more, kept where it is
};
BOOST_DESCRIBE_STRUCT(OwnType, (), (id, name, search_key, retired_at))

/// What a client may be, whoever named it.
struct ClientType {
    std::string code; ///< in Client::type: of the preset's list, or the id of an own one
    std::string name;
    bool is_offered = true;
};
using ClientTypes = std::vector<ClientType>;

/// Empty for a code none of them has.
std::string type_name(const ClientTypes& types, std::string_view code);
bool has_type(const ClientTypes& types, std::string_view code);
/// Those to choose from for a client who has the type `held`, which may be offered no more.
ClientTypes offered_types(const ClientTypes& types, std::string_view held);

} // namespace crm
