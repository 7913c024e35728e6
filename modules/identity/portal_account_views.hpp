#pragma once

#include "kernel/html/html.hpp"
#include "modules/identity/invitation_views.hpp"

#include <optional>
#include <string>
#include <vector>

namespace identity
{

/// On the page of a client: who signs in for it, and who was invited to.
struct PortalAccountLine {
    std::string name;
    std::string identifier;
    bool is_active = true;
    bool is_opened = true; ///< false: he has not chosen his password yet
    html::Url to = html::Url::local("/");
};
struct PortalAccountsView {
    std::vector<PortalAccountLine> accounts;
    std::vector<InvitationLine> invitations;
    std::optional<html::Html> guard; ///< of the forms of invitations; none = the reader has no say
    std::optional<html::Url> give;   ///< where an access is given
};
html::Html portal_accounts_card(const PortalAccountsView& view);

struct PortalAccountView {
    std::string name;
    std::string identifier;
    html::Html guard;
    html::Url change_status = html::Url::local("/");
    std::optional<html::Url> reset; ///< accounts without e-mail
    html::Html panels;              ///< of other modules
    bool is_active = true;
    bool is_opened = true;
};
html::Html portal_account_view(const PortalAccountView& view);

/// The link, the only time it is shown.
struct ResetLinkView {
    std::string name;
    std::string link; ///< absolute
    bool opens_account = false;
    html::Html qr;
    html::Url back = html::Url::local("/");
};
html::Html reset_link_view(const ResetLinkView& view);

} // namespace identity
