#include "modules/crm/client_type.hpp"

#include <algorithm>

namespace crm
{

std::string type_name(const ClientTypes& types, std::string_view code)
{
    const auto found = std::ranges::find(types, code, &ClientType::code);
    return found == types.end() ? std::string{} : found->name;
}

bool has_type(const ClientTypes& types, std::string_view code)
{
    return std::ranges::find(types, code, &ClientType::code) != types.end();
}

ClientTypes offered_types(const ClientTypes& types, std::string_view held)
{
    ClientTypes offered;
    for (const auto& type : types)
        if (type.is_offered || type.code == held) offered.push_back(type);
    return offered;
}

} // namespace crm
