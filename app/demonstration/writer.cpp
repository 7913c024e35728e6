#include "app/demonstration/writer.hpp"

#include "app/demonstration/accounts.hpp"
#include "kernel/auth/credentials.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "modules/crm/crm.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/identity.hpp"
#include "modules/knowledge/knowledge.hpp"
#include "modules/projects/projects.hpp"

#include <algorithm>

namespace demonstration
{
namespace
{

using tenancy::Context;
using tenancy::MembershipId;
using tenancy::WorkspaceTransaction;

/// How much one transaction writes: some milliseconds, others wait at most 50.
constexpr std::size_t records_at_once = 10;

/// `make(tx, position)` for 0 to `count`, some at a time, in order.
template <class Id, class Make>
std::vector<Id> in_chunks(Context& context, std::size_t count, Make make)
{
    std::vector<Id> made;
    while (made.size() < count) {
        const auto first = made.size();
        const auto last = std::min(count, first + records_at_once);
        const auto chunk = context.write([&](WorkspaceTransaction& tx) {
            std::vector<Id> ids;
            for (auto at = first; at < last; ++at)
                ids.push_back(make(tx, at));
            return ids;
        });
        made.insert(made.end(), chunk.begin(), chunk.end());
    }
    return made;
}

crm::Client record_of(const Client& client)
{
    crm::Client record;
    record.type = client.type;
    record.kind = client.is_person ? crm::ClientKind::person : crm::ClientKind::company;
    if (!client.is_person) record.company_name = client.name;
    if (client.is_person) record.first_name = client.contacts.front().first_name;
    if (client.is_person) record.last_name = client.contacts.front().last_name;
    record.email = client.email;
    record.phone = client.phone;
    record.billing_address = client.place.address;
    record.billing_postal_code = client.place.postal_code;
    record.billing_city = client.place.city;
    record.origin = crm::ClientOrigin::demonstration;
    return record;
}

projects::Project project_of(const Site& site)
{
    projects::Project project;
    project.name = site.name;
    project.address = site.place.address;
    project.postal_code = site.place.postal_code;
    project.city = site.place.city;
    project.description = site.description;
    return project;
}

} // namespace

Writer::Writer(db::Database& database, const Material& material, const PasswordHashes& hashes)
    : database_(database), material_(material), hashes_(hashes)
{
}

tenancy::Workspace Writer::write(const std::optional<tenancy::Workspace>& existing,
                                 const std::vector<ComposedTicket>& composed)
{
    const auto workspace = existing ? *existing : found();
    Context context{database_, workspace, tenancy::Actor::system()};
    write_members(context);
    write_sites(context);
    write_clients(context);
    write_advice(context);
    assign_sites(context);
    write_portal_users(context);
    write_tickets(context, composed);
    return workspace;
}

tenancy::Workspace Writer::found()
{
    const auto& business = material_.business;
    const auto& owner = business.members.front();
    const auto hash = hashes_.find(owner.email);
    const auto founded = identity::found_business(
        database_, {.name = business.name,
                    .slug = business.slug,
                    .preset = material_.preset,
                    .is_demonstration = true,
                    .owner_name = owner.name(),
                    .owner_email = owner.email,
                    .owner_phone = {},
                    .owner_password_hash = hash == hashes_.end() ? std::string{} : hash->second});
    members_ = {founded.membership};
    return founded.workspace;
}

void Writer::write_advice(Context& context)
{
    in_chunks<knowledge::ArticleId>(
        context, material_.advice.size(), [&](WorkspaceTransaction& tx, std::size_t at) {
            const auto& advice = material_.advice[at];
            return knowledge::add_article(tx, {.title = advice.title,
                                               .keywords = advice.keywords,
                                               .body = advice.body,
                                               .publication = knowledge::Publication::published});
        });
}

void Writer::write_members(Context& context)
{
    const auto& preset = presets::find(material_.preset);
    const auto& business = material_.business;
    const auto founders = members_;
    members_ = context.write([&](WorkspaceTransaction& tx) {
        auto memberships = founders;
        for (auto at = memberships.size(); at < business.members.size(); ++at)
            memberships.push_back(add_account(tx, {.name = business.members[at].name(),
                                                   .email = business.members[at].email,
                                                   .role = business.members[at].role}));
        auth::change_profile(tx, {.name = business.name,
                                  .time_zone = preset.time_zone,
                                  .brand_hue = business.hue,
                                  .portal_signup = preset.signup});
        return memberships;
    });
}

void Writer::write_sites(Context& context)
{
    sites_ = in_chunks<projects::ProjectId>(
        context, material_.sites.size(), [&](WorkspaceTransaction& tx, std::size_t at) {
            return projects::add_project(tx, project_of(material_.sites[at]));
        });
}

void Writer::write_clients(Context& context)
{
    clients_ = in_chunks<tenancy::ClientId>(
        context, material_.clients.size(), [&](WorkspaceTransaction& tx, std::size_t at) {
            return is_on_record(at) ? crm::add_client(tx, record_of(material_.clients[at]))
                                    : tenancy::ClientId{};
        });
}

void Writer::assign_sites(Context& context)
{
    in_chunks<projects::ProjectId>(
        context, material_.sites.size(), [&](WorkspaceTransaction& tx, std::size_t at) {
            for (const auto client : material_.sites[at].clients)
                projects::assign_client(tx, sites_[at], clients_[client]);
            return sites_[at];
        });
}

void Writer::write_portal_users(Context& context)
{
    using Memberships = std::vector<MembershipId>;
    contacts_ = in_chunks<Memberships>(
        context, material_.clients.size(), [&](WorkspaceTransaction& tx, std::size_t at) {
            Memberships memberships;
            for (const auto& contact : material_.clients[at].contacts)
                memberships.push_back(add_portal_user(tx, at, contact));
            return memberships;
        });
}

MembershipId Writer::add_account(WorkspaceTransaction& tx, identity::NewAccount account) const
{
    const auto known = hashes_.find(account.email.empty() ? account.user_name : account.email);
    account.is_demonstration = true;
    // The user name of a demonstration that is written again is still its own.
    const auto earlier = account.user_name.empty()
                             ? std::nullopt
                             : auth::person_by_user_name(tx, tx.workspace().id, account.user_name);
    const auto membership =
        earlier ? auth::add_membership(
                      tx, {.person = earlier->id, .side = account.side, .role = account.role})
                : identity::add_account(tx, account);
    // Also for who was there before: a visitor may have changed it.
    if (known != hashes_.end())
        auth::set_password(tx, auth::membership_by_id(tx, membership).person, known->second);
    return membership;
}

MembershipId Writer::add_portal_user(WorkspaceTransaction& tx, std::size_t client,
                                     const Contact& contact) const
{
    const bool has_email = contact.email.find('@') != std::string::npos;
    const auto membership = add_account(tx, {.name = contact.name(),
                                             .email = has_email ? contact.email : std::string{},
                                             .user_name = has_email ? std::string{} : contact.email,
                                             .side = tenancy::Side::portal,
                                             .role = portal_role(material_.preset)});
    if (clients_[client])
        crm::add_contact(tx, {.client = clients_[client],
                              .name = contact.name(),
                              .job = contact.job,
                              .email = has_email ? contact.email : std::string{},
                              .phone = contact.phone,
                              .membership = membership});
    else
        events::publish(tx, identity::ClientRegistered{.membership = membership,
                                                       .name = contact.name(),
                                                       .email = contact.email,
                                                       .phone = contact.phone,
                                                       .company = material_.clients[client].name});
    return membership;
}

bool Writer::is_on_record(std::size_t client) const
{
    return material_.sites.empty() || std::ranges::any_of(material_.sites, [&](const Site& site) {
               return std::ranges::find(site.clients, client) != site.clients.end();
           });
}

} // namespace demonstration
