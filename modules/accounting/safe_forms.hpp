#pragma once

#include "kernel/forms/form.hpp"
#include "modules/accounting/safe_actions.hpp"

#include <boost/describe/class.hpp>

namespace accounting
{

struct SaveSafe {
    forms::Text<9, 200> address;
    forms::Text<3, 63> bucket;
    forms::Text<1, 40> region;
    forms::Text<1, 200> access_name;
    forms::Text<0, 300> secret; ///< empty = the one already kept
};
BOOST_DESCRIBE_STRUCT(SaveSafe, (), (address, bucket, region, access_name, secret))

/// Adds what is wrong with an address or a bucket, and a secret that goes with neither the address
/// nor the key that are kept.
void check_whole(forms::Form<SaveSafe>& form, const Safe& kept);
forms::Form<SaveSafe> form_of(const Safe& safe);
SafeChange change_of(const SaveSafe& command);

} // namespace accounting
