#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/mail/sender.hpp"

#include <boost/describe/class.hpp>

namespace settings
{

struct SaveSender {
    forms::Text<3, 200> host;
    forms::Number<1, 65535> port;
    mail::Encryption encryption = mail::Encryption::starttls;
    forms::Text<0, 200> user_name;
    forms::Text<0, 500> password; ///< empty = the one already kept
    forms::Text<2, 80> from_name;
    forms::Email from_email;
};
BOOST_DESCRIBE_STRUCT(SaveSender, (),
                      (host, port, encryption, user_name, password, from_name, from_email))

/// Adds what concerns several fields: a password is never sent without encryption, a user name
/// needs a password, and a host is a name or an address alone.
void check_whole(forms::Form<SaveSender>& form, const mail::Sender& kept);

forms::Form<SaveSender> form_of(const mail::Sender& sender);
mail::SenderChange change_of(const SaveSender& command);

} // namespace settings
