#include "modules/identity/portal_account_pages.hpp"

#include "kernel/guard/site.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/links.hpp"
#include "modules/identity/identity.hpp"
#include "modules/identity/invitation_line_pages.hpp"
#include "modules/identity/portal_account_actions.hpp"
#include "modules/identity/portal_account_views.hpp"
#include "modules/identity/qr_code_views.hpp"

namespace identity
{

namespace
{

using i18n::t;
using tenancy::MembershipId;
using tenancy::WorkspaceTransaction;

html::Url path_of(const guard::Call& call, MembershipId id, std::string_view end = {})
{
    return html::checked_local(
        call.in_workspace("/reglages/portail/" + id.text() + std::string{end}));
}

std::string identifier_of(const auth::MemberDetail& account)
{
    return account.email.empty() ? account.user_name : account.email;
}

/// Who has an e-mail may come in by another door than a password.
bool is_opened(const auth::MemberDetail& account)
{
    return account.has_password || !account.email.empty();
}

auth::MemberDetail account_of(guard::Call& call)
{
    const auto id = call.path_id<MembershipId>("account");
    return call.context().read([&](WorkspaceTransaction& tx) { return portal_account(tx, id); });
}

html::Html crumbs(const guard::Call& call, const auth::MemberDetail& account)
{
    const auto client = html::checked_local(call.in_workspace("/clients/" + account.client.text()));
    return ui::breadcrumbs({{.label = t("identity.portal_account.client"), .to = client},
                            {.label = account.name, .to = {}}});
}

template <class Act>
http::Response after(guard::Call& call, Act act)
{
    const auto account = account_of(call);
    call.context().write([&](WorkspaceTransaction& tx) { act(tx, account.id); });
    return call.redirect(path_of(call, account.id).text(), "identity.notice.member_changed");
}

} // namespace

html::Html portal_accounts_panel(guard::Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("id");
    PortalAccountsView view{.accounts = {}, .invitations = {}, .guard = {}, .give = {}};
    const auto read = call.context().read([&](WorkspaceTransaction& tx) {
        return std::pair{auth::accounts_of_client(tx, client),
                         auth::open_invitations_of_client(tx, client)};
    });
    for (const auto& account : read.first)
        view.accounts.push_back({.name = account.name,
                                 .identifier = identifier_of(account),
                                 .is_active = account.status == auth::MembershipStatus::active,
                                 .is_opened = is_opened(account),
                                 .to = path_of(call, account.id)});
    for (const auto& invitation : read.second)
        view.invitations.push_back(invitation_line(call, invitation));
    if (call.may("clients.portal"))
        view.give = html::checked_local(call.in_workspace("/clients/" + client.text() + "/acces"));
    if (call.may("members.invite")) view.guard = guard::form_guard(call);
    return portal_accounts_card(view);
}

http::Response show_portal_account(guard::Call& call)
{
    const auto account = account_of(call);
    const auto is_active = account.status == auth::MembershipStatus::active;
    PortalAccountView view{
        .name = account.name,
        .identifier = identifier_of(account),
        .guard = guard::form_guard(call),
        .change_status = path_of(call, account.id, is_active ? "/desactivation" : "/reactivation"),
        .reset = {},
        .panels = guard::panels_in(call, "portal_account"),
        .is_active = is_active,
        .is_opened = is_opened(account)};
    if (account.email.empty()) view.reset = path_of(call, account.id, "/mot-de-passe");
    return guard::render(call, guard::Page{.title = account.name,
                                           .body = portal_account_view(view),
                                           .breadcrumbs = crumbs(call, account)});
}

http::Response close_portal_account(guard::Call& call)
{
    return after(call, deactivate_member);
}

http::Response reopen_portal_account(guard::Call& call)
{
    return after(call, reactivate_member);
}

http::Response create_reset_link(guard::Call& call)
{
    const auto account = account_of(call);
    const auto given =
        call.context().write([&](WorkspaceTransaction& tx) { return give_link(tx, account.id); });
    const std::string page = given.opens_account ? "/activation/" : "/nouveau-mot-de-passe/";
    const auto link =
        mail::absolute_url("/p/" + call.context().workspace().slug + page + given.token);
    call.forbid_storing();
    return guard::render(
        call, guard::Page{.title = account.name,
                          .body = reset_link_view({.name = account.name,
                                                   .link = link,
                                                   .opens_account = given.opens_account,
                                                   .qr = qr_code(link, t("identity.portal_account."
                                                                         "qr")),
                                                   .back = path_of(call, account.id)}),
                          .breadcrumbs = crumbs(call, account)});
}

} // namespace identity
