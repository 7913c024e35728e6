#pragma once

#include "kernel/html/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace identity
{

/// On the page of a client: who signs in for it.
struct PortalAccountLine {
    std::string name;
    std::string identifier;
    bool is_active = true;
    html::Url to = html::Url::local("/");
};
html::Html portal_accounts_card(const std::vector<PortalAccountLine>& lines);

struct PortalAccountView {
    std::string name;
    std::string identifier;
    html::Html guard;
    html::Url change_status = html::Url::local("/");
    std::optional<html::Url> reset; ///< accounts without e-mail
    html::Html panels;              ///< of other modules
    bool is_active = true;
};
html::Html portal_account_view(const PortalAccountView& view);

/// The link, the only time it is shown.
struct ResetLinkView {
    std::string name;
    std::string link; ///< absolute
    html::Html qr;
    html::Url back = html::Url::local("/");
};
html::Html reset_link_view(const ResetLinkView& view);

} // namespace identity
