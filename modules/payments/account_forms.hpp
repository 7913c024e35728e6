#pragma once

#include "kernel/forms/form.hpp"
#include "modules/payments/account.hpp"
#include "modules/payments/account_actions.hpp"

#include <boost/describe/class.hpp>

namespace payments
{

struct SavePaymentAccount {
    forms::Text<0, 300> client; ///< of PayPal alone: beside its key
    forms::Text<0, 300> key;    ///< empty = the one already kept
    forms::Text<0, 300> secret; ///< of notices; the same
    forms::Text<0, 10> mode; ///< of PayPal alone: « live », or a trial; others say it in the key
};
BOOST_DESCRIBE_STRUCT(SavePaymentAccount, (), (client, key, secret, mode))

struct KeepPaymentCopies {
    bool are_kept = false;
};
BOOST_DESCRIBE_STRUCT(KeepPaymentCopies, (), (are_kept))

/// Adds what is wrong with keys before anybody is asked: the public one, the one of another place,
/// that of another provider.
void check_whole(forms::Form<SavePaymentAccount>& form, const Account& kept);
AccountChange change_of(const SavePaymentAccount& command, const std::string& provider);

} // namespace payments
