#include "modules/mailbox/suspended_pages.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/suspension.hpp"
#include "modules/crm/crm.hpp"
#include "modules/mailbox/suspended_views.hpp"

#include <algorithm>

namespace mailbox
{
namespace
{

using guard::Call;
using tenancy::WorkspaceTransaction;

constexpr const char* lifts = "clients.manage";
constexpr const char* lifts_of_team = "members.manage";

/// What a client is written to at: his record's address, those of his contacts and accounts.
std::vector<std::string> addresses_of(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    auto addresses = crm::contact_addresses(tx, client);
    addresses.push_back(crm::client(tx, client).email);
    for (const auto& account : auth::accounts_of_client(tx, client))
        addresses.push_back(account.email);
    std::ranges::transform(addresses, addresses.begin(), base::lower_ascii);
    std::ranges::sort(addresses);
    const auto twice = std::ranges::unique(addresses);
    addresses.erase(twice.begin(), twice.end());
    std::erase(addresses, std::string{});
    return addresses;
}

std::string address_of(WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    const auto member = auth::member(tx, id);
    if (!member || member->side != tenancy::Side::staff) throw base::NotFound{};
    return auth::email_of(tx, id);
}

html::Html banners(Call& call, const std::vector<mail::Suspension>& found, SuspendedView view)
{
    const auto& zone = call.context().workspace().time_zone;
    view.guard = guard::form_guard(call);
    for (const auto& one : found)
        view.addresses.push_back({.email = one.email,
                                  .since = i18n::long_date(base::date_in(one.suspended_at, zone)),
                                  .words = one.words.empty() ? one.status : one.words});
    return suspended_banners(view);
}

} // namespace

html::Html suspended_panel(Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("id");
    const auto found = call.context().read([&](WorkspaceTransaction& tx) {
        return mail::suspensions_of(tx, addresses_of(tx, client));
    });
    return banners(call, found,
                   {.whose = "client",
                    .id = client.text(),
                    .addresses = {},
                    .resume = html::checked_local(call.in_workspace("/adresses/reprise")),
                    .may_resume = call.may(lifts),
                    .guard = {}});
}

html::Html suspended_member_panel(Call& call)
{
    const auto member = call.path_id<tenancy::MembershipId>("member");
    const auto found = call.context().read([&](WorkspaceTransaction& tx) {
        return mail::suspensions_of(tx, {address_of(tx, member)});
    });
    return banners(call, found,
                   {.whose = "member",
                    .id = member.text(),
                    .addresses = {},
                    .resume = html::checked_local(call.in_workspace("/adresses/equipe/reprise")),
                    .may_resume = call.may(lifts_of_team),
                    .guard = {}});
}

http::Response resume_sending(Call& call)
{
    const auto form = call.form<ResumeAddress>();
    if (!form.is_valid()) throw base::NotFound{};
    const auto& typed = form.command;
    call.context().write([&](WorkspaceTransaction& tx) {
        const auto addresses = addresses_of(tx, typed.client);
        const auto email = base::lower_ascii(typed.email.value);
        if (std::ranges::find(addresses, email) == addresses.end()) throw base::NotFound{};
        mail::resume_address(tx, typed.email.value);
    });
    return call.redirect(call.in_workspace("/clients/" + typed.client.text()),
                         "mailbox.suspended.resumed");
}

http::Response resume_member(Call& call)
{
    const auto form = call.form<ResumeMember>();
    if (!form.is_valid()) throw base::NotFound{};
    const auto member = form.command.member;
    call.context().write(
        [&](WorkspaceTransaction& tx) { mail::resume_address(tx, address_of(tx, member)); });
    return call.redirect(call.in_workspace("/reglages/equipe/" + member.text()),
                         "mailbox.suspended.resumed");
}

} // namespace mailbox
