#pragma once

#include "kernel/html/html.hpp"

#include <optional>
#include <string>

namespace einvoicing
{

struct MailAddressView {
    std::string address;            ///< empty = none, or no mailbox is connected
    bool has_mailbox = false;       ///< one is connected
    std::optional<html::Url> inbox; ///< where one is connected, for who may
    html::Url page;
    html::Html guard;
};
html::Html mail_address_page(const MailAddressView& view);

/// Beside the form that takes files: the address, or for who may make one, where.
html::Html mail_address_card(const std::string& address, const std::optional<html::Url>& settings);

} // namespace einvoicing
