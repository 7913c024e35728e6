#include "modules/crm/telephones.hpp"

#include "modules/crm/client_store.hpp"
#include "modules/crm/portal_details_store.hpp"

namespace crm
{

std::string telephone_of(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId member)
{
    const auto contact = PortalDetailsStore{tx}.contact_of(member);
    if (!contact) return {};
    if (!contact->phone.empty()) return contact->phone;
    const auto client = ClientStore{tx}.find(contact->client_id);
    return client ? client->phone : std::string{};
}

} // namespace crm
