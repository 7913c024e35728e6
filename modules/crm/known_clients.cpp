#include "modules/crm/known_clients.hpp"

namespace crm
{

void KnownClients::learn(const AlikeRow& row)
{
    const Known known{.id = row.id, .name = row.name};
    if (!row.email.empty()) by_email_.emplace(row.email, known);
    if (!row.phone.empty()) by_phone_.emplace(row.phone, known);
    by_place_[{row.search_key, row.billing_postal_code}].push_back(
        {.known = known, .has_email = !row.email.empty()});
}

void KnownClients::learn(const Client& client)
{
    learn(AlikeRow{.id = client.id,
                   .name = client.name,
                   .email = client.email,
                   .phone = client.phone,
                   .search_key = client.search_key,
                   .billing_postal_code = client.billing_postal_code});
}

std::optional<KnownClients::Known> KnownClients::find(const Client& client) const
{
    if (const auto at = by_email_.find(client.email); at != by_email_.end()) return at->second;
    if (const auto at = by_phone_.find(client.phone); at != by_phone_.end()) return at->second;
    const auto at = by_place_.find({client.search_key, client.billing_postal_code});
    if (at == by_place_.end()) return {};
    for (const auto& namesake : at->second)
        if (client.email.empty() || !namesake.has_email) return namesake.known;
    return {};
}

} // namespace crm
