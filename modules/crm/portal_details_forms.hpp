#pragma once

#include "kernel/forms/form.hpp"
#include "modules/crm/portal_details_actions.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// His own record as a client types it: only the fields he may change are there.
struct SaveMyDetails {
    forms::Text<0, 120> contact_name;
    forms::Text<0, 100> contact_job;
    std::optional<forms::Phone> contact_phone;
    std::optional<forms::Email> contact_email;
    forms::Text<0, 150> company_name;
    forms::Text<0, 80> first_name;
    forms::Text<0, 80> last_name;
    forms::Text<0, 40> type;
    std::optional<forms::Email> email;
    std::optional<forms::Phone> phone;
    forms::Text<0, 200> billing_address;
    forms::Text<0, 12> billing_postal_code;
    forms::Text<0, 100> billing_city;
    forms::Text<0, 200> delivery_address;
    forms::Text<0, 12> delivery_postal_code;
    forms::Text<0, 100> delivery_city;
    forms::Text<0, 2> language;
    std::optional<forms::Password> current_password;        ///< for another address to sign in with
    std::optional<forms::Number<1, 1'000'000'000>> version; ///< what the page showed
};
BOOST_DESCRIBE_STRUCT(SaveMyDetails, (),
                      (contact_name, contact_job, contact_phone, contact_email, company_name,
                       first_name, last_name, type, email, phone, billing_address,
                       billing_postal_code, billing_city, delivery_address, delivery_postal_code,
                       delivery_city, language, current_password, version))

/// The inputs one field is typed in: three for an address.
std::vector<std::string> inputs_of(std::string_view field);

/// A record as a form that was not submitted yet.
forms::Typed typed_of(const Details& details);

/// The fields that were typed; one that the form does not have is not asked for.
std::vector<WantedField> wanted_fields(const forms::Form<SaveMyDetails>& form);

/// Adds to the form what is asked of the whole: a name and the address of an account are not
/// emptied, choices are among `types` and the known languages.
void check_whole(forms::Form<SaveMyDetails>& form, const Details& details,
                 const std::vector<std::string>& types);

/// Puts a refusal of the action beside the field it is about; false for any other refusal.
bool add_refusal(forms::Form<SaveMyDetails>& form, const base::Refusal& refusal);

} // namespace crm
