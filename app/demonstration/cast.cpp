#include "app/demonstration/cast.hpp"

#include "kernel/i18n/translate.hpp"

#include <algorithm>
#include <stdexcept>

namespace demonstration
{
namespace
{

constexpr std::size_t percent_main_contact = 65;
constexpr std::string_view civility_of_women = "Mme"; ///< as the data writes it

bool holds_all(const std::vector<std::string>& equipment, const std::vector<std::string>& needs)
{
    return std::ranges::all_of(needs, [&](const std::string& need) {
        return std::ranges::find(equipment, need) != equipment.end();
    });
}

std::vector<std::size_t> clients_that_may(const Material& material, const Site& site,
                                          const Story& story)
{
    std::vector<std::size_t> found;
    for (const auto client : site.clients)
        if (std::ranges::find(story.client_types, material.clients[client].type) !=
            story.client_types.end())
            found.push_back(client);
    return found;
}

std::size_t draw_site(const Material& material, const Story& story, Draw& draw)
{
    std::vector<std::size_t> sites;
    for (std::size_t at = 0; at < material.sites.size(); ++at)
        if (holds_all(material.sites[at].equipment, story.needs) &&
            !clients_that_may(material, material.sites[at], story).empty())
            sites.push_back(at);
    if (sites.empty()) throw std::runtime_error("no site may live the story " + story.id);
    return draw.pick(sites);
}

std::size_t draw_member(const Business& business, Duty duty, Draw& draw)
{
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < business.members.size(); ++at)
        if (business.members[at].duty == duty) found.push_back(at);
    return draw.pick(found);
}

std::size_t draw_contact(const Client& client, Draw& draw)
{
    return draw.chance(percent_main_contact) ? 0 : draw.below(client.contacts.size());
}

/// How one addresses the person: a sentence, since the civility is written in full.
std::string form_of_address(const Contact& contact)
{
    const auto* key =
        contact.civility == civility_of_women ? "demonstration.madam" : "demonstration.sir";
    return i18n::t(key, {{"name", contact.last_name}});
}

} // namespace

Cast draw_cast(const Material& material, const Story& story, Draw& draw)
{
    Cast cast{.site = draw_site(material, story, draw)};
    cast.client = draw.pick(clients_that_may(material, material.sites[cast.site], story));
    cast.contact = draw_contact(material.clients[cast.client], draw);
    cast.assignee = draw_member(material.business, Duty::answers, draw);
    cast.developer = draw_member(material.business, Duty::develops, draw);
    cast.lead = draw_member(material.business, Duty::leads, draw);
    return cast;
}

std::optional<Cast> draw_cast_of(const Material& material, const Story& story, std::size_t client,
                                 Draw& draw)
{
    for (std::size_t at = 0; at < material.sites.size(); ++at) {
        const auto& site = material.sites[at];
        const auto clients = clients_that_may(material, site, story);
        if (!holds_all(site.equipment, story.needs) ||
            std::ranges::find(clients, client) == clients.end())
            continue;
        auto cast = draw_cast(material, story, draw);
        cast.site = at;
        cast.client = client;
        cast.contact = 0;
        return cast;
    }
    return {};
}

Wording::Words words_of(const Material& material, const Cast& cast)
{
    const auto& client = material.clients[cast.client];
    const auto& contact = client.contacts[cast.contact];
    const auto& members = material.business.members;
    return {{"site", material.sites[cast.site].name},
            {"client", client.name},
            {"contact", contact.name()},
            {"prenom", contact.first_name},
            {"appel", form_of_address(contact)},
            {"technicien", members[cast.assignee].first_name},
            {"developpeur", members[cast.developer].first_name}};
}

} // namespace demonstration
