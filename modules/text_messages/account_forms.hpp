#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/sms/account.hpp"

#include <boost/describe/class.hpp>

namespace text_messages
{

struct SaveAccount {
    sms::Provider provider = sms::Provider::ovh;
    forms::Text<3, 60> account;
    forms::Text<2, 20> sender;
    forms::Text<0, 100> application_key;
    forms::Text<0, 200> secret;       ///< empty = the one already kept
    forms::Text<0, 200> consumer_key; ///< likewise
};
BOOST_DESCRIBE_STRUCT(SaveAccount, (),
                      (provider, account, sender, application_key, secret, consumer_key))

struct TestAccount {
    forms::Phone number;
};
BOOST_DESCRIBE_STRUCT(TestAccount, (), (number))

/// Adds what depends on the provider: the form of an account and of a sender, and the keys it
/// needs.
void check_whole(forms::Form<SaveAccount>& form, const sms::KnownAccount& kept);

forms::Form<SaveAccount> form_of(const sms::KnownAccount& account);
sms::AccountChange change_of(const SaveAccount& command);

/// The number typed for a test, as it is sent to; adds an error when it is no mobile.
std::string number_of(forms::Form<TestAccount>& form, std::string_view tax_regime);

} // namespace text_messages
