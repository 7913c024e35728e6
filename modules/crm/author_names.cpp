#include "modules/crm/author_names.hpp"

namespace crm
{

std::string AuthorNames::of(tenancy::MembershipId id)
{
    const auto [at, is_new] = names_.try_emplace(id.value);
    if (!is_new) return at->second;
    if (const auto member = auth::member(tx_, id)) at->second = member->name;
    return at->second;
}

} // namespace crm
