#include "modules/crm/crm.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/shown_times.hpp"
#include "modules/crm/client_note_store.hpp"
#include "modules/crm/client_store.hpp"

namespace crm
{

ClientSummary client(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id)
{
    const auto found = ClientStore{tx}.find(id);
    if (!found) throw base::NotFound{};
    return {.id = found->id,
            .name = found->name,
            .kind = found->kind,
            .type = found->type,
            .email = found->email,
            .phone = found->phone,
            .city = found->billing_city};
}

std::string address_line_of(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id)
{
    const auto found = ClientStore{tx}.find(id);
    if (!found) throw base::NotFound{};
    const auto town = base::trim(found->billing_postal_code + " " + found->billing_city);
    if (found->billing_address.empty() || town.empty())
        return found->billing_address + std::string{town};
    return found->billing_address + ", " + std::string{town};
}

Addressee addressee(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id)
{
    const auto client = ClientStore{tx}.find(id);
    if (!client) throw base::NotFound{};
    Addressee to{.name = client->name, .contact = {}, .lines = {}};
    const auto person = std::string{base::trim(client->first_name + " " + client->last_name)};
    if (person != to.name) to.contact = person;
    const auto town =
        std::string{base::trim(client->billing_postal_code + " " + client->billing_city)};
    for (const auto& line : {client->billing_address, town, client->billing_country})
        if (!line.empty()) to.lines.push_back(line);
    return to;
}

std::vector<std::string> contact_addresses(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id)
{
    std::vector<std::string> addresses;
    for (const auto& contact : ClientStore{tx}.contacts(id))
        addresses.push_back(contact.email);
    return addresses;
}

std::vector<AlertToday> alerts_today(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id)
{
    if (tx.actor().side != tenancy::Side::staff) return {};
    const auto& zone = tx.workspace().time_zone;
    const auto now = base::now();
    const auto today = base::date_in(now, zone);
    const base::Date tomorrow{today.day + std::chrono::days{1}};
    const auto midnight =
        base::instant_of({.date = tomorrow, .hour = 0, .minute = 0, .second = 0}, zone);
    i18n::ShownTimes::note(midnight, now, zone);
    std::vector<AlertToday> alerts;
    for (auto& alert : ClientNoteStore{tx}.alerts_on(id, today))
        alerts.push_back({.is_blocking = alert.strength == AlertStrength::blocking,
                          .words = std::move(alert.words)});
    return alerts;
}

std::vector<ClientSummary> active_clients(tenancy::WorkspaceTransaction& tx)
{
    std::vector<ClientSummary> clients;
    for (const auto& row : ClientStore{tx}.list({.prefix = {},
                           .with_archived = false,
                           .after_key = {},
                           .after_id = {},
                           .limit = client_choices_max}))
        clients.push_back({.id = row.id,
                           .name = row.name,
                           .kind = row.kind,
                           .type = row.type,
                           .email = {},
                           .phone = {},
                           .city = row.billing_city});
    return clients;
}

} // namespace crm
