#include "modules/crm/client.hpp"

#include "kernel/base/text.hpp"

namespace crm
{

Missing missing_in(const Client& client)
{
    if (shown_name(client).empty()) return Missing::name;
    const bool is_reachable =
        !client.email.empty() || !client.phone.empty() || !client.billing_address.empty();
    return is_reachable ? Missing::nothing : Missing::contact;
}

std::string shown_name(const Client& client)
{
    if (!client.company_name.empty()) return client.company_name;
    return base::trim(client.first_name + " " + client.last_name);
}

void name_client(Client& client)
{
    client.name = shown_name(client);
    client.search_key = base::fold(client.name);
}

PersonName split_name(const std::string& whole)
{
    const auto name = base::trim(whole);
    const auto space = name.find(' ');
    if (space == std::string::npos) return {.first = {}, .last = name};
    return {.first = name.substr(0, space), .last = base::trim(name.substr(space + 1))};
}

} // namespace crm
