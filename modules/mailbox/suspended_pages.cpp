#include "modules/mailbox/suspended_pages.hpp"

#include "kernel/auth/memberships.hpp"
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

/// What a client is written to at: his record's address and those of his accounts.
std::vector<std::string> addresses_of(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    std::vector<std::string> addresses{crm::client(tx, client).email};
    for (const auto& account : auth::accounts_of_client(tx, client))
        addresses.push_back(account.email);
    std::ranges::sort(addresses);
    const auto twice = std::ranges::unique(addresses);
    addresses.erase(twice.begin(), twice.end());
    std::erase(addresses, std::string{});
    return addresses;
}

} // namespace

html::Html suspended_panel(Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("id");
    const auto found = call.context().read([&](WorkspaceTransaction& tx) {
        return mail::suspensions_of(tx, addresses_of(tx, client));
    });
    SuspendedView view{.client = client,
                       .addresses = {},
                       .resume = html::checked_local(call.in_workspace("/adresses/reprise")),
                       .may_resume = call.may(lifts),
                       .guard = guard::form_guard(call)};
    const auto& zone = call.context().workspace().time_zone;
    for (const auto& one : found)
        view.addresses.push_back({.email = one.email,
                                  .since = i18n::long_date(base::date_in(one.suspended_at, zone)),
                                  .words = one.words.empty() ? one.status : one.words});
    return suspended_banners(view);
}

http::Response resume_sending(Call& call)
{
    const auto form = call.form<ResumeAddress>();
    if (!form.is_valid()) throw base::NotFound{};
    const auto& typed = form.command;
    call.context().write([&](WorkspaceTransaction& tx) {
        const auto addresses = addresses_of(tx, typed.client);
        if (std::ranges::find(addresses, typed.email.value) == addresses.end())
            throw base::NotFound{};
        mail::resume_address(tx, typed.email.value);
    });
    return call.redirect(call.in_workspace("/clients/" + typed.client.text()),
                         "mailbox.suspended.resumed");
}

} // namespace mailbox
