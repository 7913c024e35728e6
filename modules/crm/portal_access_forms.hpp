#pragma once

#include "kernel/forms/form.hpp"
#include "modules/crm/client.hpp"

#include <boost/describe/class.hpp>

#include <optional>

namespace crm
{

/// Who is to come in for a client: by an e-mail, or by a user name when he has none.
struct GivePortalAccess {
    forms::Text<2, 120> name;
    std::optional<forms::Email> email;
    forms::Text<0, 60> user_name;
    std::optional<ContactId> contact; ///< of the same client; this person is it
};
BOOST_DESCRIBE_STRUCT(GivePortalAccess, (), (name, email, user_name, contact))

/// Adds to the form what is asked of the whole: one identifier, and the form of a user name.
void check_whole(forms::Form<GivePortalAccess>& form);

/// Puts a refusal of the action beside the field it is about; false for any other refusal.
bool add_refusal(forms::Form<GivePortalAccess>& form, const base::Refusal& refusal);

} // namespace crm
