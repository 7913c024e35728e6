#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "kernel/mail/mailbox.hpp"

#include <string>

namespace mailbox
{

struct MailboxView {
    std::string slug;
    mail::Mailbox mailbox;
    std::string connected_when;
    std::string command; ///< what the mail server of this installation runs
    bool sends_mail = false;
    bool has_tickets = false; ///< answers of clients come in
    const guard::FormView& fields;
    html::Html guard;
};
html::Html mailbox_page(const MailboxView& view);

} // namespace mailbox
